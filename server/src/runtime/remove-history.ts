import { findRow } from '../store/searches/find-row.ts';
import { findCalledBelow, findRowsOf } from '../store/operations/find-removable.ts';
import type { Table } from '../store/table.ts';
import { compensations } from '../store/tables/compensations.ts';
import { decisionInstances } from '../store/tables/decision-instances.ts';
import { elementInstances } from '../store/tables/element-instances.ts';
import { incidents } from '../store/tables/incidents.ts';
import { jobs } from '../store/tables/jobs.ts';
import { journal } from '../store/tables/journal.ts';
import { loopOutputs } from '../store/tables/loop-outputs.ts';
import { messageCorrelations } from '../store/tables/message-correlations.ts';
import { beingRemoved, processInstances } from '../store/tables/process-instances.ts';
import type { ProcessInstanceRow } from '../store/tables/process-instances.ts';
import { userTasks } from '../store/tables/user-tasks.ts';
import { variables } from '../store/tables/variables.ts';
import type { Batch } from './batch.ts';
import type { Task } from './task.ts';

/** Everything that is kept of an ended instance beside its own row. What waits, such as timers, is gone with its end. */
const history = [
  variables,
  jobs,
  userTasks,
  incidents,
  decisionInstances,
  elementInstances,
  compensations,
  loopOutputs,
  messageCorrelations,
  journal,
] as unknown as readonly Table[];

/** Rows that one task removes at most, so that it never holds up other commands. */
const maxRows = 500;
const page = 50;

/** Removes some of an ended instance and of those that it called. Answers whether anything is left of it for the next time. */
export const removeHistoryTask = (rootKey: number): Task<boolean> => ({
  name: 'remove-history',
  run: async (batch) => {
    const root = await findRow<ProcessInstanceRow>(batch.services.database, 'process_instances', rootKey);
    if (root !== null) batch.tell('process-instances', root.tenant_id);
    const isDone = await removeTree(batch, rootKey);
    // It goes on with this one next, and nobody compares what is left of it with a journal that is half gone.
    if (!isDone) batch.changes.patch(processInstances, { key: rootKey }, { remove_ms: beingRemoved });
    return !isDone;
  },
});

/** Answers whether nothing is left. */
const removeTree = async (batch: Batch, rootKey: number): Promise<boolean> => {
  let left = maxRows;
  const called = await findCalledBelow(batch.services.database, rootKey, page);
  for (const { key } of called) {
    left = await removeRowsOf(batch, key, left);
    if (left <= 0) return false;
  }
  return called.length < page && (await removeRowsOf(batch, rootKey, left)) > 0;
};

/** Removes rows of one instance, its own last. Answers how many more may be removed; 0 or less when some are left. */
const removeRowsOf = async (batch: Batch, key: number, limit: number): Promise<number> => {
  let left = limit;
  for (const table of history) {
    const rows = await findRowsOf(batch.services.database, table, key, left);
    for (const row of rows) batch.changes.delete(table, row);
    left -= rows.length;
    if (left <= 0) return 0;
  }
  batch.changes.delete(processInstances, { key });
  return left - 1;
};
