import type { Database } from '../database.ts';
import type { MessageStartRow } from '../tables/message-starts.ts';

/** The start that a correlation key has made in a process, as long as that instance lives; null when the way is free. */
export const findMessageStart = async (
  database: Database,
  tenantId: string,
  processId: string,
  correlationKey: string,
): Promise<MessageStartRow | null> => {
  const [row] = await database.rows<MessageStartRow>(
    'SELECT * FROM message_starts WHERE tenant_id = ? AND process_id = ? AND correlation_key = ?',
    [tenantId, processId, correlationKey],
  );
  return row ?? null;
};

/** What an instance keeps others from starting. */
export const findMessageStartsOf = (database: Database, processInstanceKey: number): Promise<MessageStartRow[]> =>
  database.rows<MessageStartRow>('SELECT * FROM message_starts WHERE process_instance_key = ?', [processInstanceKey]);
