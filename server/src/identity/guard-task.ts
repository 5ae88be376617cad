import type { Batch } from '../runtime/batch.ts';
import type { Task } from '../runtime/task.ts';
import { allowsTask } from './allows.ts';
import type { Permit } from './permit.ts';
import { anyResource } from './permissions.ts';

/**
 * The guard at the command bus: before a task is run it is looked at what it is about, with the very state that it will change. A task that does not say what it
 * is about needs the permission for every resource, and is refused where tenants are told apart. While it runs, other tenants do not exist for it: what is of one of
 * them is not found, as if it was not there. Costs nothing where the caller may do it everywhere.
 */
export const guardTask = <A>(task: Task<A>, permit: Permit): Task<A> =>
  permit.isUnlimited
    ? task
    : {
        ...task,
        run: async (batch) => {
          const { tenants } = batch;
          batch.tenants = permit.tenants;
          try {
            await check(task, permit, batch);
            return await task.run(batch);
          } finally {
            batch.tenants = tenants;
          }
        },
      };

const check = async (task: Task<unknown>, permit: Permit, batch: Batch): Promise<void> => {
  checkTenant(task, permit);
  if (task.concerns !== undefined) {
    const concerned = await task.concerns(batch);
    // What does not exist is refused by the task itself.
    if (concerned === null) return;
    const { resource, id, tenantId } = concerned;
    if (!permit.allows(resource, id) || (tenantId !== null && !batch.sees(tenantId))) throw permit.refusal(id);
    return;
  }
  if (permit.isEverywhere) return;
  if (task.needs === undefined) throw permit.refusal(anyResource);
  const { table, key } = task.needs;
  const owner = table === 'process_instances' ? null : batch.owner(table, key);
  const instanceKey = table === 'process_instances' ? key : owner?.processInstanceKey;
  const instance = instanceKey === undefined ? null : await batch.instance(instanceKey);
  if (instance === null) return;
  const { processId } = instance.facts;
  if (permit.allows('PROCESS_DEFINITION', processId)) return;
  const userTask =
    table !== 'user_tasks' || owner === null ? null : instance.state.elements.get(owner.elementInstanceKey)?.userTask;
  if (userTask != null && allowsTask(permit, { processId, ...userTask })) return;
  throw permit.refusal(processId);
};

/** Somebody who sees some tenants only does nothing in another one, and nothing of which it is not known in which it is. */
const checkTenant = ({ tenantId, concerns, needs }: Task<unknown>, permit: Permit): void => {
  if (permit.tenants === null || tenantId === null) return;
  const isSaid = tenantId !== undefined || concerns !== undefined || needs !== undefined;
  if (!isSaid || (tenantId !== undefined && !permit.tenants.includes(tenantId))) throw permit.refusal(anyResource);
};
