import type { Database } from '../store/database.ts';
import { findRow } from '../store/searches/find-row.ts';
import { Refusal } from '../runtime/refusal.ts';

/** What a row of each table is called in answers. */
const nouns = {
  batch_operations: 'Batch operation',
  decision_definitions: 'Decision definition',
  decision_requirements: 'Decision requirements',
  element_instances: 'Element Instance',
  forms: 'Form',
  incidents: 'Incident',
  process_definitions: 'Process definition',
  process_instances: 'Process Instance',
  user_tasks: 'User Task',
  variables: 'Variable',
} as const;

/** The row that a caller names by its key. Throws NOT_FOUND where there is none. */
export const foundRow = async <Row>(database: Database, table: keyof typeof nouns, key: number): Promise<Row> => {
  const row = await findRow<Row>(database, table, key);
  if (row !== null) return row;
  throw new Refusal('NOT_FOUND', `${nouns[table]} with key '${key}' not found`);
};
