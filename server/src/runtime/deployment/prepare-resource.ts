import { createHash } from 'node:crypto';
import { compileDmn, firstTimerDue, startEventName } from '@baton/engine';
import type { ProblemCode, ProcessDefinition, Variables } from '@baton/engine';
import type { BpmnCompiler } from '../compiler/bpmn-compiler.ts';
import type { Globals } from '../globals.ts';
import { scriptProblems } from '../scripts/script-problems.ts';
import type { Scripts } from '../scripts/scripts.ts';
import { readScriptFile } from './read-script-file.ts';
import type { PreparedResource, ResourceProblem, UploadedFile } from './prepared-resource.ts';

/** Either a file that can be deployed, or why not; warnings in both cases. */
export interface Preparation {
  readonly resource: PreparedResource | null;
  readonly problems: readonly ResourceProblem[];
}

/** What files are checked with. */
export interface Tools {
  readonly compiler: BpmnCompiler;
  readonly scripts: Scripts;
  /** As they were read last; whoever checks files reads them before. */
  readonly globals: Pick<Globals, 'known'>;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Checks one uploaded file for a tenant, decided by the ending of its name. Never throws for bad input. */
export const prepareResource = async (
  file: UploadedFile,
  nowMs: number,
  tools: Tools,
  tenantId: string,
): Promise<Preparation> => {
  const checksum = createHash('sha256').update(file.content).digest('hex');
  const problem = (code: ProblemCode, message: string): Preparation => ({
    resource: null,
    problems: [{ resourceName: file.name, elementId: null, code, severity: 'error', message }],
  });
  let content: string;
  try {
    content = decoder.decode(file.content);
  } catch {
    if (/\.(bpmn|form|dmn)$/i.test(file.name)) {
      return problem(
        'not-utf8',
        `Expected ${file.name} to be text in UTF-8, found bytes that are not. Save it in UTF-8.`,
      );
    }
    const base64 = file.content.toString('base64');
    return {
      resource: {
        kind: 'generic',
        name: file.name,
        content: base64,
        encoding: 'base64',
        checksum,
        scriptId: null,
        versionTag: null,
      },
      problems: [],
    };
  }
  const common = { name: file.name, content, encoding: 'utf8', checksum } as const;
  if (/\.bpmn$/i.test(file.name)) return prepareBpmn(common, nowMs, tools, tenantId);
  if (/\.form$/i.test(file.name)) {
    const form = readForm(content);
    if (typeof form === 'string') return problem('form-invalid', form);
    return { resource: { kind: 'form', ...common, ...form }, problems: [] };
  }
  if (/\.dmn$/i.test(file.name)) return prepareDmn(common);
  return { resource: { kind: 'generic', ...common, ...readScriptFile(file.name, content) }, problems: [] };
};

type Common = Pick<PreparedResource, 'name' | 'content' | 'encoding' | 'checksum'>;

const prepareBpmn = async (
  common: Common,
  nowMs: number,
  { compiler, scripts, globals }: Tools,
  tenantId: string,
): Promise<Preparation> => {
  const compiled = await compiler.compile(common.content);
  const named = compiled.ok ? compiled.warnings : compiled.problems;
  const problems: ResourceProblem[] = named.map((each) => ({ resourceName: common.name, ...each }));
  if (!compiled.ok) return { resource: null, problems };
  for (const process of compiled.processes) {
    problems.push(...startProblems(common.name, process, nowMs, globals.known(tenantId)));
    problems.push(...(await scriptProblems(scripts, common.name, process)));
  }
  if (problems.some((each) => each.severity === 'error')) return { resource: null, problems };
  return { resource: { kind: 'bpmn', ...common, processes: compiled.processes }, problems };
};

const prepareDmn = async (common: Common): Promise<Preparation> => {
  const compiled = await compileDmn(common.content);
  const named = compiled.ok ? compiled.warnings : compiled.problems;
  const problems = named.map((each): ResourceProblem => ({ resourceName: common.name, ...each }));
  return { resource: compiled.ok ? { kind: 'dmn', ...common, model: compiled.model } : null, problems };
};

/** Start events are evaluated at deployment, where there are no variables yet but those of the cluster. */
const startProblems = (
  resourceName: string,
  process: ProcessDefinition,
  nowMs: number,
  globals: Variables,
): ResourceProblem[] =>
  process.startTriggers.flatMap((trigger) => {
    const { kind } = trigger.event;
    const result =
      kind === 'timer'
        ? firstTimerDue(trigger, nowMs, globals)
        : kind === 'message' || kind === 'signal'
          ? startEventName(trigger, nowMs, globals)
          : null;
    if (result === null || result.ok) return [];
    return [
      {
        resourceName,
        elementId: trigger.elementId,
        code: 'invalid-start-event',
        severity: 'error',
        message: result.error,
      },
    ];
  });

const readForm = (content: string): { formId: string; versionTag: string | null } | string => {
  let form: unknown;
  try {
    form = JSON.parse(content);
  } catch (error) {
    return `Expected a form-js form as JSON, found text that does not parse: ${(error as Error).message}.`;
  }
  if (typeof form !== 'object' || form === null || Array.isArray(form))
    return 'Expected a form-js form, a JSON object; found something else.';
  const { id, type, schemaVersion, versionTag } = form as Record<string, unknown>;
  if (typeof id !== 'string' || id === '')
    return `Expected the form to have an id, found none. Add "id" at its top level.`;
  if (typeof schemaVersion !== 'number' && typeof type !== 'string') {
    return `Expected the form to have a schemaVersion or a type, found neither. Save it with a form-js editor.`;
  }
  return { formId: id, versionTag: typeof versionTag === 'string' ? versionTag : null };
};
