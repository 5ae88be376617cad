import type { Database } from '../database.ts';
import type { MessageSubscriptionRow } from '../tables/message-subscriptions.ts';

/** Open subscriptions for this name and correlation key, the oldest first. */
export const findMessageSubscriptions = (
  database: Database,
  name: string,
  correlationKey: string,
): Promise<MessageSubscriptionRow[]> =>
  database.rows<MessageSubscriptionRow>(
    'SELECT * FROM message_subscriptions WHERE message_name = ? AND correlation_key = ? ORDER BY key',
    [name, correlationKey],
  );
