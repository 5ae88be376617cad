import { defaultTenant } from '../default-tenant.ts';
import type { Command, Key, Rejection, ThrownError, UserTaskChanges, Variables } from '@baton/engine';
import { jobs } from '../store/tables/jobs.ts';
import type { Batch } from './batch.ts';
import { createInstance } from './create-instance.ts';
import type { Deployed, Version } from './definitions.ts';
import { Refusal } from './refusal.ts';
import type { Task } from './task.ts';

export type { ThrownError, UserTaskChanges };

/** Makes a refusal of the engine one of the server's. */
export const refused = (command: string, { code, detail }: Rejection): Refusal =>
  new Refusal(code, `Command '${command}' rejected with code '${code}': ${detail}`);

const notFound = (command: string, what: string, key: Key): Refusal =>
  refused(command, {
    code: 'NOT_FOUND',
    detail: `Expected to find ${what} with key '${key}', but no such ${what} was found`,
  });

export const instanceNotFound = (command: string, key: Key): Refusal => notFound(command, 'process instance', key);

/** Who asks; written into the journal. Null as long as there is no login. */
export type Actor = string | null;

export interface StartTask {
  /** A version by its key must be of the tenant, if one is given; one by its id is of that or of the default one. */
  readonly process:
    | { readonly definitionKey: Key; readonly tenantId?: string | null }
    | { readonly processId: string; readonly version: Version; readonly tenantId?: string };
  readonly variables: Variables;
  readonly businessId: string | null;
  readonly tags: readonly string[];
  readonly startInstructions?: readonly string[];
  readonly terminateAfter?: readonly string[];
  readonly actor: Actor;
}
export interface Started {
  readonly processInstanceKey: Key;
  readonly definitionKey: Key;
  readonly processId: string;
  readonly version: number;
  readonly tenantId: string;
}

/** Starts an instance of a deployed process. */
export const startTask = (request: StartTask): Task<Started> => ({
  name: 'create-instance',
  concerns: async (batch) => {
    const { row } = await findDeployed(batch, request.process);
    return { resource: 'PROCESS_DEFINITION', id: row.process_id, tenantId: row.tenant_id };
  },
  run: async (batch) => {
    const deployed = await findDeployed(batch, request.process);
    const created = await createInstance(batch, { deployed, ...request });
    if (!created.ok) throw refused('CREATE', created.error);
    const { row } = deployed;
    return {
      processInstanceKey: created.instance.facts.key,
      definitionKey: row.key as Key,
      processId: row.process_id,
      version: row.version,
      tenantId: row.tenant_id,
    };
  },
});

const findDeployed = async (batch: Batch, process: StartTask['process']): Promise<Deployed> => {
  const { definitions } = batch.services;
  if ('definitionKey' in process) {
    const { definitionKey, tenantId } = process;
    const found = await definitions.livingByKey(definitionKey);
    if (found !== null && batch.sees(found.row.tenant_id) && (tenantId ?? found.row.tenant_id) === found.row.tenant_id)
      return found;
    throw refused('CREATE', {
      code: 'NOT_FOUND',
      detail: `Expected to find process definition with key '${definitionKey}', but none found`,
    });
  }
  const found = await definitions.find(process.tenantId ?? defaultTenant, process.processId, process.version);
  if (found !== null) return found;
  const version = 'number' in process.version ? ` and version '${process.version.number}'` : '';
  throw refused('CREATE', {
    code: 'NOT_FOUND',
    detail: `Expected to find process definition with process ID '${process.processId}'${version}, but none found`,
  });
};

/** A command for an instance that the caller names. */
export const instanceTask = (verb: string, key: Key, command: Command, actor: Actor): Task<null> => ({
  name: command.type,
  needs: { table: 'process_instances', key },
  run: async (batch) => {
    const instance = await batch.instance(key);
    if (instance === null || instance.state.status !== 'ACTIVE') throw instanceNotFound(verb, key);
    const error = await batch.apply(instance, command, actor);
    if (error !== null) throw refused(verb, error);
    return null;
  },
});

type OwnedTable = 'jobs' | 'user_tasks' | 'incidents' | 'element_instances';
const what: Readonly<Record<OwnedTable, string>> = {
  jobs: 'job',
  user_tasks: 'user task',
  incidents: 'incident',
  element_instances: 'element instance',
};

/** A command for the instance that owns a job, user task, incident or element instance. */
export const ownedTask = (
  verb: string,
  table: OwnedTable,
  key: Key,
  actor: Actor,
  command: (elementInstanceKey: Key) => Command,
): Task<null> => ({
  name: verb,
  needs: { table, key },
  run: async (batch) => {
    const owner = batch.owner(table, key);
    const instance = owner === null ? null : await batch.instance(owner.processInstanceKey);
    if (owner === null || instance === null || instance.state.status !== 'ACTIVE')
      throw notFound(verb, what[table], key);
    const error = await batch.apply(instance, command(owner.elementInstanceKey), actor);
    if (error !== null) throw refused(verb, error);
    return null;
  },
});

export interface JobUpdate {
  readonly retries: number | null;
  /** New lock time counted from now, milliseconds; only for a job that a worker holds. */
  readonly timeoutMs: number | null;
}

/** Changes retries or the lock time of a job. */
export const updateJobTask = (jobKey: Key, { retries, timeoutMs }: JobUpdate, actor: Actor): Task<null> => ({
  name: 'UPDATE',
  needs: { table: 'jobs', key: jobKey },
  run: async (batch) => {
    const owner = batch.owner('jobs', jobKey);
    const instance = owner === null ? null : await batch.instance(owner.processInstanceKey);
    const job = owner === null ? undefined : instance?.state.elements.get(owner.elementInstanceKey)?.job;
    if (owner === null || instance === null || job?.key !== jobKey) throw notFound('UPDATE', 'job', jobKey);
    if (instance.state.suspendedMs !== null)
      throw refused('UPDATE', {
        code: 'INVALID_STATE',
        detail: `Expected process instance '${owner.processInstanceKey}' of job '${jobKey}' to go on, but it is suspended. Resume it first`,
      });
    if (timeoutMs !== null) {
      const [row] = await batch.services.database.rows<{ deadline_ms: number | null }>(
        'SELECT deadline_ms FROM jobs WHERE key = ?',
        [jobKey],
      );
      if ((row?.deadline_ms ?? null) === null) {
        throw refused('UPDATE_TIMEOUT', {
          code: 'INVALID_STATE',
          detail: `Expected job with key '${jobKey}' to be activated by a worker, but it is not. Activate it first`,
        });
      }
    }
    if (retries !== null) {
      const error = await batch.apply(
        instance,
        { type: 'update-job-retries', elementInstanceKey: owner.elementInstanceKey, jobKey, retries },
        actor,
      );
      if (error !== null) throw refused('UPDATE_RETRIES', error);
    }
    if (timeoutMs !== null) {
      const deadline = batch.nowMs + timeoutMs;
      const set = { deadline_ms: deadline, due_ms: deadline, updated_ms: batch.nowMs };
      batch.changes.patch(jobs, { process_instance_key: owner.processInstanceKey, key: jobKey }, set);
      batch.dueAt(deadline);
    }
    return null;
  },
});
