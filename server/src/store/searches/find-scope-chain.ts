import type { Database } from '../database.ts';

/** The scopes that an element instance sees, from itself outward. Works for ended ones too. */
export const findScopeChain = async (database: Database, elementInstanceKey: number): Promise<number[]> => {
  const rows = await database.rows<{ key: number }>(
    `WITH RECURSIVE chain(key, scope_key, depth) AS (
       SELECT key, scope_key, 0 FROM element_instances WHERE key = ?
       UNION ALL
       SELECT e.key, e.scope_key, c.depth + 1 FROM element_instances e JOIN chain c ON e.key = c.scope_key
     ) SELECT key FROM chain ORDER BY depth`,
    [elementInstanceKey],
  );
  return rows.map((row) => row.key);
};
