import type { Database } from '../database.ts';
import type { JournalRow } from '../tables/journal.ts';

/** So many entries are held at a time where a whole journal is read. */
const pageSize = 200;

/** The journal of an instance behind `after` (default: all of it) up to the entry `last` (default: its end), page by page, the oldest first. */
export async function* journalPages(
  database: Database,
  processInstanceKey: number,
  after = 0,
  last = Infinity,
): AsyncGenerator<readonly JournalRow[], void, void> {
  for (let seq = after; ;) {
    const limit = Math.min(pageSize, last - seq);
    const rows = limit > 0 ? await readJournal(database, processInstanceKey, seq, limit) : [];
    const end = rows.at(-1);
    if (end === undefined) return;
    yield rows;
    if (rows.length < pageSize) return;
    seq = end.seq;
  }
}

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
