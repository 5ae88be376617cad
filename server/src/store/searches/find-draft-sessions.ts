import type { Database } from '../database.ts';
import type { DraftLockRow } from '../tables/draft-locks.ts';
import type { DraftSessionRow } from '../tables/draft-sessions.ts';

/** The pages that have a draft open, also those that have not been heard of for long; the oldest name first. */
export const listSessions = (database: Database, draftId: string): Promise<DraftSessionRow[]> =>
  database.rows('SELECT * FROM draft_sessions WHERE draft_id = ? ORDER BY name, session', [draftId]);

/** Which page edits a draft; null when none does. */
export const findLock = async (database: Database, draftId: string): Promise<DraftLockRow | null> => {
  const [row] = await database.rows<DraftLockRow>('SELECT * FROM draft_locks WHERE draft_id = ?', [draftId]);
  return row ?? null;
};

/** The keys of all rows about who has some drafts open. */
export const findSessionKeys = (
  database: Database,
  draftIds: readonly string[],
): Promise<{ draft_id: string; session: string }[]> =>
  database.rows(`SELECT draft_id, session FROM draft_sessions WHERE ${database.isIn('draft_id', 'text')}`, [
    database.list(draftIds),
  ]);
