import { randomUUID } from 'node:crypto';
import { countTaskFilters, findTaskFilter } from '../store/searches/find-task-filters.ts';
import { taskFilters } from '../store/tables/task-filters.ts';
import type { TaskFilterRow } from '../store/tables/task-filters.ts';
import { Refusal } from './refusal.ts';
import type { Task } from './task.ts';

/** The topic of events about them. */
export const taskFilterTopic = 'task-filters';
/** Filters that one person may have in a tenant. */
const maxOwn = 100;

/** What a filter is, beside its id. */
export type TaskFilterContent = Pick<TaskFilterRow, 'name' | 'content' | 'audience' | 'group_id'>;

/** What whoever names a filter that is not there, or not for them, is told. */
export const missingFilter = (id: string): Refusal =>
  new Refusal('NOT_FOUND', `Task filter '${id}' not found. It may have been deleted, or is no longer shared.`);

const changed = (id: string, revision: number, found: number): Refusal =>
  new Refusal(
    'INVALID_STATE',
    `Expected task filter '${id}' to be at revision ${revision}, found ${found}: somebody changed it meanwhile. Look at it again.`,
    { revision: found },
  );

/** Saves a new filter. Throws INVALID_STATE when its owner has too many. */
export const createTaskFilterTask = (
  tenantId: string,
  owner: string | null,
  content: TaskFilterContent,
): Task<TaskFilterRow> => {
  const id = randomUUID();
  return {
    name: 'create-task-filter',
    exclusive: true,
    tenantId,
    run: async (batch) => {
      if ((await countTaskFilters(batch.services.database, tenantId, owner)) >= maxOwn)
        throw new Refusal(
          'INVALID_STATE',
          `Expected at most ${maxOwn} filters of one person, found as many. Delete some.`,
        );
      const row: TaskFilterRow = {
        id,
        tenant_id: tenantId,
        owner,
        ...content,
        revision: 1,
        created_ms: batch.nowMs,
        updated_ms: batch.nowMs,
        updated_by: owner,
      };
      batch.changes.insert(taskFilters, { ...row });
      batch.tell(taskFilterTopic, tenantId);
      return row;
    },
  };
};

/** Replaces what a filter is. Throws NOT_FOUND, and INVALID_STATE with the present revision when it is another one than `revision`. */
export const changeTaskFilterTask = (
  { id, tenant_id: tenantId }: Pick<TaskFilterRow, 'id' | 'tenant_id'>,
  revision: number,
  updatedBy: string | null,
  content: TaskFilterContent,
): Task<TaskFilterRow> => ({
  name: 'change-task-filter',
  exclusive: true,
  tenantId,
  run: async (batch) => {
    const before = await findTaskFilter(batch.services.database, id);
    if (before === null) throw missingFilter(id);
    if (before.revision !== revision) throw changed(id, revision, before.revision);
    const set = { ...content, revision: revision + 1, updated_ms: batch.nowMs, updated_by: updatedBy };
    batch.changes.patch(taskFilters, { id }, set, { revision });
    batch.tell(taskFilterTopic, tenantId);
    return { ...before, ...set };
  },
});

/** Deletes a filter. Throws NOT_FOUND. */
export const deleteTaskFilterTask = ({
  id,
  tenant_id: tenantId,
}: Pick<TaskFilterRow, 'id' | 'tenant_id'>): Task<null> => ({
  name: 'delete-task-filter',
  exclusive: true,
  tenantId,
  run: async (batch) => {
    if ((await findTaskFilter(batch.services.database, id)) === null) throw missingFilter(id);
    batch.changes.delete(taskFilters, { id });
    batch.tell(taskFilterTopic, tenantId);
    return null;
  },
});
