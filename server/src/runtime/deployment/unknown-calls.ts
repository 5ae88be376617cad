import type { Runtime } from '../create-runtime.ts';
import type { PreparedResource, ResourceProblem } from './prepared-resource.ts';

/** Warnings about called processes that are neither deployed nor in the same file. They may be deployed later, so nothing is refused. */
export const unknownCalls = async (
  { definitions }: Runtime,
  resource: PreparedResource,
): Promise<ResourceProblem[]> => {
  if (resource.kind !== 'bpmn') return [];
  const own = new Set(resource.processes.map((process) => process.id));
  const warnings: ResourceProblem[] = [];
  for (const { elementId, processId } of resource.processes.flatMap((process) => process.calledProcessIds)) {
    if (own.has(processId) || (await definitions.find(processId, { latest: true })) !== null) continue;
    const message = `Expected the called process '${processId}' to be deployed, found none. Deploy it before an instance gets here.`;
    warnings.push({
      resourceName: resource.name,
      elementId,
      code: 'unknown-called-process',
      severity: 'warning',
      message,
    });
  }
  return warnings;
};
