import type { Database } from '../database.ts';
import type { SqlValue } from '../table.ts';
import type { TaskFilterRow } from '../tables/task-filters.ts';

/** Whose filters are looked for. */
export interface FilterReader {
  readonly user: string | null;
  /** Null where nobody signs in: everybody is in every group then. */
  readonly groups: readonly string[] | null;
  /** Null where tenants are not told apart. */
  readonly tenants: readonly string[] | null;
}

/** The filters that somebody sees, by name: their own, those of everybody, and those of their groups; at most `limit`. */
export const listTaskFilters = (
  database: Database,
  { user, groups, tenants }: FilterReader,
  limit: number,
): Promise<TaskFilterRow[]> => {
  const params: SqlValue[] = [user ?? ''];
  const ofGroups = groups === null ? '' : `AND ${database.isIn('group_id', 'text')}`;
  if (groups !== null) params.push(database.list(groups));
  const ofTenants = tenants === null ? '' : `AND ${database.isIn('tenant_id', 'text')}`;
  if (tenants !== null) params.push(database.list(tenants));
  return database.rows(
    `SELECT * FROM task_filters
     WHERE (owner = ? OR audience = 'everybody' OR (audience = 'group' ${ofGroups})) ${ofTenants}
     ORDER BY name, id LIMIT ?`,
    [...params, limit],
  );
};

/** One filter; null when there is none. */
export const findTaskFilter = async (database: Database, id: string): Promise<TaskFilterRow | null> => {
  // NUL is no character of an id, and PostgreSQL would not take it.
  if (id.includes('\u0000')) return null;
  const [row] = await database.rows<TaskFilterRow>('SELECT * FROM task_filters WHERE id = ?', [id]);
  return row ?? null;
};

/** How many filters somebody has in a tenant. */
export const countTaskFilters = async (database: Database, tenantId: string, owner: string | null): Promise<number> => {
  const [row] = await database.rows<{ count: number }>(
    `SELECT COUNT(*) AS count FROM task_filters WHERE tenant_id = ? AND COALESCE(owner, '') = ?`,
    [tenantId, owner ?? ''],
  );
  return Number(row?.count ?? 0);
};
