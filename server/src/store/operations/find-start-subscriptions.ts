import type { Database } from '../database.ts';
import type { StartSubscriptionRow } from '../tables/start-subscriptions.ts';

/** Start events of a tenant that wait for a message or signal of this name. */
export const findStartSubscriptions = (
  database: Database,
  tenantId: string,
  kind: 'message' | 'signal',
  name: string,
): Promise<StartSubscriptionRow[]> =>
  database.rows<StartSubscriptionRow>(
    'SELECT * FROM start_subscriptions WHERE kind = ? AND name = ? AND tenant_id = ? ORDER BY key',
    [kind, name, tenantId],
  );

/** Start events of a tenant that wait for a condition, of one process version or of all latest ones. */
export const findConditionalStarts = (
  database: Database,
  tenantId: string,
  definitionKey: number | null,
): Promise<StartSubscriptionRow[]> =>
  definitionKey === null
    ? database.rows<StartSubscriptionRow>(
        `SELECT * FROM start_subscriptions WHERE kind = 'condition' AND tenant_id = ? ORDER BY key`,
        [tenantId],
      )
    : database.rows<StartSubscriptionRow>(
        `SELECT * FROM start_subscriptions WHERE kind = 'condition' AND tenant_id = ? AND definition_key = ? ORDER BY key`,
        [tenantId, definitionKey],
      );

/** Names of the messages that start a process of a tenant. */
export const findStartMessageNames = async (
  database: Database,
  tenantId: string,
  processId: string,
): Promise<string[]> => {
  const rows = await database.rows<{ name: string }>(
    `SELECT name FROM start_subscriptions WHERE kind = 'message' AND tenant_id = ? AND process_id = ? ORDER BY key`,
    [tenantId, processId],
  );
  return rows.map((row) => row.name);
};
