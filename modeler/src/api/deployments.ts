import { request } from './client';
import { currentTenant } from './tenant';

/** What was deployed; each item has exactly one part that is not null. */
export interface Deployment {
  readonly deploymentKey: string;
  readonly deployments: readonly {
    readonly processDefinition: {
      readonly processDefinitionKey: string;
      readonly processDefinitionId: string;
      readonly processDefinitionVersion: number;
      readonly resourceName: string;
    } | null;
    readonly form: { readonly formKey: string; readonly formId: string; readonly version: number } | null;
  }[];
}

/** A file to deploy; the ending of the name tells what it is. */
export interface DeploymentResource {
  readonly name: string;
  readonly content: string;
}

/**
 * Deploys files together: all of them or none.
 *
 * @throws {ProblemError} with `problem.problems` naming every element that is refused
 */
export function deploy(resources: readonly DeploymentResource[]): Promise<Deployment> {
  const body = new FormData();
  for (const { name, content } of resources) {
    body.append('resources', new Blob([content], { type: 'application/octet-stream' }), name);
  }
  const tenantId = currentTenant();
  if (tenantId !== undefined) body.append('tenantId', tenantId);
  return request('/v2/deployments', { method: 'POST', body });
}
