import type { LinkedResource } from '@baton/engine';
import type { Database } from '../database.ts';
import { upToDeployment } from '../operations/up-to-deployment.ts';

/** The deployed file that a job is linked to, by its name and binding; null when there is none (yet). */
export const findLinkedResource = async (
  database: Database,
  { resourceId, bindingType }: LinkedResource,
  deploymentKey: number,
): Promise<number | null> => {
  const ofDeployment = bindingType === 'deployment' ? `AND ${upToDeployment}` : '';
  const [row] = await database.rows<{ key: number }>(
    `SELECT key FROM resources WHERE name = ? AND deleted = 0 ${ofDeployment} ORDER BY version DESC LIMIT 1`,
    bindingType === 'deployment' ? [resourceId, deploymentKey] : [resourceId],
  );
  return row?.key ?? null;
};
