import { asKey, indexState, newElement } from '@baton/engine';
import type {
  AdHocState,
  Compensation,
  ElementInstance,
  IncidentType,
  InstanceState,
  Job,
  Json,
  Key,
  Listening,
  LoopState,
  Variables,
  Wait,
} from '@baton/engine';
import type { Database, Read } from './database.ts';
import { addCompensation } from './project/project-compensation.ts';
import { parkedRowId } from './project/project-element.ts';
import { newBook } from './project/row-book.ts';
import type { RowBook } from './project/row-book.ts';
import type { AnyRow } from './table.ts';
import type { CompensationRow } from './tables/compensations.ts';
import type { ConditionSubscriptionRow } from './tables/condition-subscriptions.ts';
import type { ElementInstanceRow } from './tables/element-instances.ts';
import type { IncidentRow } from './tables/incidents.ts';
import type { JobRow } from './tables/jobs.ts';
import type { LoopOutputRow } from './tables/loop-outputs.ts';
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
  const read = (columns: string, table: string, where: string): Read => ({
    sql: `SELECT ${columns} FROM ${table} WHERE ${database.isIn('process_instance_key', 'int')} ${where}`,
    params: [list],
  });
  // One look-up by primary key for each variable: an IN over what lives would go through all of it for each.
  const living =
    'AND EXISTS (SELECT 1 FROM element_instances e WHERE e.process_instance_key = v.process_instance_key AND e.key = v.scope_key AND e.end_ms IS NULL)';
  // Of one moment: another server may be changing the instance right now.
  const [
    rows,
    elements,
    variables,
    jobs,
    tasks,
    timers,
    messages,
    signals,
    conditions,
    outputs,
    entries,
    parked,
    incidents,
  ] = (await database.snapshot([
    { sql: `SELECT * FROM process_instances WHERE ${database.isIn('key', 'int')}`, params: [list] },
    read('*', 'element_instances', 'AND end_ms IS NULL ORDER BY key'),
    read('v.*', 'variables v', `${living} ORDER BY key`),
    read('*', 'jobs', 'AND engine_state IS NOT NULL'),
    read('*', 'user_tasks', 'AND end_ms IS NULL'),
    read('*', 'timers', 'ORDER BY key'),
    read('*', 'message_subscriptions', 'ORDER BY key'),
    read('*', 'signal_subscriptions', 'ORDER BY key'),
    read('*', 'condition_subscriptions', 'ORDER BY key'),
    read('*', 'loop_outputs', 'ORDER BY position'),
    read('*', 'compensations', 'ORDER BY position'),
    read('*', 'parked_tokens', ''),
    read('*', 'incidents', `AND state = 'ACTIVE'`),
  ])) as unknown as [
    ProcessInstanceRow[],
    ElementInstanceRow[],
    VariableRow[],
    JobRow[],
    UserTaskRow[],
    TimerRow[],
    MessageSubscriptionRow[],
    SignalSubscriptionRow[],
    ConditionSubscriptionRow[],
    LoopOutputRow[],
    CompensationRow[],
    ParkedTokenRow[],
    IncidentRow[],
  ];
  for (const row of rows)
    loaded.set(asKey(row.key), {
      row,
      state: emptyState(row),
      book: newBook(row.incident_count),
    });
  const of = (row: AnyRow | { process_instance_key: number }): LoadedInstance | undefined =>
    loaded.get(asKey(row.process_instance_key as number));
  const element = (row: { process_instance_key: number }, key: number): ElementInstance | undefined =>
    of(row)?.state.elements.get(asKey(key));

  for (const row of elements) {
    of(row)?.state.elements.set(asKey(row.key), elementInstance(row));
  }
  for (const row of variables) {
    const scope = element(row, row.scope_key);
    if (scope)
      (scope.variables ??= new Map()).set(row.name, { key: asKey(row.key), value: JSON.parse(row.value) as Json });
  }
  for (const row of jobs) {
    const instance = element(row, row.element_instance_key);
    if (instance)
      instance.job = {
        key: asKey(row.key),
        type: row.type,
        kind: row.kind as Job['kind'],
        state: row.engine_state as Job['state'],
        retries: row.retries,
      };
  }
  for (const row of tasks) {
    const instance = element(row, row.element_instance_key);
    if (instance) instance.userTask = userTask(row);
  }
  const wait = (row: { process_instance_key: number; element_instance_key: number }, opened: Wait): void => {
    const instance = element(row, row.element_instance_key);
    if (instance) (instance.waits ??= new Map()).set(opened.key, opened);
  };
  for (const row of timers) {
    const { repetitions, cycle } = row;
    const dueMs = row.held_due_ms ?? row.due_ms;
    wait(row, { kind: 'timer', key: asKey(row.key), targetId: row.target_id, dueMs, repetitions, cycle });
  }
  for (const row of messages) {
    const { message_name: messageName, correlation_key: correlationKey } = row;
    wait(row, { kind: 'message', key: asKey(row.key), targetId: row.target_id, messageName, correlationKey });
  }
  for (const row of signals) {
    wait(row, { kind: 'signal', key: asKey(row.key), targetId: row.target_id, signalName: row.signal_name });
  }
  for (const row of conditions) {
    const { target_id: targetId, event_index: eventIndex } = row;
    wait(row, { kind: 'condition', key: asKey(row.key), targetId, eventIndex, holds: row.holds === 1 });
  }
  for (const row of outputs) {
    const body = element(row, row.body_key);
    if (body) (body.outputs ??= new Map()).set(row.position, JSON.parse(row.value) as Json);
    const book = of(row)?.book;
    if (book === undefined) continue;
    book.outputs ??= new Map();
    book.outputs.set(row.body_key, (book.outputs.get(row.body_key) ?? new Set()).add(row.position));
  }
  restoreCompensations(entries, (row) => of(row));
  for (const row of parked) {
    const book = of(row)?.book;
    if (book === undefined) continue;
    book.parked ??= new Map();
    book.parked.set(parkedRowId(row.scope_key, row.element_id, row.flow_id), row);
    const scope = element(row, row.scope_key);
    if (scope) park(scope, row);
  }
  for (const row of incidents) {
    const instance = element(row, row.element_instance_key);
    if (!instance) continue;
    const jobKey = row.job_key === null ? null : asKey(row.job_key);
    instance.incident = { key: asKey(row.key), type: row.type as IncidentType, message: row.message, jobKey };
  }
  for (const { state } of loaded.values()) indexState(state);
  return loaded;
};

const keyOrNull = (value: number | null): Key | null => (value === null ? null : asKey(value));

const emptyState = (row: ProcessInstanceRow): InstanceState => ({
  key: asKey(row.key),
  definitionKey: asKey(row.definition_key),
  processId: row.process_id,
  version: row.version,
  // One that is suspended is alive all the same.
  status: row.status === 'SUSPENDED' ? 'ACTIVE' : (row.status as InstanceState['status']),
  parent:
    row.parent_instance_key === null || row.parent_element_key === null
      ? null
      : { processInstanceKey: asKey(row.parent_instance_key), elementInstanceKey: asKey(row.parent_element_key) },
  rootKey: asKey(row.root_key),
  businessId: row.business_id,
  tags: JSON.parse(row.tags) as string[],
  suspendedMs: row.suspended_ms,
  terminateAfter: parsed<readonly string[]>(row.terminate_after) ?? [],
  startMs: row.start_ms,
  endMs: row.end_ms,
  elements: new Map(),
  watching: null,
  continuation: row.continuation === null ? [] : (JSON.parse(row.continuation) as InstanceState['continuation']),
});

/** A JSON column, or null. */
const parsed = <T>(text: string | null): T | null => (text === null ? null : (JSON.parse(text) as T));

const parsedMap = <V>(text: string | null): Map<string, V> | null =>
  text === null ? null : new Map(Object.entries(JSON.parse(text) as Record<string, V>));

const elementInstance = (row: ElementInstanceRow): ElementInstance => {
  const state = row.state as ElementInstance['state'];
  const instance = newElement(asKey(row.key), row.element_id, keyOrNull(row.scope_key), state, row.start_ms);
  instance.calledInstanceKey = keyOrNull(row.called_instance_key);
  instance.evaluationKey = keyOrNull(row.evaluation_key);
  instance.trigger = parsed<{ targetId: string; variables: Variables }>(row.trigger);
  instance.interruptedBy = row.interrupted_by;
  instance.loop = loopOf(row);
  instance.loopCounter = row.loop_counter;
  instance.compensates = keyOrNull(row.compensates);
  instance.resets = parsedMap<readonly string[]>(row.resets);
  instance.gathered = parsedMap<Variables>(row.gathered);
  instance.listening = parsed<Listening>(row.listening);
  instance.adHoc = parsed<AdHocState>(row.ad_hoc);
  return instance;
};

const loopOf = (row: ElementInstanceRow): LoopState | null => {
  const counters = parsed<Omit<LoopState, 'items'>>(row.loop);
  if (counters === null) return null;
  const { total, created, completed } = counters;
  return { total, items: parsed<readonly Json[]>(row.loop_items), created, completed };
};

/** Entries find their owner by its key: a living element instance, or another entry that was restored with it. */
const restoreCompensations = (
  rows: readonly CompensationRow[],
  instanceOf: (row: CompensationRow) => LoadedInstance | undefined,
): void => {
  const restored = new Map<number, Compensation>();
  for (const row of rows) {
    restored.set(row.key, {
      key: asKey(row.key),
      elementId: row.element_id,
      order: row.position,
      variables: JSON.parse(row.variables) as Variables,
      inner: new Map(),
      runKey: keyOrNull(row.run_key),
      handlerKey: keyOrNull(row.handler_key),
    });
    const book = instanceOf(row)?.book;
    if (book) addCompensation(book, row.owner_key, row.key);
  }
  for (const row of rows) {
    const entry = restored.get(row.key);
    const owner = restored.get(row.owner_key);
    const scope = instanceOf(row)?.state.elements.get(asKey(row.owner_key));
    if (!entry) continue;
    if (owner) owner.inner.set(entry.key, entry);
    else if (scope) (scope.compensations ??= new Map()).set(entry.key, entry);
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
