import type { Database } from '../database.ts';
import type { FormRow } from '../tables/forms.ts';
import type { ProcessDefinitionRow } from '../tables/process-definitions.ts';

/** The most definitions that are listed at once. */
const limit = 1_000;

const ofTenants = (database: Database, tenants: readonly string[] | null): [condition: string, params: unknown[]] =>
  tenants === null ? ['1 = 1', []] : [database.isIn('tenant_id', 'text'), [database.list(tenants)]];

/** The latest version of every deployed process of some tenants (null: of all), by process id. */
export const listLatestProcesses = (
  database: Database,
  tenants: readonly string[] | null,
): Promise<ProcessDefinitionRow[]> => {
  const [seen, params] = ofTenants(database, tenants);
  return database.rows(
    `SELECT * FROM process_definitions WHERE is_latest = 1 AND deleted = 0 AND ${seen} ORDER BY process_id, tenant_id LIMIT ${limit}`,
    params as string[],
  );
};

/** The latest version of every deployed form of some tenants (null: of all), by form id. */
export const listLatestForms = (database: Database, tenants: readonly string[] | null): Promise<FormRow[]> => {
  const [seen, params] = ofTenants(database, tenants);
  return database.rows(
    `SELECT * FROM forms WHERE is_latest = 1 AND deleted = 0 AND ${seen} ORDER BY form_id, tenant_id LIMIT ${limit}`,
    params as string[],
  );
};

/** The texts of some drafts. */
export const draftContents = (
  database: Database,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly revision: number; readonly content: string }[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : database.rows(`SELECT id, revision, content FROM drafts WHERE ${database.isIn('id', 'text')}`, [
        database.list(ids),
      ]);

/** The texts of some deployed files. */
export const resourceContents = (
  database: Database,
  keys: readonly number[],
): Promise<{ readonly key: number; readonly content: string }[]> =>
  keys.length === 0
    ? Promise.resolve([])
    : database.rows(`SELECT key, content FROM resources WHERE ${database.isIn('key', 'int')}`, [database.list(keys)]);
