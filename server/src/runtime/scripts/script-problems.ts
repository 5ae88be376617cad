import type { ProcessDefinition } from '@baton/engine';
import type { ResourceProblem } from '../deployment/prepared-resource.ts';
import type { Scripts } from './scripts.ts';

/** Scripts that do not parse, or that this server does not run. */
export const scriptProblems = async (
  scripts: Scripts,
  resourceName: string,
  process: ProcessDefinition,
): Promise<ResourceProblem[]> => {
  const problems: ResourceProblem[] = [];
  for (const node of process.elements.values()) {
    if (node.type !== 'script-task' || node.javascript === null) continue;
    const checked = await scripts.check(node.javascript.source);
    if (checked.ok) continue;
    const message = `Script task '${node.name ?? node.id}': ${checked.error}`;
    problems.push({ resourceName, elementId: node.id, code: 'invalid-expression', severity: 'error', message });
  }
  return problems;
};
