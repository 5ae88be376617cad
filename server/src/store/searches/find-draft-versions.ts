import type { Database } from '../database.ts';
import type { DraftVersionRow } from '../tables/draft-versions.ts';

/** The versions of a draft without their content, the newest first. */
export const listVersions = (database: Database, draftId: string): Promise<DraftVersionRow[]> =>
  database.rows('SELECT * FROM draft_versions WHERE draft_id = ? ORDER BY created_ms DESC, id', [draftId]);

/** One version with its content; null when there is none. */
export const findVersion = async (
  database: Database,
  draftId: string,
  id: string,
): Promise<(DraftVersionRow & { readonly content: string }) | null> => {
  // NUL is no character of an id, and PostgreSQL would not take it.
  if (id.includes('\u0000')) return null;
  const [row] = await database.rows<DraftVersionRow & { readonly content: string }>(
    `SELECT v.*, c.content FROM draft_versions v JOIN draft_contents c ON c.draft_id = v.draft_id AND c.hash = v.hash
     WHERE v.draft_id = ? AND v.id = ?`,
    [draftId, id],
  );
  return row ?? null;
};

/** The hashes of the contents that are kept for the versions of some drafts. */
export const findContentHashes = (
  database: Database,
  draftIds: readonly string[],
): Promise<{ draft_id: string; hash: string }[]> =>
  database.rows(`SELECT draft_id, hash FROM draft_contents WHERE ${database.isIn('draft_id', 'text')}`, [
    database.list(draftIds),
  ]);

/** Which versions some drafts have. */
export const findVersionKeys = (
  database: Database,
  draftIds: readonly string[],
): Promise<{ draft_id: string; id: string }[]> =>
  database.rows(`SELECT draft_id, id FROM draft_versions WHERE ${database.isIn('draft_id', 'text')}`, [
    database.list(draftIds),
  ]);
