import type { Database } from '../database.ts';

/** Tokens that wait at joins of an instance, per join and sequence flow, all scopes together. */
export const findParkedTokens = async (
  database: Database,
  processInstanceKey: number,
): Promise<{ flowId: string; elementId: string; tokens: number }[]> => {
  const rows = await database.rows<{ flow_id: string; element_id: string; tokens: number | string }>(
    `SELECT flow_id, element_id, sum(tokens) AS tokens FROM parked_tokens WHERE process_instance_key = ?
     GROUP BY flow_id, element_id ORDER BY element_id, flow_id`,
    [processInstanceKey],
  );
  return rows.map((row) => ({ flowId: row.flow_id, elementId: row.element_id, tokens: Number(row.tokens) }));
};
