import type { JournalRecord } from '@baton/engine';
import type { Database } from '../store/database.ts';
import { readJournal } from '../store/searches/read-journal.ts';
import { stored } from './answer.ts';

const pageSize = 500;

/** How often each sequence flow of an instance was taken, in the order of the first time. Read from its journal. */
export const takenFlows = async (database: Database, processInstanceKey: number): Promise<Map<string, number>> => {
  const flows = new Map<string, number>();
  for (let after = 0; ;) {
    const entries = await readJournal(database, processInstanceKey, after, pageSize);
    for (const entry of entries) {
      for (const record of stored<JournalRecord[]>(entry.records)) {
        if (record.type === 'sequence-flow-taken') flows.set(record.flowId, (flows.get(record.flowId) ?? 0) + 1);
      }
      after = entry.seq;
    }
    if (entries.length < pageSize) return flows;
  }
};
