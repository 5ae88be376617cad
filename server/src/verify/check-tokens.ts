import type { Compensation, ElementInstance, InstanceState, Key } from '@baton/engine';
import type { Database } from '../store/database.ts';
import type { Findings } from './findings.ts';

/** A living element instance of which it depends on its element whether somebody will wake it. */
interface Doubtful {
  readonly instanceKey: Key;
  readonly element: ElementInstance;
}

/**
 * I1: no token is lost. An instance that lives has living elements, one that has ended has none, and every element without living children
 * waits for something that will come: a job, a user task, an event of its own, a called process, an answer, an incident that somebody
 * resolves. Events that would only interrupt it (boundary events, event sub-processes) do not count: they may never come.
 */
export const checkTokens = async (
  findings: Findings,
  database: Database,
  states: readonly InstanceState[],
): Promise<void> => {
  const doubtful: Doubtful[] = [];
  for (const state of states) {
    if (state.status !== 'ACTIVE') {
      if (state.elements.size > 0) findings.add('I1', state.key, `has ended, but has a living element instance.`);
      continue;
    }
    if (state.elements.size === 0) findings.add('I1', state.key, 'is active, but has no living element instance.');
    // What is queued will be done in the next step, and may concern any element.
    if (state.continuation.length > 0) continue;
    const runs = compensationRuns(state);
    for (const element of state.elements.values()) {
      if (element.children === 0 && !waitsByItself(element) && !runs.has(element.key))
        doubtful.push({ instanceKey: state.key, element });
    }
  }
  await checkDoubtful(findings, database, doubtful);
};

const waitsByItself = (element: ElementInstance): boolean =>
  element.job !== null ||
  element.userTask !== null ||
  element.incident !== null ||
  element.calledInstanceKey !== null ||
  element.evaluationKey !== null ||
  [...(element.waits?.values() ?? [])].some((wait) => wait.targetId === element.elementId);

/** Throw events and scopes that wait for compensation handlers; those live beside them, not inside. */
const compensationRuns = (state: InstanceState): Set<Key> => {
  const runs = new Set<Key>();
  const add = (entries: ReadonlyMap<Key, Compensation> | null): void => {
    for (const entry of entries?.values() ?? []) {
      if (entry.runKey !== null) runs.add(entry.runKey);
      add(entry.inner);
    }
  };
  for (const element of state.elements.values()) add(element.compensations);
  return runs;
};

/** At an event-based gateway a token waits for events of other elements, and an ad-hoc sub-process for somebody to begin an activity. */
const checkDoubtful = async (findings: Findings, database: Database, doubtful: readonly Doubtful[]): Promise<void> => {
  if (doubtful.length === 0) return;
  const rows = await database.rows<{ key: number; element_type: string }>(
    `SELECT key, element_type FROM element_instances WHERE ${database.isIn('key', 'int')}`,
    [database.list(doubtful.map(({ element }) => element.key))],
  );
  const types = new Map(rows.map((row) => [row.key, row.element_type]));
  for (const { instanceKey, element } of doubtful) {
    const type = types.get(element.key);
    if (type === 'AD_HOC_SUB_PROCESS' || (type === 'EVENT_BASED_GATEWAY' && element.waits !== null)) continue;
    findings.add(
      'I1',
      instanceKey,
      `has a lost token: element instance ${element.key} of '${element.elementId}' (${element.state}) waits for nothing.`,
    );
  }
};
