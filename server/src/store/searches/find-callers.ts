import type { Database } from '../database.ts';
import type { ProcessInstanceRow } from '../tables/process-instances.ts';
import { findRow } from './find-row.ts';

/** The instances that led to this one by call activities, the outermost first; empty for one that nobody called. */
export const findCallers = async (database: Database, instance: ProcessInstanceRow): Promise<ProcessInstanceRow[]> => {
  const callers: ProcessInstanceRow[] = [];
  // The engine bounds how deep calls may go.
  for (let key = instance.parent_instance_key; key !== null;) {
    const caller = await findRow<ProcessInstanceRow>(database, 'process_instances', key);
    // Removed with its history.
    if (caller === null) break;
    callers.unshift(caller);
    key = caller.parent_instance_key;
  }
  return callers;
};
