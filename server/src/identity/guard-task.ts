import type { Batch } from '../runtime/batch.ts';
import type { Task } from '../runtime/task.ts';
import { allowsTask } from './allows.ts';
import type { Permit } from './permit.ts';
import { anyResource } from './permissions.ts';

/**
 * The guard at the command bus: before a task is run it is looked at what it is about, with the very state that it will change. A task that does not say what it
 * is about needs the permission for every resource. Costs nothing where the caller may do it everywhere.
 */
export const guardTask = <A>(task: Task<A>, permit: Permit): Task<A> =>
  permit.isUnlimited
    ? task
    : {
        ...task,
        run: async (batch) => {
          await check(task, permit, batch);
          return task.run(batch);
        },
      };

const check = async (task: Task<unknown>, permit: Permit, batch: Batch): Promise<void> => {
  if (task.concerns !== undefined) {
    const concerned = await task.concerns(batch);
    // What does not exist is refused by the task itself.
    if (concerned !== null && !permit.allows(concerned.resource, concerned.id)) throw permit.refusal(concerned.id);
    return;
  }
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
