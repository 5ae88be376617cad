import type { Runtime } from '../create-runtime.ts';
import { deployTask } from './deploy.ts';
import type { Deployment } from './deploy.ts';
import { prepareDeployment } from './prepare-deployment.ts';
import type { UploadedFile } from './prepared-resource.ts';

/** Deploys files, all or nothing. Rejects with a refusal that has all their problems. */
export const deployFiles = async (runtime: Runtime, files: readonly UploadedFile[]): Promise<Deployment> => {
  const nowMs = runtime.clock.nowMs();
  await runtime.globals.current(nowMs);
  return runtime.pipeline.submit(deployTask(await prepareDeployment(files, nowMs, runtime)));
};
