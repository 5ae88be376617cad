import type { LinkedResource } from '@baton/engine';
import type { Database } from '../database.ts';
import { upToDeployment } from '../operations/up-to-deployment.ts';

/** The deployed file of a tenant that a job is linked to, by its name (of an RPA script: also its id) and binding; null when there is none (yet). */
export const findLinkedResource = async (
  database: Database,
  tenantId: string,
  { resourceId, bindingType, versionTag }: LinkedResource,
  deploymentKey: number,
): Promise<number | null> => {
  const [condition, params]: [string, (string | number)[]] =
    bindingType === 'deployment'
      ? [`AND ${upToDeployment}`, [deploymentKey]]
      : bindingType === 'versionTag'
        ? ['AND version_tag = ?', [versionTag ?? '']]
        : ['', []];
  const [row] = await database.rows<{ key: number }>(
    `SELECT key FROM resources WHERE (name = ? OR script_id = ?) AND tenant_id = ? AND deleted = 0 ${condition} ORDER BY version DESC, key DESC LIMIT 1`,
    [resourceId, resourceId, tenantId, ...params],
  );
  return row?.key ?? null;
};
