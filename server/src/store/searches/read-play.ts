import type { Database } from '../database.ts';
import type { ConditionSubscriptionRow } from '../tables/condition-subscriptions.ts';
import type { ElementInstanceRow } from '../tables/element-instances.ts';
import type { IncidentRow } from '../tables/incidents.ts';
import type { JobRow } from '../tables/jobs.ts';
import type { JournalRow } from '../tables/journal.ts';
import type { MessageSubscriptionRow } from '../tables/message-subscriptions.ts';
import type { ParkedTokenRow } from '../tables/parked-tokens.ts';
import type { ProcessInstanceRow } from '../tables/process-instances.ts';
import type { SignalSubscriptionRow } from '../tables/signal-subscriptions.ts';
import type { StartSubscriptionRow } from '../tables/start-subscriptions.ts';
import type { StartTimerRow } from '../tables/start-timers.ts';
import type { TimerRow } from '../tables/timers.ts';
import type { UserTaskRow } from '../tables/user-tasks.ts';
import type { VariableRow } from '../tables/variables.ts';

type OfProcess<Row> = Row & { readonly process_id: string };

/** All that is open in a database that holds one play, each in the order in which it came to be. */
export interface OpenInPlay {
  /** All, ended ones too. */
  readonly instances: readonly ProcessInstanceRow[];
  readonly elements: readonly ElementInstanceRow[];
  readonly parked: readonly OfProcess<ParkedTokenRow>[];
  readonly jobs: readonly JobRow[];
  readonly userTasks: readonly UserTaskRow[];
  readonly timers: readonly OfProcess<TimerRow>[];
  readonly messages: readonly MessageSubscriptionRow[];
  readonly signals: readonly OfProcess<SignalSubscriptionRow>[];
  readonly conditions: readonly OfProcess<ConditionSubscriptionRow>[];
  readonly incidents: readonly IncidentRow[];
  /** Ad-hoc sub-processes in which further activities can begin. */
  readonly adHocs: readonly ElementInstanceRow[];
  /** Those of open scopes, and of instances that have ended. */
  readonly variables: readonly VariableRow[];
}

const ofProcess = (table: string, order: string): string =>
  `SELECT t.*, i.process_id FROM ${table} t JOIN process_instances i ON i.key = t.process_instance_key ORDER BY ${order}`;

const reads: Readonly<Record<keyof OpenInPlay, string>> = {
  instances: 'SELECT * FROM process_instances ORDER BY key',
  elements: 'SELECT * FROM element_instances WHERE end_ms IS NULL ORDER BY key',
  parked: ofProcess('parked_tokens', 't.process_instance_key, t.element_id, t.flow_id'),
  jobs: 'SELECT * FROM jobs WHERE engine_state IS NOT NULL ORDER BY key',
  userTasks: 'SELECT * FROM user_tasks WHERE end_ms IS NULL ORDER BY key',
  timers: ofProcess('timers', 't.key'),
  messages: 'SELECT * FROM message_subscriptions ORDER BY key',
  signals: ofProcess('signal_subscriptions', 't.key'),
  conditions: ofProcess('condition_subscriptions', 't.key'),
  incidents: `SELECT * FROM incidents WHERE state = 'ACTIVE' ORDER BY key`,
  adHocs:
    `SELECT * FROM element_instances WHERE end_ms IS NULL AND element_type = 'AD_HOC_SUB_PROCESS' AND state = 'ACTIVE'` +
    ` AND COALESCE(json_extract(ad_hoc, '$.isFulfilled'), 0) = 0 ORDER BY key`,
  variables:
    'SELECT v.* FROM variables v WHERE v.scope_key = v.process_instance_key OR EXISTS (SELECT 1 FROM element_instances e' +
    ' WHERE e.process_instance_key = v.process_instance_key AND e.key = v.scope_key AND e.end_ms IS NULL) ORDER BY v.process_instance_key, v.scope_key, v.name',
};

/** Reads all that is open, as of one moment. */
export const readOpenInPlay = async (database: Database): Promise<OpenInPlay> => {
  const names = Object.keys(reads) as (keyof OpenInPlay)[];
  const found = await database.snapshot(names.map((name) => ({ sql: reads[name], params: [] })));
  return Object.fromEntries(names.map((name, index) => [name, found[index]])) as unknown as OpenInPlay;
};

/** A journal entry, and its number in the order of all instances. */
export type NumberedEntry = JournalRow & { readonly number: number };

/** What was written behind an entry, of all instances together. */
export const readNewEntries = (database: Database, afterNumber: number): Promise<NumberedEntry[]> =>
  database.rows('SELECT rowid AS number, * FROM journal WHERE rowid > ? ORDER BY rowid', [afterNumber]);

/** The element and the process of every element instance that ever was, by its key. */
export const readElementIds = (
  database: Database,
): Promise<{ readonly key: number; readonly element_id: string; readonly process_id: string }[]> =>
  database.rows('SELECT key, element_id, process_id FROM element_instances ORDER BY key');

/** What begins processes at an event: the triggers of their start events, in their order. */
export const readStarts = async (database: Database): Promise<readonly (StartSubscriptionRow | StartTimerRow)[]> => [
  ...(await database.rows<StartSubscriptionRow>('SELECT * FROM start_subscriptions ORDER BY key')),
  ...(await readStartTimers(database)),
];

/** The timers that start processes. */
export const readStartTimers = (database: Database): Promise<StartTimerRow[]> =>
  database.rows('SELECT * FROM start_timers ORDER BY key');

/** Whether anything is left that happens by itself. */
export const isStillGoing = async (database: Database, nowMs: number): Promise<boolean> => {
  const [row] = await database.rows<{ busy: number }>(
    'SELECT EXISTS (SELECT 1 FROM process_instances WHERE continuation IS NOT NULL AND end_ms IS NULL)' +
      ' OR EXISTS (SELECT 1 FROM outbox WHERE due_ms <= ?) OR EXISTS (SELECT 1 FROM timers WHERE due_ms <= ?) AS busy',
    [nowMs, nowMs],
  );
  return row?.busy === 1;
};
