import type { Database } from '../database.ts';

const columns = {
  GROUP: ['groups', 'group_id'],
  ROLE: ['roles', 'role_id'],
  TENANT: ['tenants', 'tenant_id'],
} as const;

/** The name of a group, role or tenant; null when there is none with this id. */
export const findEntityName = async (
  database: Database,
  type: keyof typeof columns,
  id: string,
): Promise<string | null> => {
  const [table, column] = columns[type];
  const [row] = await database.rows<{ name: string }>(`SELECT name FROM ${table} WHERE ${column} = ?`, [id]);
  return row?.name ?? null;
};
