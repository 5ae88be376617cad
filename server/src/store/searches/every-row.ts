import type { Database } from '../database.ts';
import type { JournalRow } from '../tables/journal.ts';
import type { ProcessInstanceRow } from '../tables/process-instances.ts';

/** Rows that are read at a time. */
const page = 500;

/** Every process instance, or those of one process, in the order of their keys. */
export async function* everyInstance(database: Database, processId: string | null): AsyncGenerator<ProcessInstanceRow> {
  const ofProcess = processId === null ? '' : 'AND process_id = ?';
  const wanted = processId === null ? [] : [processId];
  for (let after = 0; ;) {
    const rows = await database.rows<ProcessInstanceRow>(
      `SELECT * FROM process_instances WHERE key > ? ${ofProcess} ORDER BY key LIMIT ?`,
      [after, ...wanted, page],
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return;
    after = last.key;
  }
}

/** Every journal entry, or those of one process, instance by instance and in the order in which they were made. */
export async function* everyJournalEntry(database: Database, processId: string | null): AsyncGenerator<JournalRow> {
  const ofProcess =
    processId === null
      ? ''
      : 'AND EXISTS (SELECT 1 FROM process_instances i WHERE i.key = j.process_instance_key AND i.process_id = ?)';
  const wanted = processId === null ? [] : [processId];
  for (let [key, seq] = [0, 0]; ;) {
    const rows = await database.rows<JournalRow>(
      `SELECT * FROM journal j WHERE (j.process_instance_key, j.seq) > (?, ?) ${ofProcess}
       ORDER BY j.process_instance_key, j.seq LIMIT ?`,
      [key, seq, ...wanted, page],
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return;
    [key, seq] = [last.process_instance_key, last.seq];
  }
}
