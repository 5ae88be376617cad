import type { Database } from '../database.ts';

/** How many have a role, by themselves, by a group or by a mapping rule; disabled users do not count. */
export const countAdministrators = async (database: Database, roleId: string): Promise<number> => {
  const [row] = await database.rows<{ count: number }>(
    `SELECT COUNT(*) AS count FROM memberships m LEFT JOIN users u ON m.member_type = 'USER' AND u.username = m.member_id
     WHERE m.container_type = 'ROLE' AND m.container_id = ? AND (u.username IS NULL OR u.is_enabled = 1)`,
    [roleId],
  );
  return Number(row?.count ?? 0);
};
