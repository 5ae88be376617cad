import type { Database } from '../database.ts';
import type { StartSubscriptionRow } from '../tables/start-subscriptions.ts';

/** Start events that wait for a message or signal of this name. */
export const findStartSubscriptions = (
  database: Database,
  kind: 'message' | 'signal',
  name: string,
): Promise<StartSubscriptionRow[]> =>
  database.rows<StartSubscriptionRow>('SELECT * FROM start_subscriptions WHERE kind = ? AND name = ? ORDER BY key', [
    kind,
    name,
  ]);

/** Start events that wait for a condition, of one process version or of all latest ones. */
export const findConditionalStarts = (
  database: Database,
  definitionKey: number | null,
): Promise<StartSubscriptionRow[]> =>
  definitionKey === null
    ? database.rows<StartSubscriptionRow>(`SELECT * FROM start_subscriptions WHERE kind = 'condition' ORDER BY key`)
    : database.rows<StartSubscriptionRow>(
        `SELECT * FROM start_subscriptions WHERE kind = 'condition' AND definition_key = ? ORDER BY key`,
        [definitionKey],
      );

/** Names of the messages that start a process. */
export const findStartMessageNames = async (database: Database, processId: string): Promise<string[]> => {
  const rows = await database.rows<{ name: string }>(
    `SELECT name FROM start_subscriptions WHERE kind = 'message' AND process_id = ? ORDER BY key`,
    [processId],
  );
  return rows.map((row) => row.name);
};
