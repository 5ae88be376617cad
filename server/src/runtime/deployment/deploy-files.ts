import { defaultTenant } from '../../default-tenant.ts';
import type { AuditNote } from '../audit/audit-note.ts';
import type { Runtime } from '../create-runtime.ts';
import { deployTask } from './deploy.ts';
import type { Deployment } from './deploy.ts';
import { prepareDeployment } from './prepare-deployment.ts';
import type { UploadedFile } from './prepared-resource.ts';

/** Deploys files for a tenant (the default one), all or nothing. Rejects with a refusal that has all their problems. */
export const deployFiles = async (
  runtime: Runtime,
  files: readonly UploadedFile[],
  { tenantId = defaultTenant, audit = null }: { readonly tenantId?: string; readonly audit?: AuditNote | null } = {},
): Promise<Deployment> => {
  const nowMs = runtime.clock.nowMs();
  await runtime.globals.current(nowMs, tenantId);
  const task = deployTask(await prepareDeployment(files, nowMs, runtime, tenantId), tenantId);
  return runtime.pipeline.submit({ ...task, audit });
};
