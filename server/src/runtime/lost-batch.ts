import { asKey } from '@baton/engine';
import type { LostAnswer } from '../store/lost-answer.ts';
import { endSession } from '../store/operations/end-session.ts';
import { findJournalEntry } from '../store/operations/find-journal-entry.ts';
import { journal } from '../store/tables/journal.ts';
import type { JournalRow } from '../store/tables/journal.ts';
import type { Batch } from './batch.ts';
import { sleep } from './clock.ts';
import type { Clock } from './clock.ts';

/** What became of a batch whose answer was lost. */
export type Fate = 'stored' | 'not-stored' | 'unknown';

/** How long the database may stay away before callers are told that nobody knows, milliseconds. */
const limitMs = 10_000;
const pauseMs = 200;

/**
 * Finds out what became of a batch whose answer was lost, as soon as the database answers again. Its changes are one transaction, so one entry that it
 * was to write into the journal of an instance tells of all of them; another server may have written another entry with that number. A batch that
 * writes no journal leaves no trace to look for: unknown, as when the database stays away for ten seconds.
 */
export const fateOf = async (batch: Batch, lost: LostAnswer, clock: Clock): Promise<Fate> => {
  const written = witnessOf(batch);
  if (written === null) return 'unknown';
  let isOver = false;
  let disarm = (): void => undefined;
  const tooLate = new Promise<Fate>((resolve) => {
    disarm = clock.after(limitMs, () => {
      isOver = true;
      resolve('unknown');
    });
  });
  const look = async (): Promise<Fate> => {
    while (!isOver) {
      const fate = await lookOnce(batch, lost, written).catch(() => null);
      if (fate !== null) return fate;
      await sleep(clock, pauseMs);
    }
    return 'unknown';
  };
  return Promise.race([look(), tooLate]).finally(disarm);
};

/** Null when the session is not over yet. */
const lookOnce = async (batch: Batch, { session }: LostAnswer, written: JournalRow): Promise<Fate | null> => {
  const { database } = batch.services;
  if (session !== null && !(await endSession(database, session))) return null;
  const found = await findJournalEntry(database, written);
  if (found !== null) return isSame(found, written) ? 'stored' : 'not-stored';
  return isKept(batch, written) ? 'not-stored' : 'unknown';
};

const witnessOf = (batch: Batch): JournalRow | null => {
  let any: JournalRow | null = null;
  for (const [table, changes] of batch.changes.tables()) {
    if (table.name !== journal.name) continue;
    for (const change of changes) {
      if (change.op !== 'insert') continue;
      any = change.row as JournalRow;
      if (isKept(batch, any)) return any;
    }
  }
  return any;
};

/** Whether the instance is kept for at least a day after its end: one that was stored cannot have been removed since. */
const isKept = (batch: Batch, { process_instance_key: key }: JournalRow): boolean => {
  const instance = batch.touched.get(asKey(key));
  if (instance === undefined) return false;
  const { historyTimeToLive } = instance.facts;
  return historyTimeToLive === null || /^P[1-9]/.test(historyTimeToLive);
};

const isSame = (one: JournalRow, other: JournalRow): boolean =>
  one.at_ms === other.at_ms && one.command === other.command && one.records === other.records;
