import type { ProblemCode } from '@baton/engine';
import { findDecision } from '../../store/operations/find-decision.ts';
import type { Runtime } from '../create-runtime.ts';
import type { PreparedResource, ResourceProblem } from './prepared-resource.ts';

/**
 * Warnings about called processes and decisions that are neither deployed nor, for processes, in the same file. They may be deployed later, so
 * nothing is refused.
 */
export const unknownCalls = async (
  { definitions, database }: Runtime,
  tenantId: string,
  resource: PreparedResource,
): Promise<ResourceProblem[]> => {
  if (resource.kind !== 'bpmn') return [];
  const { name: resourceName, processes } = resource;
  const own = new Set(processes.map((process) => process.id));
  const warnings: ResourceProblem[] = [];
  const warn = (elementId: string, code: ProblemCode, what: string): void => {
    const message = `Expected the called ${what} to be deployed, found none. Deploy it before an instance gets here.`;
    warnings.push({ resourceName, elementId, code, severity: 'warning', message });
  };
  for (const { elementId, processId } of processes.flatMap((process) => process.calledProcessIds)) {
    if (own.has(processId) || (await definitions.find(tenantId, processId, { latest: true })) !== null) continue;
    warn(elementId, 'unknown-called-process', `process '${processId}'`);
  }
  for (const { elementId, decisionId } of processes.flatMap((process) => process.calledDecisionIds)) {
    if ((await findDecision(database, tenantId, decisionId, { latest: true })) === null)
      warn(elementId, 'unknown-called-decision', `decision '${decisionId}'`);
  }
  return warnings;
};
