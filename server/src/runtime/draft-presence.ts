import { RowChanges } from '../store/row-changes.ts';
import { findDraft } from '../store/searches/find-drafts.ts';
import { findLock, findSessionKeys, listSessions } from '../store/searches/find-draft-sessions.ts';
import { draftLocks } from '../store/tables/draft-locks.ts';
import type { DraftLockRow } from '../store/tables/draft-locks.ts';
import { draftSessions } from '../store/tables/draft-sessions.ts';
import type { DraftSessionRow } from '../store/tables/draft-sessions.ts';
import type { DraftRow } from '../store/tables/drafts.ts';
import type { Runtime } from './create-runtime.ts';
import { keepVersion } from './draft-versions.ts';
import { Refusal } from './refusal.ts';

/**
 * A page that was not heard of for so long is taken to be closed, milliseconds. It tells every 10 seconds that it is not, and
 * once a minute where the browser lets it sleep. */
const goneMs = 90_000;
/** Whoever loses the lock has so long to send its last edit, milliseconds. */
const handOverMs = 5_000;
/** More pages have no place in what everybody is told. */
const maxSessions = 50;
const attempts = 5;
/** What a lock says that no page has; no page is called so. */
const nobody = '';

/** Who has a draft open, as one of the pages sees it. */
export interface Presence {
  readonly sessions: readonly DraftSessionRow[];
  /** The page that edits; null when none does. */
  readonly editor: string | null;
  /** Whether the page that edited before may still be sending its last edit. */
  readonly isHandingOver: boolean;
}

/** What a page tells of itself. */
export interface Heartbeat {
  readonly session: string;
  readonly name: string;
  /** `edit`: if nobody does. `takeOver`: whoever does. `watch`: not at all. `leave`: the page closes. */
  readonly wish: 'edit' | 'takeOver' | 'watch' | 'leave';
}

/**
 * Notes that a page has a draft open, and gives it the right to edit where it wishes so and may. A take-over keeps the state before it as a version. What
 * others see of it is announced, a mere sign of life is not.
 */
export const meetAtDraft = async (runtime: Runtime, draft: DraftRow, beat: Heartbeat): Promise<Presence> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const met = await tryToMeet(runtime, draft.id, beat);
    if (met !== null) return met;
  }
  throw new Refusal('UNAVAILABLE', `Draft '${draft.id}' changes hands all the time. Try again.`);
};

/** Null where another page was faster. */
const tryToMeet = async (runtime: Runtime, draftId: string, beat: Heartbeat): Promise<Presence | null> => {
  const { database } = runtime;
  const now = runtime.clock.nowMs();
  // The lock first: whoever took it noted itself in the same transaction, so it is among the sessions that are read after. The other way
  // round a page that is faster between the reads would look like one that is gone. A lock read too early fails by its revision.
  const lock = await findLock(database, draftId);
  const all = await listSessions(database, draftId);
  const changes = new RowChanges();
  const alive = all.filter(({ seen_ms: seen }) => now - seen < goneMs);
  for (const row of all)
    if (!alive.includes(row)) changes.delete(draftSessions, { draft_id: draftId, session: row.session });
  const before = alive.find(({ session }) => session === beat.session);
  const others = alive.filter((row) => row !== before);
  const holder = others.find(({ session }) => session === lock?.session);

  if (beat.wish === 'leave') {
    if (before !== undefined) changes.delete(draftSessions, { draft_id: draftId, session: beat.session });
    if (lock?.session === beat.session) giveUp(changes, lock);
    if (!(await database.write(changes)).ok) return null;
    await announce(runtime, draftId);
    return seen(others, lock?.session === beat.session ? null : lock, now, beat.session);
  }
  if (before === undefined && others.length >= maxSessions)
    throw new Refusal('INVALID_STATE', `Expected at most ${maxSessions} pages with this draft open, found as many.`);

  const mine: DraftSessionRow = {
    draft_id: draftId,
    session: beat.session,
    name: beat.name,
    seen_ms: now,
    hands_over: 0,
  };
  changes.upsert(draftSessions, mine);
  const isMine = lock?.session === beat.session;
  const takes = !isMine && (beat.wish === 'takeOver' || (beat.wish === 'edit' && holder === undefined));
  let held = lock;
  if (takes) {
    held = { draft_id: draftId, session: beat.session, revision: (lock?.revision ?? 0) + 1, taken_ms: now };
    if (lock === null) changes.insert(draftLocks, held);
    else changes.patch(draftLocks, { draft_id: draftId }, held, { revision: lock.revision });
    if (holder !== undefined) {
      changes.patch(draftSessions, { draft_id: draftId, session: holder.session }, { hands_over: 1 });
      await keepBeforeTakeOver(runtime, changes, draftId);
    }
  }
  if (lock !== null && isMine && beat.wish === 'watch') {
    giveUp(changes, lock);
    held = null;
  }
  // Two pages that open a free draft at the same moment: the second insert fails, and it looks again.
  const written = await database.write(changes).catch((error: unknown) => {
    if (lock === null && takes) return { ok: false };
    throw error;
  });
  if (!written.ok) return null;
  const isNews = before === undefined || before.name !== mine.name || before.hands_over === 1;
  if (isNews || held?.session !== lock?.session) await announce(runtime, draftId);
  const handing = others.map((row) => (takes && row === holder ? { ...row, hands_over: 1 } : row));
  return seen([...handing, mine], held, now, beat.session);
};

/** The row stays, so that its revision tells whether somebody was faster. */
const giveUp = (changes: RowChanges, { draft_id, revision }: DraftLockRow): void =>
  changes.patch(draftLocks, { draft_id }, { session: nobody, revision: revision + 1 }, { revision });

const seen = (
  sessions: readonly DraftSessionRow[],
  lock: DraftLockRow | null,
  now: number,
  session: string,
): Presence => {
  const editor = sessions.find((row) => row.session === lock?.session)?.session ?? null;
  const isFresh = lock !== null && now - lock.taken_ms < handOverMs;
  return {
    sessions,
    editor,
    isHandingOver:
      isFresh && sessions.some((row) => row.hands_over === 1 && row.session !== session && row.session !== editor),
  };
};

const keepBeforeTakeOver = async (runtime: Runtime, changes: RowChanges, draftId: string): Promise<void> => {
  const draft = await findDraft(runtime.database, draftId);
  if (draft === null) return;
  const version = { reason: 'before-take-over', name: null, description: null, author: draft.updated_by } as const;
  await keepVersion(runtime, changes, draft, version, runtime.clock.nowMs());
};

/** Adds to `changes` that nobody has some drafts open any more. */
export const forgetSessions = async (
  { database }: Pick<Runtime, 'database'>,
  changes: RowChanges,
  draftIds: readonly string[],
): Promise<void> => {
  for (const { draft_id, session } of await findSessionKeys(database, draftIds))
    changes.delete(draftSessions, { draft_id, session });
  for (const draft_id of draftIds) changes.delete(draftLocks, { draft_id });
};

const announce = async (runtime: Runtime, draftId: string): Promise<void> => {
  const draft = await findDraft(runtime.database, draftId);
  if (draft !== null) runtime.announce({ tenantId: draft.tenant_id, topics: ['draft-presence'] });
};
