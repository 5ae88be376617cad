import { findMessageAddress } from '../store/operations/find-message-address.ts';
import { messageAddresses } from '../store/tables/message-addresses.ts';
import { messageAddress } from '../store/tables/message-subscriptions.ts';
import type { Batch } from './batch.ts';

/**
 * Takes part in what happens at an address, before looking who or what else is there. Two batches that are on their way at the same time do not see
 * each other: one that keeps a message would find nobody who waits, one that begins to wait would find no message, and both would be stored.
 * With this, one of them is refused and decided again. Those that only wait do not get into each other's way; those that send do, so that of
 * two messages with one id the second is seen to be the second. A database of our own takes one batch after the other and needs none of it.
 */
export const meetAt = async (
  batch: Batch,
  tenantId: string,
  name: string,
  correlationKey: string,
  part: 'sent' | 'opened',
): Promise<void> => {
  const { database, keys } = batch.services;
  if (!database.isShared) return;
  const address = { tenant_id: tenantId, name, correlation_key: correlationKey };
  const id = messageAddress(tenantId, name, correlationKey);
  const known = batch.addresses.get(id);
  const stored = known === undefined ? await findMessageAddress(database, tenantId, name, correlationKey) : known;
  batch.addresses.set(id, stored);
  const mark = { [part]: await keys.take(), at_ms: batch.nowMs };
  if (stored === null) {
    // Refused when anybody else makes the row meanwhile.
    if (known === undefined) batch.changes.insert(messageAddresses, { ...address, sent: 0, opened: 0, ...mark });
    return;
  }
  const guard = part === 'sent' ? { sent: stored.sent, opened: stored.opened } : { sent: stored.sent };
  batch.changes.patch(messageAddresses, address, mark, guard);
};
