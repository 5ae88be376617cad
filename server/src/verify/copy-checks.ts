import type { TableCheck } from './table-checks.ts';

/**
 * Tables that repeat facts of their instance, so that searches need no joins. What has ended keeps the definition that it ended by, which a
 * migration may have changed since.
 */
const copies: readonly (readonly [
  table: string,
  ofDefinition: readonly string[],
  ofInstance: readonly string[],
  lives: string,
])[] = [
  ['element_instances', ['definition_key', 'process_id'], ['root_key'], 't.end_ms IS NULL'],
  ['jobs', ['definition_key', 'process_id', 'version'], ['root_key', 'tenant_id'], 't.end_ms IS NULL'],
  ['user_tasks', ['definition_key', 'process_id', 'version'], ['root_key', 'tenant_id'], 't.end_ms IS NULL'],
  ['incidents', ['definition_key', 'process_id'], ['root_key', 'tenant_id'], `t.state = 'ACTIVE'`],
  ['variables', [], ['root_key'], '1 = 1'],
  ['message_subscriptions', ['process_id'], ['tenant_id'], '1 = 1'],
  ['signal_subscriptions', [], ['tenant_id'], '1 = 1'],
  ['message_correlations', [], ['tenant_id'], '1 = 1'],
  ['message_starts', [], ['tenant_id'], '1 = 1'],
];

const differ = (columns: readonly string[]): string =>
  columns.length === 0 ? '1 = 0' : columns.map((column) => `t.${column} <> i.${column}`).join(' OR ');

/** I8: what rows repeat of others is what the others say. */
export const copyChecks: readonly TableCheck[] = [
  ...copies.map(([table, ofDefinition, ofInstance, lives]): TableCheck => ({
    invariant: 'I8',
    sql: `SELECT t.process_instance_key AS key FROM ${table} t JOIN process_instances i ON i.key = t.process_instance_key
        WHERE (${lives} AND (${differ(ofDefinition)})) OR ${differ(ofInstance)}`,
    sentence: `has rows in ${table} whose ${[...ofDefinition, ...ofInstance].join(', ')} are not its own.`,
  })),
  {
    invariant: 'I8',
    sql: `SELECT i.key AS key FROM process_instances i JOIN process_definitions d ON d.key = i.definition_key WHERE i.tenant_id <> d.tenant_id`,
    sentence: 'is of another tenant than its process definition.',
  },
  {
    invariant: 'I8',
    sql: `SELECT i.key AS key FROM process_instances i JOIN process_instances p ON p.key = i.parent_instance_key WHERE i.tenant_id <> p.tenant_id`,
    sentence: 'is of another tenant than the instance that called it.',
  },
  {
    invariant: 'I8',
    sql: `SELECT i.key AS key FROM process_instances i WHERE i.incident_count <>
      (SELECT count(*) FROM incidents x WHERE x.process_instance_key = i.key AND x.state = 'ACTIVE')`,
    sentence: 'counts its active incidents wrongly.',
  },
  {
    invariant: 'I8',
    sql: `SELECT x.process_instance_key AS key FROM incidents x JOIN element_instances e
      ON e.process_instance_key = x.process_instance_key AND e.key = x.element_instance_key
      WHERE x.state = 'ACTIVE' AND (e.incident_key IS NULL OR e.incident_key <> x.key)`,
    sentence: 'has an active incident that its element instance does not show.',
  },
  {
    invariant: 'I8',
    sql: `SELECT i.key AS key FROM process_instances i WHERE (i.status IN ('ACTIVE', 'SUSPENDED')) <> (i.end_ms IS NULL) OR (i.status = 'SUSPENDED') <> (i.suspended_ms IS NOT NULL)`,
    sentence: 'has a status that does not fit its end.',
  },
];
