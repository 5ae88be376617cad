import type { Database } from '../database.ts';
import type { MessageRow } from '../tables/messages.ts';

/** Living messages of a tenant with this name and correlation key, the oldest first. */
export const findMessages = (
  database: Database,
  tenantId: string,
  name: string,
  correlationKey: string,
  nowMs: number,
): Promise<MessageRow[]> =>
  database.rows<MessageRow>(
    'SELECT * FROM messages WHERE name = ? AND correlation_key = ? AND tenant_id = ? AND expires_ms > ? ORDER BY key',
    [name, correlationKey, tenantId, nowMs],
  );
