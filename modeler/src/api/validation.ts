import { request } from './client';
import type { ModelProblem } from './problem-error';
import { currentTenant } from './tenant';

/** Asks the engine whether it could run a model, without storing it. */
export function validateModel(
  resourceName: string,
  content: string,
  signal?: AbortSignal,
): Promise<{ readonly valid: boolean; readonly problems: readonly ModelProblem[] }> {
  return request('/ext/validation', {
    method: 'POST',
    body: { resourceName, content, tenantId: currentTenant() },
    ...(signal === undefined ? {} : { signal }),
  });
}
