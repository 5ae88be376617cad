import { defaultTenant } from '../../default-tenant.ts';
import { Refusal } from '../refusal.ts';
import { prepareResource } from './prepare-resource.ts';
import type { Tools } from './prepare-resource.ts';
import type { PreparedResource, ResourceProblem, UploadedFile } from './prepared-resource.ts';

/** Checks all files of an upload for a tenant (the default one). Throws INVALID_ARGUMENT with every problem of every file when one of them cannot be deployed. */
export const prepareDeployment = async (
  files: readonly UploadedFile[],
  nowMs: number,
  tools: Tools,
  tenantId: string = defaultTenant,
): Promise<PreparedResource[]> => {
  if (files.length === 0)
    throw new Refusal('INVALID_ARGUMENT', `Expected at least one file, in parts named 'resources'; found none.`);
  const prepared: PreparedResource[] = [];
  const problems: ResourceProblem[] = [];
  for (const file of files) {
    const { resource, problems: found } = await prepareResource(file, nowMs, tools, tenantId);
    if (resource !== null) prepared.push(resource);
    problems.push(...found);
  }
  problems.push(...duplicates(prepared));
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) {
    const list = errors.map(
      (problem) =>
        `${problem.resourceName}${problem.elementId === null ? '' : ` (${problem.elementId})`}: ${problem.message}`,
    );
    throw new Refusal(
      'INVALID_ARGUMENT',
      `Expected to deploy ${files.length} file(s), but found ${errors.length} problem(s).\n${list.join('\n')}`,
      { problems },
    );
  }
  return prepared;
};

/** The same id twice in one upload would leave it to chance which one is the latest. */
const duplicates = (files: readonly PreparedResource[]): ResourceProblem[] => {
  const seen = new Map<string, string>();
  return files.flatMap((file) =>
    idsOf(file).flatMap((id): ResourceProblem[] => {
      const first = seen.get(id);
      if (first === undefined) {
        seen.set(id, file.name);
        return [];
      }
      const message = `Expected every process, form, DMN, decision and file id once in an upload, found ${id} in ${first} and ${file.name}. Leave one out.`;
      return [{ resourceName: file.name, elementId: null, code: 'duplicate-resource', severity: 'error', message }];
    }),
  );
};

const idsOf = (file: PreparedResource): string[] => {
  switch (file.kind) {
    case 'bpmn':
      return file.processes.map((process) => `process '${process.id}'`);
    case 'form':
      return [`form '${file.formId}'`];
    case 'dmn':
      return [`DMN file '${file.model.id}'`, ...[...file.model.decisions.keys()].map((id) => `decision '${id}'`)];
    case 'generic':
      return [`file '${file.name}'`];
  }
};
