import type { Database } from '../database.ts';
import type { MessageAddressRow } from '../tables/message-addresses.ts';

/** What was last done at an address; null when nothing was for long. */
export const findMessageAddress = async (
  database: Database,
  tenantId: string,
  name: string,
  correlationKey: string,
): Promise<MessageAddressRow | null> => {
  const [row] = await database.rows<MessageAddressRow>(
    'SELECT * FROM message_addresses WHERE tenant_id = ? AND name = ? AND correlation_key = ?',
    [tenantId, name, correlationKey],
  );
  return row ?? null;
};
