import { asKey } from '@baton/engine';
import type { InstanceState, Json, Key, Listening, UserTask } from '@baton/engine';
import type { Database } from '../store/database.ts';
import { defaultTenant } from '../default-tenant.ts';
import { loadInstances } from '../store/load-instances.ts';
import { claimJobs } from '../store/operations/claim-jobs.ts';
import { findFetchableJobs } from '../store/operations/find-fetchable-jobs.ts';
import { jobs } from '../store/tables/jobs.ts';
import type { JobRow } from '../store/tables/jobs.ts';
import type { Batch } from './batch.ts';
import type { OwnerCache } from './owner-cache.ts';

export interface ActivationRequest {
  readonly type: string;
  /** Whose jobs the worker may have. (Default: those of the default tenant.) */
  readonly tenantIds?: readonly string[];
  readonly worker: string;
  /** How long the lock holds, milliseconds. */
  readonly timeoutMs: number;
  readonly maxJobs: number;
  /** Names of the variables to send; null sends all that are visible. */
  readonly fetchVariables: readonly string[] | null;
  /** Ids of the processes whose jobs the worker may have; null for all. (Default: null.) */
  readonly processIds?: readonly string[] | null;
}

/** A job in a worker's hands. */
export interface ActivatedJob {
  readonly row: JobRow;
  readonly deadlineMs: number;
  readonly variables: Readonly<Record<string, Json>>;
  readonly tags: readonly string[];
  /** Of a task listener: the task that it listens to. */
  readonly userTask: ListenedTask | null;
}

export interface ListenedTask {
  readonly task: UserTask;
  readonly listening: Listening;
  /** Its row, where it is stored already. */
  readonly row: { readonly form_key: number | null } | null;
}

/**
 * Locks the oldest fetchable jobs behind `afterKey`. The lock is a matter of the job's row, not of the instance: it is no command and has
 * no journal entry. Two servers that want the same job: the guard lets one win, the other's batch is decided again.
 */
export const activateJobs = async (
  batch: Batch,
  request: ActivationRequest,
  afterKey: number,
): Promise<ActivatedJob[]> => {
  const { database } = batch.services;
  const free = await findFree(batch, request, afterKey);
  await batch.preload(free.map((row) => row.process_instance_key as Key));
  const activated: ActivatedJob[] = [];
  for (const row of free) {
    const instance = batch.faulted.has(row.process_instance_key as Key)
      ? null
      : await batch.instance(row.process_instance_key as Key);
    if (instance === null) continue;
    const deadlineMs = batch.nowMs + request.timeoutMs;
    batch.changes.patch(
      jobs,
      { process_instance_key: row.process_instance_key, key: row.key },
      { fetchable: 0, worker: request.worker, deadline_ms: deadlineMs, due_ms: deadlineMs, updated_ms: batch.nowMs },
      { fetchable: 1 },
    );
    batch.dueAt(deadlineMs);
    activated.push(await activatedJob(database, instance.state, row, deadlineMs, request));
  }
  return activated;
};

/** The oldest fetchable jobs that this batch has done nothing to: what it has done makes a job a matter of the next one, and others come in its place. */
const findFree = async (
  batch: Batch,
  { type, tenantIds = [defaultTenant], maxJobs, processIds = null }: ActivationRequest,
  afterKey: number,
): Promise<JobRow[]> => {
  const free: JobRow[] = [];
  for (let after = afterKey; ;) {
    const wanted = maxJobs - free.length;
    const query = { type, tenantIds, processIds, afterKey: after, limit: wanted };
    const rows = await findFetchableJobs(batch.services.database, query);
    free.push(...rows.filter((row) => batch.changes.pending(jobs, row) === undefined));
    const last = rows.at(-1);
    if (last === undefined || rows.length < wanted || free.length === maxJobs) return free;
    after = last.key;
  }
};

/**
 * The same on a database that several servers share: the lock is committed by itself, without waiting for the batches of this server, and jobs
 * that another server is locking are skipped.
 */
export const claimAndRead = async (
  database: Database,
  owners: OwnerCache,
  nowMs: number,
  request: ActivationRequest,
): Promise<ActivatedJob[]> => {
  const { type, tenantIds = [defaultTenant], worker, maxJobs, processIds = null } = request;
  const deadlineMs = nowMs + request.timeoutMs;
  const rows = await claimJobs(database, { type, tenantIds, worker, deadlineMs, processIds, limit: maxJobs }, nowMs);
  const instances = await loadInstances(database, [...new Set(rows.map((row) => asKey(row.process_instance_key)))]);
  const activated: ActivatedJob[] = [];
  for (const row of rows) {
    const state = instances.get(asKey(row.process_instance_key))?.state;
    // It ended just now.
    if (state?.elements.get(asKey(row.element_instance_key))?.job?.key !== row.key) continue;
    owners.remember('jobs', row.key, {
      processInstanceKey: asKey(row.process_instance_key),
      elementInstanceKey: asKey(row.element_instance_key),
    });
    activated.push(await activatedJob(database, state, row, deadlineMs, request));
  }
  return activated;
};

const activatedJob = async (
  database: Database,
  state: InstanceState,
  row: JobRow,
  deadlineMs: number,
  { fetchVariables }: ActivationRequest,
): Promise<ActivatedJob> => {
  const variables = visibleVariables(state, asKey(row.element_instance_key), fetchVariables);
  const userTask = row.kind === 'TASK_LISTENER' ? await listenedTask(database, state, row) : null;
  return { row, deadlineMs, variables, tags: state.tags, userTask };
};

const listenedTask = async (database: Database, state: InstanceState, row: JobRow): Promise<ListenedTask | null> => {
  const element = state.elements.get(row.element_instance_key as Key);
  if (!element?.userTask || !element.listening) return null;
  const [task] = await database.rows<{ form_key: number | null }>('SELECT form_key FROM user_tasks WHERE key = ?', [
    element.userTask.key,
  ]);
  return { task: element.userTask, listening: element.listening, row: task ?? null };
};

/** All variables that an element instance sees, the innermost of a name. */
export const visibleVariables = (
  state: InstanceState,
  elementInstanceKey: Key,
  names: readonly string[] | null,
): Readonly<Record<string, Json>> => {
  // No prototype: a variable may be called __proto__.
  const visible = Object.create(null) as Record<string, Json>;
  const wanted = names === null ? null : new Set(names);
  for (let key: Key | null = elementInstanceKey; key !== null;) {
    const scope = state.elements.get(key);
    if (scope === undefined) break;
    for (const [name, variable] of scope.variables ?? []) {
      if (!Object.hasOwn(visible, name) && wanted?.has(name) !== false) visible[name] = variable.value;
    }
    key = scope.scopeKey;
  }
  return visible;
};
