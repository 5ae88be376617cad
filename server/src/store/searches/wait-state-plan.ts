import type { Database } from '../database.ts';
import { applyCondition } from './apply-filter.ts';
import { elementTypes, plainEnum } from './enum-values.ts';
import type { Condition, Field, SearchPlan } from './search-plan.ts';
import { tenantOfInstance } from './tenant-of-instance.ts';

/** What an element instance can wait for. */
export const waitStateTypes = ['JOB', 'USER_TASK', 'MESSAGE', 'TIMER', 'SIGNAL', 'CONDITION'] as const;

/** Something that an element instance waits for. What the columns behind `due_ms` mean depends on the type. */
export interface WaitStateRow {
  readonly wait_type: (typeof waitStateTypes)[number];
  readonly wait_key: number;
  readonly element_instance_key: number;
  readonly process_instance_key: number;
  readonly target_id: string | null;
  /** Of a timer. */
  readonly due_ms: number | null;
  /** Retries of a job, repetitions of a timer, which of its element's events a condition is. */
  readonly number: number | null;
  /** Type of a job, name of a message or signal, due date of a user task. */
  readonly name: string | null;
  /** Kind of a job, correlation key of a message. */
  readonly detail: string | null;
  /** When the listener of a job runs. */
  readonly listener_event: string | null;
  readonly element_id: string;
  readonly element_type: string;
  readonly process_id: string;
  readonly definition_key: number;
  readonly root_key: number;
  readonly tenant_id: string;
}

const of = (type: string, table: string, columns: readonly string[], condition = ''): string =>
  `SELECT '${type}' AS wait_type, key AS wait_key, process_instance_key, element_instance_key, ${columns.join(', ')}
   FROM ${table} ${condition}`;
const text = 'CAST(NULL AS text)';
const int = 'CAST(NULL AS bigint)';

/** Served by the indexes of what is open; a filter for an instance reads what that has, and no more. */
const waits = `(${[
  of(
    'JOB',
    'jobs',
    [
      `${text} AS target_id`,
      `${int} AS due_ms`,
      'retries AS number',
      'type AS name',
      'kind AS detail',
      'listener_event',
    ],
    'WHERE engine_state IS NOT NULL',
  ),
  of('USER_TASK', 'user_tasks', [text, int, int, 'due_date', text, text], 'WHERE end_ms IS NULL'),
  of('MESSAGE', 'message_subscriptions', ['target_id', int, int, 'message_name', 'correlation_key', text]),
  of('TIMER', 'timers', ['target_id', 'due_ms', 'repetitions', text, text, text]),
  of('SIGNAL', 'signal_subscriptions', ['target_id', int, int, 'signal_name', text, text]),
  of('CONDITION', 'condition_subscriptions', ['target_id', int, 'event_index', text, text, text]),
].join(' UNION ALL ')}) AS w
  JOIN element_instances AS e ON e.process_instance_key = w.process_instance_key AND e.key = w.element_instance_key`;

/** A boundary event and an event sub-process listen beside what their element or scope waits for. */
const isOwn = `(w.target_id IS NULL OR w.target_id = e.element_id OR e.element_type = 'EVENT_BASED_GATEWAY')`;

/** The root of an instance, as a field of the filter for it. */
export const waitRootField: Field = { kind: 'key', column: 'p.root_key' };

/** Search of what element instances wait for. */
export const waitStatePlan: SearchPlan<WaitStateRow> = {
  from: waits,
  base: (query) => void query.whereRaw(isOwn),
  columns: [
    'w.*',
    'e.element_id',
    'e.element_type',
    'e.process_id',
    'e.definition_key',
    'e.root_key',
    `${tenantOfInstance('w')} AS tenant_id`,
  ],
  tenant: tenantOfInstance('w'),
  tiebreak: 'w.wait_key',
  fields: {
    elementInstanceKey: { kind: 'key', column: 'w.element_instance_key' },
    processInstanceKey: { kind: 'key', column: 'w.process_instance_key' },
    rootProcessInstanceKey: { kind: 'key', column: 'e.root_key' },
    elementId: { kind: 'string', column: 'e.element_id' },
    elementType: { kind: 'enum', column: 'e.element_type', values: elementTypes },
    waitStateType: { kind: 'enum', column: 'w.wait_type', values: plainEnum(...waitStateTypes) },
  },
  sortable: ['elementInstanceKey', 'processInstanceKey', 'rootProcessInstanceKey', 'elementId'],
  custom: {
    // By the index of instances by their root; that of the element would be looked at for all that waits.
    rootProcessInstanceKey: (query, value, context) => {
      const instances = context.knex.from('process_instances as p').select('p.key');
      for (const condition of value as Condition[]) applyCondition(instances, condition, context);
      query.whereIn('w.process_instance_key', instances);
    },
  },
};

/** How many element instances of an instance wait, by element. */
export const countWaiting = async (
  database: Database,
  processInstanceKey: number,
): Promise<{ elementId: string; waitingCount: number }[]> => {
  const rows = await database.rows<{ element_id: string; waiting: number | string }>(
    `SELECT e.element_id, count(DISTINCT w.element_instance_key) AS waiting FROM ${waits}
     WHERE ${isOwn} AND w.process_instance_key = ? GROUP BY e.element_id ORDER BY e.element_id`,
    [processInstanceKey],
  );
  return rows.map((row) => ({ elementId: row.element_id, waitingCount: Number(row.waiting) }));
};
