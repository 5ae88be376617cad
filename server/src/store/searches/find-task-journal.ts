import type { Database } from '../database.ts';
import type { JournalRow } from '../tables/journal.ts';

/**
 * Entries of a journal that may tell of an element instance, the newest `limit` of them, the oldest first: those whose records name its key, also as a part of
 * another key. Reads the journal of one instance; whoever asks looks closer.
 */
export const findTaskJournal = async (
  database: Database,
  processInstanceKey: number,
  elementInstanceKey: number,
  limit: number,
): Promise<JournalRow[]> => {
  const rows = await database.rows<JournalRow>(
    'SELECT * FROM journal WHERE process_instance_key = ? AND records LIKE ? ORDER BY seq DESC LIMIT ?',
    [processInstanceKey, `%"elementInstanceKey":${elementInstanceKey}%`, limit],
  );
  return rows.reverse();
};
