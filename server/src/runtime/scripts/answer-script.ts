import type { RunScript } from '@baton/engine';
import type { Batch } from '../batch.ts';

/** Runs the script that an element asked for and answers its instance. Nothing is done when nobody waits for it any more. */
export const answerScript = async (batch: Batch, question: RunScript): Promise<void> => {
  const { elementInstanceKey, evaluationKey, source, variables, nowMs } = question;
  const instance = await batch.instance(question.processInstanceKey);
  if (instance?.state.elements.get(elementInstanceKey)?.evaluationKey !== evaluationKey) return;
  const result = await batch.services.scripts.run(source, variables, nowMs);
  const to = { elementInstanceKey, evaluationKey };
  await batch.apply(
    instance,
    result.ok
      ? { type: 'complete-evaluation', ...to, value: result.value }
      : { type: 'fail-evaluation', ...to, incidentType: 'EXTRACT_VALUE_ERROR', message: result.error },
  );
};
