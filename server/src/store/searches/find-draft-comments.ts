import type { Database } from '../database.ts';
import type { DraftCommentRow } from '../tables/draft-comments.ts';

/** All comments of a draft, the oldest first. */
export const listComments = (database: Database, draftId: string): Promise<DraftCommentRow[]> =>
  database.rows('SELECT * FROM draft_comments WHERE draft_id = ? ORDER BY created_ms, key', [draftId]);

/** One comment; null when there is none. */
export const findComment = async (database: Database, key: number): Promise<DraftCommentRow | null> => {
  const [row] = await database.rows<DraftCommentRow>('SELECT * FROM draft_comments WHERE key = ?', [key]);
  return row ?? null;
};

/** The comments of a thread, the oldest first. */
export const findThread = (
  database: Database,
  { draft_id: draftId, thread_key: threadKey }: Pick<DraftCommentRow, 'draft_id' | 'thread_key'>,
): Promise<DraftCommentRow[]> =>
  database.rows('SELECT * FROM draft_comments WHERE draft_id = ? AND thread_key = ? ORDER BY created_ms, key', [
    draftId,
    threadKey,
  ]);

/** How many comments a draft has; null when there is no such draft. */
export const countComments = async (database: Database, draftId: string): Promise<number | null> => {
  const [row] = await database.rows<{ count: number }>(
    'SELECT (SELECT COUNT(*) FROM draft_comments c WHERE c.draft_id = d.id) AS count FROM drafts d WHERE d.id = ?',
    [draftId],
  );
  return row === undefined ? null : Number(row.count);
};

/** The keys of all comments of some drafts. */
export const findCommentKeys = (database: Database, draftIds: readonly string[]): Promise<{ key: number }[]> =>
  database.rows(`SELECT key FROM draft_comments WHERE ${database.isIn('draft_id', 'text')}`, [database.list(draftIds)]);

/** Users who have commented on a draft, under the last name that they had; also those whom only an identity provider knows. */
export const findCommenters = (
  database: Database,
  draftId: string,
): Promise<{ username: string; name: string | null }[]> =>
  database.rows(
    "SELECT author AS username, MAX(author_name) AS name FROM draft_comments WHERE draft_id = ? AND author_type = 'USER' GROUP BY author ORDER BY author",
    [draftId],
  );
