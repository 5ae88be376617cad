import type { Database } from '../database.ts';
import type { DraftFolderRow } from '../tables/draft-folders.ts';

/** The folders of some tenants (null: of all) by name. */
export const listFolders = (database: Database, tenants: readonly string[] | null): Promise<DraftFolderRow[]> => {
  const seen = tenants === null ? '1 = 1' : database.isIn('tenant_id', 'text');
  return database.rows(
    `SELECT * FROM draft_folders WHERE ${seen} ORDER BY name, id`,
    tenants === null ? [] : [database.list(tenants)],
  );
};

/** One folder; null when there is none. */
export const findFolder = async (database: Database, id: string): Promise<DraftFolderRow | null> => {
  // NUL is no character of an id, and PostgreSQL would not take it.
  if (id.includes('\u0000')) return null;
  const [row] = await database.rows<DraftFolderRow>('SELECT * FROM draft_folders WHERE id = ?', [id]);
  return row ?? null;
};
