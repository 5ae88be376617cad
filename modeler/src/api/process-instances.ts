import type {
  Client,
  InstancePath as ProcessInstancePath,
  ProcessInstance,
  StartedProcessInstance,
} from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { SearchQuery, SearchResult } from './search';
import { journalKey } from './topics';
import { currentTenant } from './tenant';

export type { ProcessInstance, ProcessInstancePath, StartedProcessInstance };

export type ProcessInstanceState = 'ACTIVE' | 'SUSPENDED' | 'COMPLETED' | 'TERMINATED';

/** One committed step of an instance. Records differ by their type; only `type` is common to all. */
export interface JournalEntry {
  readonly seq: number;
  readonly at: string;
  readonly command: { readonly type: string; readonly actor?: string | null } & Readonly<Record<string, unknown>>;
  readonly records: readonly ({ readonly type: string } & Readonly<Record<string, unknown>>)[];
}

/** Lists process instances. */
export function processInstancesQuery(search: SearchQuery = {}) {
  return queryOptions({
    queryKey: ['process-instances', 'search', search],
    queryFn: ({ signal }) =>
      request<SearchResult<ProcessInstance>>('/v2/process-instances/search', { method: 'POST', body: search, signal }),
  });
}

/** Reads one process instance. */
export function processInstanceQuery(processInstanceKey: string) {
  return queryOptions({
    queryKey: ['process-instances', 'one', processInstanceKey],
    queryFn: ({ signal }) => request<ProcessInstance>(`/v2/process-instances/${processInstanceKey}`, { signal }),
  });
}

/** Reads the path of one instance for its diagram. */
export function processInstancePathQuery(processInstanceKey: string) {
  return queryOptions({
    queryKey: ['element-instances', 'path', processInstanceKey],
    queryFn: ({ signal }) =>
      request<ProcessInstancePath>(`/ext/process-instances/${processInstanceKey}/path`, { signal }),
  });
}

/** Reads up to `limit` (1 to 1000) journal entries after the sequence number `after`. */
export function journalQuery(processInstanceKey: string, after = 0, limit = 200) {
  return queryOptions({
    queryKey: [journalKey, processInstanceKey, after, limit],
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly JournalEntry[]; readonly lastSeq: number }>(
        `/ext/process-instances/${processInstanceKey}/journal?after=${after}&limit=${limit}`,
        { signal },
      ),
  });
}

/** Starts an instance, of one version (by key) or of the newest version (by process id). */
export function startProcessInstance(
  start: ({ readonly processDefinitionKey: string } | { readonly processDefinitionId: string }) & {
    readonly variables: Readonly<Record<string, unknown>>;
  },
): Promise<StartedProcessInstance> {
  // A key says its tenant.
  const body = 'processDefinitionKey' in start ? start : { ...start, tenantId: currentTenant() };
  return request('/v2/process-instances', { method: 'POST', body });
}

/**
 * Starts a deployed version by its start form.
 *
 * @throws {ProblemError} 400 whose message names every field that breaks a rule of the form
 */
export function submitStartForm(
  processDefinitionKey: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<StartedProcessInstance> {
  return request(`/ext/process-definitions/${processDefinitionKey}/form-submission`, {
    method: 'POST',
    body: { variables },
  });
}

/** Lets a running instance rest: no job, timer or message moves it until it is resumed. */
export function suspendProcessInstance(processInstanceKey: string): Promise<void> {
  return request(`/v2/process-instances/${processInstanceKey}/suspension`, { method: 'POST', body: {} });
}

/** Lets a suspended instance go on. */
export function resumeProcessInstance(processInstanceKey: string): Promise<void> {
  return request(`/v2/process-instances/${processInstanceKey}/resumption`, { method: 'POST', body: {} });
}

/** Cancels a running instance; this cannot be undone. */
export function cancelProcessInstance(processInstanceKey: string): Promise<void> {
  return request(`/v2/process-instances/${processInstanceKey}/cancellation`, { method: 'POST', body: {} });
}

type AllInstructions = Parameters<Client['processInstances']['modifyProcessInstance']>[0];

/** What is to be done to an instance, all of it or nothing. */
export type ModifyInstance = Pick<
  AllInstructions,
  'activateInstructions' | 'moveInstructions' | 'terminateInstructions'
>;

/**
 * Moves, begins and ends tokens of a running instance.
 *
 * @throws {ProblemError} 400 or 409 whose message names everything that is wrong; nothing was done then
 */
export function modifyProcessInstance(processInstanceKey: string, instructions: ModifyInstance): Promise<void> {
  return request(`/v2/process-instances/${processInstanceKey}/modification`, { method: 'POST', body: instructions });
}
