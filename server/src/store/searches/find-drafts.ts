import type { Database } from '../database.ts';
import type { DraftRow } from '../tables/drafts.ts';

/** A draft without its content. */
export type DraftSummaryRow = Omit<DraftRow, 'content'>;

const columns =
  'id, name, kind, resource_id, revision, created_ms, updated_ms, tenant_id, folder_id, updated_by, version_count';

/** Drafts of some tenants (null: of all) without their content, the one that was saved last first. */
export const listDrafts = (
  database: Database,
  kind: string | null,
  tenants: readonly string[] | null,
): Promise<DraftSummaryRow[]> => {
  const seen = tenants === null ? '1 = 1' : database.isIn('tenant_id', 'text');
  const ofKind = kind === null ? '' : 'AND kind = ?';
  return database.rows(
    `SELECT ${columns} FROM drafts WHERE ${seen} ${ofKind} ORDER BY updated_ms DESC, id LIMIT 1000`,
    [...(tenants === null ? [] : [database.list(tenants)]), ...(kind === null ? [] : [kind])],
  );
};

/** One draft; null when there is none. */
export const findDraft = async (database: Database, id: string): Promise<DraftRow | null> => {
  // NUL is no character of an id, and PostgreSQL would not take it.
  if (id.includes('\u0000')) return null;
  const [row] = await database.rows<DraftRow>('SELECT * FROM drafts WHERE id = ?', [id]);
  return row ?? null;
};

/** The drafts in some folders, without their content. */
export const findDraftsIn = (database: Database, folderIds: readonly string[]): Promise<DraftSummaryRow[]> =>
  database.rows(`SELECT ${columns} FROM drafts WHERE ${database.isIn('folder_id', 'text')}`, [
    database.list(folderIds),
  ]);
