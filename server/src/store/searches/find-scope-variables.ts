import type { Database } from '../database.ts';

/** The variables of a scope as name and JSON text, the oldest first. */
export const findScopeVariables = (database: Database, scopeKey: number): Promise<{ name: string; value: string }[]> =>
  database.rows('SELECT name, value FROM variables WHERE scope_key = ? ORDER BY key', [scopeKey]);
