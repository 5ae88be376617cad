import type { Database } from '../database.ts';
import type { SignalSubscriptionRow } from '../tables/signal-subscriptions.ts';

/** All open subscriptions of a tenant for a signal, the oldest first. */
export const findSignalSubscriptions = (
  database: Database,
  tenantId: string,
  signalName: string,
): Promise<SignalSubscriptionRow[]> =>
  database.rows<SignalSubscriptionRow>(
    'SELECT * FROM signal_subscriptions WHERE signal_name = ? AND tenant_id = ? ORDER BY key',
    [signalName, tenantId],
  );
