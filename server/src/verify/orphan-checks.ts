import type { TableCheck } from './table-checks.ts';

/** What only an element instance that lives can have, and how a row of it is recognized as open. */
const ofElements: readonly (readonly [table: string, column: string, open: string, what: string])[] = [
  ['timers', 'element_instance_key', '', 'an open timer'],
  ['message_subscriptions', 'element_instance_key', '', 'an open message subscription'],
  ['signal_subscriptions', 'element_instance_key', '', 'an open signal subscription'],
  ['condition_subscriptions', 'element_instance_key', '', 'an open condition'],
  ['parked_tokens', 'scope_key', '', 'a waiting token'],
  ['loop_outputs', 'body_key', '', 'outputs of a loop'],
  ['jobs', 'element_instance_key', 'AND (t.engine_state IS NOT NULL OR t.fetchable = 1)', 'an open job'],
  ['user_tasks', 'element_instance_key', 'AND t.end_ms IS NULL', 'an open user task'],
  ['incidents', 'element_instance_key', `AND t.state = 'ACTIVE'`, 'an active incident'],
];

/** Every table whose rows belong to a process instance. */
const ofInstances: readonly string[] = [
  ...ofElements.map(([table]) => table),
  'element_instances',
  'variables',
  'compensations',
  'journal',
  'message_starts',
  'message_correlations',
];

const living = (column: string): string =>
  `EXISTS (SELECT 1 FROM element_instances e WHERE e.process_instance_key = t.process_instance_key AND e.key = t.${column} AND e.end_ms IS NULL)`;

/** I5: nothing is left over that nobody will ever take away. */
export const orphanChecks: readonly TableCheck[] = [
  ...ofInstances.map((table): TableCheck => ({
    invariant: 'I5',
    sql: `SELECT t.process_instance_key AS key FROM ${table} t WHERE NOT EXISTS (SELECT 1 FROM process_instances i WHERE i.key = t.process_instance_key)`,
    sentence: `does not exist, but has rows in ${table}.`,
  })),
  ...ofElements.map(([table, column, open, what]): TableCheck => ({
    invariant: 'I5',
    sql: `SELECT t.process_instance_key AS key FROM ${table} t WHERE NOT ${living(column)} ${open}`,
    sentence: `has ${what} of an element instance that does not live.`,
  })),
  {
    invariant: 'I5',
    sql: `SELECT t.process_instance_key AS key FROM element_instances t JOIN process_instances i ON i.key = t.process_instance_key
      WHERE i.end_ms IS NOT NULL AND t.end_ms IS NULL`,
    sentence: 'has ended, but has a living element instance.',
  },
  {
    invariant: 'I5',
    sql: `SELECT t.process_instance_key AS key FROM compensations t JOIN process_instances i ON i.key = t.process_instance_key
      WHERE i.end_ms IS NOT NULL`,
    sentence: 'has ended, but has something to compensate.',
  },
  {
    invariant: 'I5',
    // The end and the release are one transaction, unless the release had to wait in the outbox.
    sql: `SELECT t.process_instance_key AS key FROM message_starts t JOIN process_instances i ON i.key = t.process_instance_key
      WHERE i.end_ms IS NOT NULL AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.process_instance_key = i.key)`,
    sentence: 'has ended, but still keeps the next message from starting its process.',
  },
  {
    invariant: 'I5',
    sql: `SELECT t.process_instance_key AS key FROM jobs t WHERE t.engine_state IS NULL AND (t.fetchable = 1 OR t.due_ms IS NOT NULL)`,
    sentence: 'has a finished job that a worker could get.',
  },
];
