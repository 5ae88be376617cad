import type { Database } from '../database.ts';
import type { DecisionDefinitionRow } from '../tables/decision-definitions.ts';
import type { DecisionRequirementsRow } from '../tables/decision-requirements.ts';
import type { FormRow } from '../tables/forms.ts';
import type { ProcessDefinitionRow } from '../tables/process-definitions.ts';
import type { ResourceRow } from '../tables/resources.ts';

interface Rows {
  readonly process_definitions: ProcessDefinitionRow;
  readonly forms: FormRow;
  readonly decision_requirements: DecisionRequirementsRow;
  readonly decision_definitions: DecisionDefinitionRow;
  readonly resources: ResourceRow;
}
const idColumn = {
  process_definitions: 'process_id',
  forms: 'form_id',
  decision_requirements: 'drg_id',
  decision_definitions: 'decision_id',
  resources: 'name',
} as const;

/** The version with the highest number of a process, form, DMN file or generic file of a tenant; deleted ones count, so that numbers never repeat. */
export const findHighestVersion = async <T extends keyof Rows>(
  database: Database,
  table: T,
  tenantId: string,
  id: string,
): Promise<Rows[T] | null> => {
  const generic = table === 'resources' ? ` AND kind = 'generic'` : '';
  const [row] = await database.rows<Rows[T]>(
    `SELECT * FROM ${table} WHERE ${idColumn[table]} = ? AND tenant_id = ?${generic} ORDER BY version DESC LIMIT 1`,
    [id, tenantId],
  );
  return row ?? null;
};

/** The version with the highest number that is not deleted, other than `exceptKey`. */
export const findHighestLiving = async <T extends keyof Rows>(
  database: Database,
  table: T,
  tenantId: string,
  id: string,
  exceptKey: number,
): Promise<Rows[T] | null> => {
  const [row] = await database.rows<Rows[T]>(
    `SELECT * FROM ${table} WHERE ${idColumn[table]} = ? AND tenant_id = ? AND deleted = 0 AND key <> ? ORDER BY version DESC LIMIT 1`,
    [id, tenantId, exceptKey],
  );
  return row ?? null;
};

/** Keys of the version that is the latest of its id in a tenant: one, or none. */
export const findLatestKeys = (
  database: Database,
  table: Exclude<keyof Rows, 'resources'>,
  tenantId: string,
  id: string,
): Promise<{ readonly key: number }[]> =>
  database.rows(`SELECT key FROM ${table} WHERE ${idColumn[table]} = ? AND tenant_id = ? AND is_latest = 1`, [
    id,
    tenantId,
  ]);
