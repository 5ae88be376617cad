import type { Database } from '../database.ts';

type KeyedTable =
  | 'process_instances'
  | 'element_instances'
  | 'variables'
  | 'jobs'
  | 'user_tasks'
  | 'incidents'
  | 'process_definitions'
  | 'forms'
  | 'decision_requirements'
  | 'decision_definitions'
  | 'batch_operations'
  | 'batch_operation_items'
  | 'authorizations'
  | 'audit_log';

/** One row by its key; null when there is none. */
export const findRow = async <Row>(database: Database, table: KeyedTable, key: number): Promise<Row | null> => {
  const [row] = await database.rows<Row>(`SELECT * FROM ${table} WHERE key = ?`, [key]);
  return row ?? null;
};
