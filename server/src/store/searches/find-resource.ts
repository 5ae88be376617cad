import type { Database } from '../database.ts';
import type { ResourceRow } from '../tables/resources.ts';

/** A deployed file; null when there is none. */
export const findResource = async (database: Database, key: number): Promise<ResourceRow | null> => {
  const [row] = await database.rows<ResourceRow>('SELECT * FROM resources WHERE key = ?', [key]);
  return row ?? null;
};
