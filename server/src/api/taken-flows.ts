import type { JournalRecord } from '@baton/engine';
import type { Database } from '../store/database.ts';
import { journalPages } from '../store/searches/read-journal.ts';
import { stored } from './answer.ts';

/** How often each sequence flow of an instance was taken, in the order of the first time. Read from its journal. */
export const takenFlows = async (database: Database, processInstanceKey: number): Promise<Map<string, number>> => {
  const flows = new Map<string, number>();
  for await (const entries of journalPages(database, processInstanceKey)) {
    for (const record of entries.flatMap((entry) => stored<JournalRecord[]>(entry.records))) {
      if (record.type === 'sequence-flow-taken') flows.set(record.flowId, (flows.get(record.flowId) ?? 0) + 1);
    }
  }
  return flows;
};
