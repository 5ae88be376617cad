import { evolve, initialState } from '@baton/engine';
import type { InstanceState, JournalRecord } from '@baton/engine';
import type { Database } from '../store/database.ts';
import { journalPages } from '../store/searches/read-journal.ts';
import type { JournalRow } from '../store/tables/journal.ts';

/** Looks over the shoulder of a fold. `state` is the one before the record; it must not be changed. */
export interface JournalObserver {
  entry?(row: JournalRow): void;
  record?(record: JournalRecord, state: InstanceState, row: JournalRow): void;
}

/** What the first entries of a journal fold to. */
export interface Folded {
  readonly state: InstanceState;
  readonly entries: number;
}

/**
 * Replays the journal of an instance up to the entry `last`, from its beginning or on from what was folded `before` (whose state is then changed). Throws
 * where there is a gap (I4), or where a record cannot follow on the one before it.
 */
export const foldJournal = async (
  database: Database,
  key: number,
  observers: readonly JournalObserver[],
  before: Folded = { state: initialState(), entries: 0 },
  last = Infinity,
): Promise<Folded> => {
  const { state } = before;
  let seq = before.entries;
  for await (const rows of journalPages(database, key, seq, last)) {
    for (const row of rows) {
      if (row.seq !== seq + 1) throw new Error(`expected journal entry ${seq + 1}, found ${row.seq}: there is a gap.`);
      seq = row.seq;
      for (const observer of observers) observer.entry?.(row);
      for (const record of JSON.parse(row.records) as JournalRecord[]) {
        for (const observer of observers) observer.record?.(record, state, row);
        evolve(state, record, row.at_ms);
      }
    }
  }
  return { state, entries: seq };
};
