import type { Database } from '../database.ts';
import { upToDeployment } from '../operations/up-to-deployment.ts';
import type { FormRow } from '../tables/forms.ts';

export interface FormReference {
  /** Of the process that refers to the form. */
  readonly tenantId: string;
  readonly formId: string;
  readonly binding: 'latest' | 'deployment' | 'versionTag';
  readonly versionTag: string | null;
  /** The deployment of the process that refers to the form. */
  readonly deploymentKey: number;
}

/** The form version that a process means; null when none is deployed. */
export const findForm = async (
  database: Database,
  { tenantId, formId, binding, versionTag, deploymentKey }: FormReference,
): Promise<FormRow | null> => {
  const [condition, params]: [string, (string | number)[]] =
    binding === 'deployment'
      ? [upToDeployment, [deploymentKey]]
      : binding === 'versionTag'
        ? ['version_tag = ?', [versionTag ?? '']]
        : ['is_latest = 1', []];
  const [row] = await database.rows<FormRow>(
    `SELECT * FROM forms WHERE form_id = ? AND tenant_id = ? AND deleted = 0 AND ${condition} ORDER BY version DESC LIMIT 1`,
    [formId, tenantId, ...params],
  );
  return row ?? null;
};
