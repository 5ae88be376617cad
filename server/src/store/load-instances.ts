import { asKey } from '@baton/engine';
import type { ElementInstance, IncidentType, InstanceState, Job, Json, Key, Variables, Wait } from '@baton/engine';
import type { Database } from './database.ts';
import { parkedRowId } from './project/project-element.ts';
import type { RowBook } from './project/project-step.ts';
import type { AnyRow } from './table.ts';
import type { ElementInstanceRow } from './tables/element-instances.ts';
import type { IncidentRow } from './tables/incidents.ts';
import type { JobRow } from './tables/jobs.ts';
import type { MessageSubscriptionRow } from './tables/message-subscriptions.ts';
import type { ParkedTokenRow } from './tables/parked-tokens.ts';
import type { ProcessInstanceRow } from './tables/process-instances.ts';
import type { SignalSubscriptionRow } from './tables/signal-subscriptions.ts';
import type { TimerRow } from './tables/timers.ts';
import type { UserTaskRow } from './tables/user-tasks.ts';
import type { VariableRow } from './tables/variables.ts';

/** One stored instance: its row, its state as the engine knows it, and what the commit path keeps beside it. */
export interface LoadedInstance {
  readonly row: ProcessInstanceRow;
  readonly state: InstanceState;
  readonly book: RowBook;
}

/**
 * Builds the state of instances from their rows, exactly as the fold of their journals would (I3). What ended is not read: the cost
 * depends on what is alive in the instance, not on its history. Instances that do not exist are missing in the answer.
 */
export const loadInstances = async (database: Database, keys: readonly Key[]): Promise<Map<Key, LoadedInstance>> => {
  const loaded = new Map<Key, LoadedInstance>();
  if (keys.length === 0) return loaded;
  const list = database.list(keys);
  const read = <T>(columns: string, table: string, where: string): Promise<T[]> =>
    database.rows<T>(`SELECT ${columns} FROM ${table} WHERE ${database.isIn('process_instance_key', 'int')} ${where}`, [
      list,
    ]);

  const rows = await database.rows<ProcessInstanceRow>(
    `SELECT * FROM process_instances WHERE ${database.isIn('key', 'int')}`,
    [list],
  );
  for (const row of rows)
    loaded.set(asKey(row.key), {
      row,
      state: emptyState(row),
      book: { parked: new Map(), incidents: row.incident_count },
    });
  const of = (row: AnyRow | { process_instance_key: number }): LoadedInstance | undefined =>
    loaded.get(asKey(row.process_instance_key as number));
  const element = (row: { process_instance_key: number }, key: number): ElementInstance | undefined =>
    of(row)?.state.elements.get(asKey(key));

  for (const row of await read<ElementInstanceRow>('*', 'element_instances', 'AND end_ms IS NULL ORDER BY key')) {
    of(row)?.state.elements.set(asKey(row.key), elementInstance(row));
  }
  for (const instance of loaded.values()) countChildren(instance.state);
  const living =
    'AND scope_key IN (SELECT key FROM element_instances e WHERE e.process_instance_key = v.process_instance_key AND e.end_ms IS NULL)';
  for (const row of await read<VariableRow>('v.*', 'variables v', `${living} ORDER BY key`)) {
    const scope = element(row, row.scope_key);
    if (scope)
      (scope.variables ??= new Map()).set(row.name, { key: asKey(row.key), value: JSON.parse(row.value) as Json });
  }
  for (const row of await read<JobRow>('*', 'jobs', 'AND engine_state IS NOT NULL')) {
    const instance = element(row, row.element_instance_key);
    if (instance)
      instance.job = {
        key: asKey(row.key),
        type: row.type,
        state: row.engine_state as Job['state'],
        retries: row.retries,
      };
  }
  for (const row of await read<UserTaskRow>('*', 'user_tasks', 'AND end_ms IS NULL')) {
    const instance = element(row, row.element_instance_key);
    if (instance) instance.userTask = userTask(row);
  }
  const wait = (row: { process_instance_key: number; element_instance_key: number }, opened: Wait): void => {
    const instance = element(row, row.element_instance_key);
    if (instance) (instance.waits ??= new Map()).set(opened.key, opened);
  };
  for (const row of await read<TimerRow>('*', 'timers', 'ORDER BY key')) {
    const { due_ms: dueMs, repetitions, cycle } = row;
    wait(row, { kind: 'timer', key: asKey(row.key), targetId: row.target_id, dueMs, repetitions, cycle });
  }
  for (const row of await read<MessageSubscriptionRow>('*', 'message_subscriptions', 'ORDER BY key')) {
    const { message_name: messageName, correlation_key: correlationKey } = row;
    wait(row, { kind: 'message', key: asKey(row.key), targetId: row.target_id, messageName, correlationKey });
  }
  for (const row of await read<SignalSubscriptionRow>('*', 'signal_subscriptions', 'ORDER BY key')) {
    wait(row, { kind: 'signal', key: asKey(row.key), targetId: row.target_id, signalName: row.signal_name });
  }
  for (const row of await read<ParkedTokenRow>('*', 'parked_tokens', '')) {
    of(row)?.book.parked.set(parkedRowId(row.scope_key, row.element_id, row.flow_id), row);
    const scope = element(row, row.scope_key);
    if (scope) park(scope, row);
  }
  for (const row of await read<IncidentRow>('*', 'incidents', `AND state = 'ACTIVE'`)) {
    const instance = element(row, row.element_instance_key);
    if (!instance) continue;
    const jobKey = row.job_key === null ? null : asKey(row.job_key);
    instance.incident = { key: asKey(row.key), type: row.type as IncidentType, message: row.message, jobKey };
  }
  return loaded;
};

const keyOrNull = (value: number | null): Key | null => (value === null ? null : asKey(value));

const emptyState = (row: ProcessInstanceRow): InstanceState => ({
  key: asKey(row.key),
  definitionKey: asKey(row.definition_key),
  processId: row.process_id,
  version: row.version,
  status: row.status as InstanceState['status'],
  parent:
    row.parent_instance_key === null || row.parent_element_key === null
      ? null
      : { processInstanceKey: asKey(row.parent_instance_key), elementInstanceKey: asKey(row.parent_element_key) },
  rootKey: asKey(row.root_key),
  businessId: row.business_id,
  tags: JSON.parse(row.tags) as string[],
  startMs: row.start_ms,
  endMs: row.end_ms,
  elements: new Map(),
  continuation: row.continuation === null ? [] : (JSON.parse(row.continuation) as InstanceState['continuation']),
});

const elementInstance = (row: ElementInstanceRow): ElementInstance => ({
  key: asKey(row.key),
  elementId: row.element_id,
  scopeKey: keyOrNull(row.scope_key),
  state: row.state as ElementInstance['state'],
  startMs: row.start_ms,
  children: 0,
  variables: null,
  parked: null,
  job: null,
  userTask: null,
  waits: null,
  incident: null,
  calledInstanceKey: keyOrNull(row.called_instance_key),
  evaluationKey: keyOrNull(row.evaluation_key),
  trigger: row.trigger === null ? null : (JSON.parse(row.trigger) as { targetId: string; variables: Variables }),
});

const countChildren = (state: InstanceState): void => {
  for (const instance of state.elements.values()) {
    const scope = instance.scopeKey === null ? undefined : state.elements.get(instance.scopeKey);
    if (scope) scope.children += 1;
  }
};

const userTask = (row: UserTaskRow): ElementInstance['userTask'] => ({
  key: asKey(row.key),
  assignee: row.assignee,
  candidateGroups: JSON.parse(row.candidate_groups) as string[],
  candidateUsers: JSON.parse(row.candidate_users) as string[],
  dueDate: row.due_date,
  followUpDate: row.follow_up_date,
  priority: row.priority,
});

const park = (scope: ElementInstance, row: ParkedTokenRow): void => {
  scope.parked ??= new Map();
  const flows = scope.parked.get(row.element_id) ?? new Map<string, number>();
  scope.parked.set(row.element_id, flows.set(row.flow_id, row.tokens));
};
