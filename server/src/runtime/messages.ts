import type { Key, Variables } from '@baton/engine';
import { findMessageStart, findMessageStartsOf } from '../store/operations/find-message-starts.ts';
import { findMessageSubscriptions } from '../store/operations/find-message-subscriptions.ts';
import { findMessages } from '../store/operations/find-messages.ts';
import { findStartMessageNames, findStartSubscriptions } from '../store/operations/find-start-subscriptions.ts';
import { messageCorrelations } from '../store/tables/message-correlations.ts';
import { messageStarts } from '../store/tables/message-starts.ts';
import type { MessageStartRow } from '../store/tables/message-starts.ts';
import { messageAddress, messageSubscriptions } from '../store/tables/message-subscriptions.ts';
import type { MessageSubscriptionRow } from '../store/tables/message-subscriptions.ts';
import { messages } from '../store/tables/messages.ts';
import type { MessageRow } from '../store/tables/messages.ts';
import type { Batch } from './batch.ts';
import { beginByTrigger } from './begin-by-trigger.ts';
import type { StartCause } from './begin-by-trigger.ts';
import { meetAt } from './message-address.ts';
import type { OutboxItem } from './outbox-item.ts';
import { Refusal } from './refusal.ts';

export interface Message {
  /** Only who is of this tenant gets it. */
  readonly tenantId: string;
  readonly name: string;
  /** Empty: reaches message start events only. */
  readonly correlationKey: string;
  readonly variables: Variables;
}

/** Where messages and those who wait for them meet. */
type Address = Pick<Message, 'tenantId' | 'name' | 'correlationKey'>;

interface Receivers {
  /** The instances that got the message, in order. */
  readonly instances: Key[];
  /** Process ids that have had it: each gets a message at most once. */
  readonly processIds: Set<string>;
}

/**
 * Hands in a message: it is correlated at once where somebody waits, and kept for its time to live for those who come later.
 * Throws ALREADY_EXISTS when a message with the same name, correlation key and message id lives.
 */
export const publishMessage = async (
  batch: Batch,
  message: Message & { readonly timeToLiveMs: number; readonly messageId: string | null },
): Promise<Key> => {
  const { tenantId, name, correlationKey, timeToLiveMs, messageId } = message;
  // One that nobody waits for by its correlation key, and that has no twin, misses nobody.
  if (timeToLiveMs > 0 && (correlationKey !== '' || messageId !== null))
    await meetAt(batch, tenantId, name, correlationKey, 'sent');
  if (messageId !== null) {
    const alive = await livingMessages(batch, message);
    if (alive.some((row) => row.message_id === messageId)) {
      throw new Refusal(
        'ALREADY_EXISTS',
        `Expected a new message id for message '${name}' with correlation key '${correlationKey}', but '${messageId}' is alive already. Nothing was published.`,
      );
    }
  }
  const key = await batch.services.keys.take();
  const receivers = await correlateNow(batch, key, message);
  if (timeToLiveMs > 0) {
    const expires = batch.nowMs + timeToLiveMs;
    batch.changes.insert(messages, {
      key,
      tenant_id: tenantId,
      name,
      correlation_key: correlationKey,
      message_id: messageId,
      variables: JSON.stringify(message.variables),
      published_ms: batch.nowMs,
      expires_ms: expires,
      correlated: JSON.stringify([...receivers.processIds]),
    });
    batch.dueAt(expires);
  }
  return key;
};

/** Delivers a message now or not at all. Throws NOT_FOUND when nobody waits for it. */
export const correlateMessage = async (
  batch: Batch,
  message: Message,
): Promise<{ messageKey: Key; processInstanceKey: Key }> => {
  const messageKey = await batch.services.keys.take();
  const [processInstanceKey] = (await correlateNow(batch, messageKey, message)).instances;
  if (processInstanceKey === undefined) {
    throw new Refusal(
      'NOT_FOUND',
      `Expected to find a subscription for message with name '${message.name}' and correlation key '${message.correlationKey}', but there was none.`,
    );
  }
  return { messageKey, processInstanceKey };
};

const correlateNow = async (batch: Batch, messageKey: Key, message: Message): Promise<Receivers> => {
  const receivers: Receivers = { instances: [], processIds: new Set() };
  if (message.correlationKey !== '') {
    for (const row of await openSubscriptions(batch, message)) {
      if (receivers.processIds.has(row.process_id)) continue;
      if (!(await deliver(batch, row, messageKey, message.variables))) continue;
      receivers.instances.push(row.process_instance_key as Key);
      receivers.processIds.add(row.process_id);
    }
  }
  for (const start of await findStartSubscriptions(
    batch.services.database,
    message.tenantId,
    'message',
    message.name,
  )) {
    if (receivers.processIds.has(start.process_id)) continue;
    const started = await startByMessage(batch, start, messageKey, message);
    if (!started.taken) continue;
    if (started.key !== null) receivers.instances.push(started.key);
    receivers.processIds.add(start.process_id);
  }
  return receivers;
};

/** Subscriptions as this batch sees them: stored ones that it did not close, and those that it opened. */
const openSubscriptions = async (
  batch: Batch,
  { tenantId, name, correlationKey }: Address,
): Promise<MessageSubscriptionRow[]> => {
  const stored = await findMessageSubscriptions(batch.services.database, tenantId, name, correlationKey);
  const open = stored.filter((row) => batch.changes.pending(messageSubscriptions, row)?.op !== 'delete');
  return [
    ...open,
    ...batch.changes.pendingRows(messageSubscriptions, messageAddress(tenantId, name, correlationKey)),
  ].sort((a, b) => a.key - b.key);
};

const livingMessages = async (batch: Batch, { tenantId, name, correlationKey }: Address): Promise<MessageRow[]> => {
  const stored = await findMessages(batch.services.database, tenantId, name, correlationKey, batch.nowMs);
  const current = stored.flatMap((row) => {
    const pending = batch.changes.pending(messages, row);
    if (pending?.op === 'delete') return [];
    return [pending?.op === 'patch' ? { ...row, ...(pending.set as Partial<MessageRow>) } : row];
  });
  return [...current, ...batch.changes.pendingRows(messages, messageAddress(tenantId, name, correlationKey))].sort(
    (a, b) => a.key - b.key,
  );
};

/** Whether the subscriber took the message. One that ended meanwhile, or that the engine refuses, does not stop the others. */
const deliver = async (
  batch: Batch,
  row: { readonly process_instance_key: number; readonly element_instance_key: number; readonly key: number },
  messageKey: Key,
  variables: Variables,
): Promise<boolean> => {
  const instance = await batch.instance(row.process_instance_key as Key);
  if (instance === null) return false;
  const refused = await batch.apply(instance, {
    type: 'correlate-message',
    elementInstanceKey: row.element_instance_key as Key,
    subscriptionKey: row.key as Key,
    messageKey,
    variables,
  });
  return refused === null;
};

/**
 * Starts an instance unless one that was started by the same correlation key still lives in that process: it is not taken then. Taken without
 * a key: other triggers have to happen before the instance starts.
 */
const startByMessage = async (
  batch: Batch,
  start: StartCause & { readonly key: number; readonly process_id: string },
  messageKey: Key,
  message: Message,
): Promise<{ readonly taken: boolean; readonly key: Key | null }> => {
  const notTaken = { taken: false, key: null };
  const lock = {
    tenant_id: message.tenantId,
    process_id: start.process_id,
    correlation_key: message.correlationKey,
  };
  if (message.correlationKey !== '') {
    const pending = batch.changes.pending(messageStarts, lock);
    if (pending !== undefined && pending.op !== 'delete') return notTaken;
    if (
      pending === undefined &&
      (await findMessageStart(batch.services.database, lock.tenant_id, lock.process_id, lock.correlation_key)) !== null
    )
      return notTaken;
  }
  const begun = await beginByTrigger(batch, start, message.variables);
  if (!begun.ok) return notTaken;
  const { key } = begun;
  if (key === null) return { taken: true, key };
  batch.changes.insert(messageCorrelations, {
    process_instance_key: key,
    tenant_id: message.tenantId,
    subscription_key: start.key,
    message_key: messageKey,
    element_instance_key: null,
    element_id: start.element_id,
    message_name: message.name,
    correlation_key: message.correlationKey,
    at_ms: batch.nowMs,
    definition_key: start.definition_key,
    process_id: start.process_id,
    root_key: key,
  });
  if (message.correlationKey !== '' && !batch.ended.has(key))
    batch.changes.insert(messageStarts, { ...lock, process_instance_key: key });
  return { taken: true, key };
};

/** A subscription was opened: it gets the messages that wait for it, the oldest first, as long as it is open. */
export const offerMessages = async (
  batch: Batch,
  offer: Extract<OutboxItem, { type: 'offer-messages' }>,
): Promise<void> => {
  const receiver = await batch.instance(offer.processInstanceKey);
  if (receiver === null) return;
  const { tenantId } = receiver.facts;
  await meetAt(batch, tenantId, offer.name, offer.correlationKey, 'opened');
  for (const row of await livingMessages(batch, { ...offer, tenantId })) {
    const correlated = JSON.parse(row.correlated) as string[];
    if (correlated.includes(offer.processId)) continue;
    const instance = await batch.instance(offer.processInstanceKey);
    const isOpen = instance?.state.elements.get(offer.elementInstanceKey)?.waits?.has(offer.subscriptionKey) ?? false;
    if (!isOpen) return;
    const target = {
      process_instance_key: offer.processInstanceKey,
      element_instance_key: offer.elementInstanceKey,
      key: offer.subscriptionKey,
    };
    const variables = JSON.parse(row.variables) as Variables;
    if (!(await deliver(batch, target, row.key as Key, variables))) return;
    markCorrelated(batch, row, [...correlated, offer.processId]);
  }
};

/** Two servers on one database must not give one message to two instances of a process: the second one's batch is refused and tried again. */
const markCorrelated = (batch: Batch, row: MessageRow, processIds: readonly string[]): void =>
  batch.changes.patch(
    messages,
    { key: row.key },
    { correlated: JSON.stringify(processIds) },
    { correlated: row.correlated },
  );

/** An instance that a message had started ended: the next waiting message with the same key may start one. */
export const releaseMessageStart = async (batch: Batch, processInstanceKey: Key): Promise<void> => {
  const { database } = batch.services;
  const stored = await findMessageStartsOf(database, processInstanceKey);
  for (const lock of [...stored, ...batch.changes.pendingRows(messageStarts, String(processInstanceKey))]) {
    batch.changes.delete(messageStarts, lock);
    await startNext(batch, lock);
  }
};

const startNext = async (
  batch: Batch,
  { tenant_id: tenantId, process_id: processId, correlation_key: correlationKey }: MessageStartRow,
): Promise<void> => {
  const { database } = batch.services;
  const names = await findStartMessageNames(database, tenantId, processId);
  for (const name of names) await meetAt(batch, tenantId, name, correlationKey, 'opened');
  const found = names.map((name) => livingMessages(batch, { tenantId, name, correlationKey }));
  const waiting = (await Promise.all(found)).flat();
  for (const row of waiting.sort((a, b) => a.key - b.key)) {
    const correlated = JSON.parse(row.correlated) as string[];
    if (correlated.includes(processId)) continue;
    const start = (await findStartSubscriptions(database, tenantId, 'message', row.name)).find(
      (each) => each.process_id === processId,
    );
    if (start === undefined) continue;
    const variables = JSON.parse(row.variables) as Variables;
    const started = await startByMessage(batch, start, row.key as Key, {
      tenantId,
      name: row.name,
      correlationKey,
      variables,
    });
    if (!started.taken) return;
    markCorrelated(batch, row, [...correlated, processId]);
    // One that ran straight through leaves the way free for the next.
    if (started.key !== null && !batch.ended.has(started.key)) return;
  }
};
