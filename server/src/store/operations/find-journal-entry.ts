import type { Database } from '../database.ts';
import type { JournalRow } from '../tables/journal.ts';

/** The entry of an instance's journal with this number; null when there is none. */
export const findJournalEntry = async (
  database: Database,
  { process_instance_key: key, seq }: Pick<JournalRow, 'process_instance_key' | 'seq'>,
): Promise<JournalRow | null> => {
  const [row] = await database.rows<JournalRow>(
    'SELECT process_instance_key, seq, at_ms, command, records FROM journal WHERE process_instance_key = ? AND seq = ?',
    [key, seq],
  );
  return row ?? null;
};
