import type { Key } from '@baton/engine';
import { findRow } from '../store/searches/find-row.ts';
import { beingRemoved, processInstances } from '../store/tables/process-instances.ts';
import type { ProcessInstanceRow } from '../store/tables/process-instances.ts';
import type { AuditNote } from './audit/audit-note.ts';
import { refused } from './instance-commands.ts';
import type { Pipeline } from './pipeline.ts';
import { removeHistoryTask } from './remove-history.ts';
import type { Task } from './task.ts';

/**
 * Marks an ended instance as one that goes, with those that it called: the scheduler removes it bit by bit, also after a restart. Refused while it
 * lives, and for one that was called, which goes with its caller.
 */
export const forgetInstanceTask = (key: Key): Task<null> => ({
  name: 'forget-instance',
  run: async (batch) => {
    const row = await findRow<ProcessInstanceRow>(batch.services.database, 'process_instances', key);
    if (row === null || !batch.sees(row.tenant_id))
      throw refused('DELETE', {
        code: 'NOT_FOUND',
        detail: `Expected to find process instance with key '${key}', but no such process instance was found`,
      });
    if (row.end_ms === null)
      throw refused('DELETE', {
        code: 'INVALID_STATE',
        detail: `Expected process instance with key '${key}' to be over, but it is ${row.status}. Cancel it first`,
      });
    if (row.root_key !== row.key)
      throw refused('DELETE', {
        code: 'INVALID_STATE',
        detail: `Expected process instance with key '${key}' to be at the top of its calls, but it was called. Delete '${row.root_key}', and it goes too`,
      });
    batch.changes.patch(processInstances, { key }, { remove_ms: beingRemoved });
    batch.dueAt(batch.nowMs);
    return null;
  },
});

/** Removes an ended instance and resolves when nothing of it is left. Should the server die meanwhile, the rest goes after its start. */
export const deleteInstance = async (
  pipeline: Pick<Pipeline, 'submit'>,
  key: Key,
  audit: AuditNote | null,
): Promise<void> => {
  await pipeline.submit({ ...forgetInstanceTask(key), audit });
  let isLeft = true;
  while (isLeft) isLeft = await pipeline.submit(removeHistoryTask(key));
};
