import type { Database } from '../database.ts';
import type { JournalRow } from '../tables/journal.ts';

/** Journal entries of an instance behind `after`, the oldest first. */
export const readJournal = (
  database: Database,
  processInstanceKey: number,
  after: number,
  limit: number,
): Promise<JournalRow[]> =>
  database.rows<JournalRow>('SELECT * FROM journal WHERE process_instance_key = ? AND seq > ? ORDER BY seq LIMIT ?', [
    processInstanceKey,
    after,
    limit,
  ]);
