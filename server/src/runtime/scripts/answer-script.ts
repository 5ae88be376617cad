import { asKey } from '@baton/engine';
import type { Json, Result, RunScript } from '@baton/engine';
import { outbox } from '../../store/tables/outbox.ts';
import type { Batch } from '../batch.ts';
import type { LiveInstance } from '../live-instance.ts';
import type { Task } from '../task.ts';

/**
 * Runs the script that an element asked for and answers its instance. Nothing is done when nobody waits for it any more.
 *
 * A batch has commands of many instances, so it waits for scripts no longer than its patience. What takes longer goes on outside: the question
 * is stored in the outbox with the batch, and a task of its own brings the answer and deletes it. When that does not come to pass (the server
 * ends meanwhile, or refuses the task), the question comes due in the outbox and is asked again.
 */
export const answerScript = async (batch: Batch, question: RunScript): Promise<void> => {
  const { scripts, keys } = batch.services;
  const instance = await waitingFor(batch, question);
  if (instance === null) return;
  const running = scripts.run(question.source, question.variables, question.nowMs);
  const begunMs = performance.now();
  const result = await within(running, batch.scriptPatienceMs);
  batch.scriptPatienceMs -= performance.now() - begunMs;
  if (result !== null) return answer(batch, instance, question, result);

  const key = await keys.take();
  // Not before the script has had its time: nobody should ask again while it still runs.
  const due = batch.nowMs + scripts.longestMs();
  const process_instance_key = question.processInstanceKey;
  batch.changes.insert(outbox, { key, process_instance_key, due_ms: due, attempts: 0, item: JSON.stringify(question) });
  batch.dueAt(due);
  batch.followUps.push(running.then((late) => answerLateTask(key, question, late)));
};

/** Brings the answer of a script that its batch did not wait for. The guard on the row lets one server do it, once. */
const answerLateTask = (outboxKey: number, question: RunScript, result: Result<Json, string>): Task<null> => ({
  name: 'answer-script',
  needs: { table: 'process_instances', key: asKey(question.processInstanceKey) },
  run: async (batch) => {
    batch.changes.delete(outbox, { key: outboxKey }, true);
    const instance = await waitingFor(batch, question);
    if (instance !== null) await answer(batch, instance, question, result);
    return null;
  },
});

/** The instance if its element still waits for this evaluation; null otherwise. */
const waitingFor = async (batch: Batch, question: RunScript): Promise<LiveInstance | null> => {
  const instance = await batch.instance(question.processInstanceKey);
  const asked = instance?.state.elements.get(question.elementInstanceKey)?.evaluationKey;
  return asked === question.evaluationKey ? instance : null;
};

const answer = async (
  batch: Batch,
  instance: LiveInstance,
  { elementInstanceKey, evaluationKey }: RunScript,
  result: Result<Json, string>,
): Promise<void> => {
  const to = { elementInstanceKey, evaluationKey };
  await batch.apply(
    instance,
    result.ok
      ? { type: 'complete-evaluation', ...to, value: result.value }
      : { type: 'fail-evaluation', ...to, incidentType: 'EXTRACT_VALUE_ERROR', message: result.error },
  );
};

/** What a promise gives within so many milliseconds; null when it takes longer. */
const within = async <A>(promise: Promise<A>, ms: number): Promise<A | null> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), Math.max(ms, 0));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};
