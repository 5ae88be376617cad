import type { Database } from '../database.ts';
import type { SignalSubscriptionRow } from '../tables/signal-subscriptions.ts';

/** All open subscriptions for a signal, the oldest first. */
export const findSignalSubscriptions = (database: Database, signalName: string): Promise<SignalSubscriptionRow[]> =>
  database.rows<SignalSubscriptionRow>('SELECT * FROM signal_subscriptions WHERE signal_name = ? ORDER BY key', [
    signalName,
  ]);
