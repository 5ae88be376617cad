import type { Key, Variables } from '@baton/engine';
import { findSignalSubscriptions } from '../store/operations/find-signal-subscriptions.ts';
import { findStartSubscriptions } from '../store/operations/find-start-subscriptions.ts';
import { signalAddress, signalSubscriptions } from '../store/tables/signal-subscriptions.ts';
import type { Batch } from './batch.ts';
import { beginByTrigger } from './begin-by-trigger.ts';
import type { OutboxItem, SignalTarget } from './outbox-item.ts';

/** How many receivers one delivery serves: a broadcast to many becomes many deliveries, each durable, none too long. */
const receiversPerDelivery = 200;

/** Sends a signal to all in a tenant who wait for it now, each once, and to signal start events. Answers the signal's key. */
export const broadcastSignal = async (
  batch: Batch,
  tenantId: string,
  signalName: string,
  variables: Variables,
  source: Key | null,
): Promise<Key> => {
  const signalKey = await batch.services.keys.take();
  const { database } = batch.services;
  const stored = await findSignalSubscriptions(database, tenantId, signalName);
  const open = stored.filter((row) => batch.changes.pending(signalSubscriptions, row)?.op !== 'delete');
  const targets: SignalTarget[] = [
    ...open,
    ...batch.changes.pendingRows(signalSubscriptions, signalAddress(tenantId, signalName)),
  ].map((row) => ({
    processInstanceKey: row.process_instance_key as Key,
    elementInstanceKey: row.element_instance_key as Key,
    subscriptionKey: row.key as Key,
  }));
  const from = source ?? signalKey;
  for (let at = 0; at < targets.length; at += receiversPerDelivery) {
    batch.deliver(from, {
      type: 'deliver-signal',
      signalKey,
      targets: targets.slice(at, at + receiversPerDelivery),
      variables,
    });
  }
  for (const start of await findStartSubscriptions(database, tenantId, 'signal', signalName)) {
    batch.deliver(from, {
      type: 'start-by-signal',
      signalKey,
      definitionKey: start.definition_key as Key,
      elementId: start.element_id,
      partIndex: start.part_index,
      partOf: start.part_of,
      variables,
    });
  }
  return signalKey;
};

/** Hands a signal to its receivers. One that has ended meanwhile, or that the engine refuses, does not stop the others. */
export const deliverSignal = async (
  batch: Batch,
  item: Extract<OutboxItem, { type: 'deliver-signal' }>,
): Promise<void> => {
  await batch.preload(item.targets.map((target) => target.processInstanceKey));
  for (const { processInstanceKey, elementInstanceKey, subscriptionKey } of item.targets) {
    const instance = await batch.instance(processInstanceKey);
    if (instance === null) continue;
    const { signalKey, variables } = item;
    await batch.apply(instance, { type: 'catch-signal', elementInstanceKey, subscriptionKey, signalKey, variables });
  }
};

/** A signal start event begins an instance. */
export const startBySignal = async (
  batch: Batch,
  item: Extract<OutboxItem, { type: 'start-by-signal' }>,
): Promise<void> => {
  const cause = {
    definition_key: item.definitionKey,
    element_id: item.elementId,
    part_index: item.partIndex ?? null,
    part_of: item.partOf ?? null,
  };
  await beginByTrigger(batch, cause, item.variables);
};
