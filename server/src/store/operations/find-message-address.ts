import type { Database } from '../database.ts';
import type { MessageAddressRow } from '../tables/message-addresses.ts';

/** What was last done at an address; null when nothing was for long. */
export const findMessageAddress = async (
  database: Database,
  name: string,
  correlationKey: string,
): Promise<MessageAddressRow | null> => {
  const [row] = await database.rows<MessageAddressRow>(
    'SELECT * FROM message_addresses WHERE name = ? AND correlation_key = ?',
    [name, correlationKey],
  );
  return row ?? null;
};
