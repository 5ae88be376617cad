import type { Database } from '../database.ts';
import type { MessageSubscriptionRow } from '../tables/message-subscriptions.ts';

/** Open subscriptions of a tenant for this name and correlation key, the oldest first. */
export const findMessageSubscriptions = (
  database: Database,
  tenantId: string,
  name: string,
  correlationKey: string,
): Promise<MessageSubscriptionRow[]> =>
  database.rows<MessageSubscriptionRow>(
    'SELECT * FROM message_subscriptions WHERE message_name = ? AND correlation_key = ? AND tenant_id = ? ORDER BY key',
    [name, correlationKey, tenantId],
  );
