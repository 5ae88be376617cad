import type { Database } from '../database.ts';
import type { CommandIdRow } from '../tables/command-ids.ts';

/** The first answer to this idempotency key; null when the key is new. */
export const findCommand = async (database: Database, id: string): Promise<CommandIdRow | null> => {
  const [row] = await database.rows<CommandIdRow>('SELECT * FROM command_ids WHERE id = ?', [id]);
  return row ?? null;
};
