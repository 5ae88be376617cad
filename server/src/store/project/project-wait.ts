import { conditionSubscriptions } from '../tables/condition-subscriptions.ts';
import { elementInstances } from '../tables/element-instances.ts';
import { messageCorrelations } from '../tables/message-correlations.ts';
import { messageSubscriptions } from '../tables/message-subscriptions.ts';
import { signalSubscriptions } from '../tables/signal-subscriptions.ts';
import { timers } from '../tables/timers.ts';
import { livingAfter } from './step-facts.ts';
import type { RecordsOf, StepFacts } from './step-facts.ts';

type WaitRecord = RecordsOf<
  | `timer-${string}`
  | `message-${string}`
  | `signal-${string}`
  | `condition-${string}`
  | 'event-gathered'
  | 'gathered-events-cleared'
>;

/** Timers and subscriptions: the open ones have a row. */
export const projectWait = (step: StepFacts, record: WaitRecord): void => {
  const { instance, changes } = step;
  if (record.type === 'event-gathered' || record.type === 'gathered-events-cleared') {
    const gathered = livingAfter(step, record.elementInstanceKey)?.gathered ?? null;
    return changes.patch(
      elementInstances,
      { process_instance_key: instance.key, key: record.elementInstanceKey },
      { gathered: gathered === null ? null : JSON.stringify(Object.fromEntries(gathered)) },
    );
  }
  const key = { process_instance_key: instance.key, key: record.key };
  const common = { ...key, element_instance_key: record.elementInstanceKey };
  switch (record.type) {
    case 'timer-scheduled':
      return changes.insert(timers, {
        ...common,
        target_id: record.targetId,
        due_ms: record.dueMs,
        repetitions: record.repetitions,
        cycle: record.cycle,
        held_due_ms: null,
      });
    case 'timer-fired':
      if (record.nextDueMs === null) return changes.delete(timers, key);
      return changes.patch(timers, key, { due_ms: record.nextDueMs, repetitions: record.repetitions });
    case 'timer-canceled':
      return changes.delete(timers, key);
    case 'message-subscription-opened':
      return changes.insert(messageSubscriptions, {
        ...common,
        target_id: record.targetId,
        message_name: record.messageName,
        correlation_key: record.correlationKey,
        process_id: instance.processId,
        updated_ms: step.atMs,
        tenant_id: instance.tenantId,
      });
    case 'message-correlated': {
      const { messageName, correlationKey } = step.messageWaitOf(record);
      changes.insert(messageCorrelations, {
        process_instance_key: instance.key,
        subscription_key: record.key,
        message_key: record.messageKey,
        element_instance_key: record.elementInstanceKey,
        element_id: record.targetId,
        message_name: messageName,
        correlation_key: correlationKey,
        at_ms: step.atMs,
        definition_key: instance.definitionKey,
        process_id: instance.processId,
        root_key: instance.rootKey,
        tenant_id: instance.tenantId,
      });
      if (record.closed) return changes.delete(messageSubscriptions, key);
      return changes.patch(messageSubscriptions, key, { updated_ms: step.atMs });
    }
    case 'message-subscription-closed':
      return changes.delete(messageSubscriptions, key);
    case 'signal-subscription-opened':
      return changes.insert(signalSubscriptions, {
        ...common,
        target_id: record.targetId,
        signal_name: record.signalName,
        tenant_id: instance.tenantId,
      });
    case 'signal-caught':
      return record.closed ? changes.delete(signalSubscriptions, key) : undefined;
    case 'signal-subscription-closed':
      return changes.delete(signalSubscriptions, key);
    case 'condition-subscription-opened':
      return changes.insert(conditionSubscriptions, {
        ...common,
        target_id: record.targetId,
        event_index: record.eventIndex,
        holds: record.holds ? 1 : 0,
      });
    case 'condition-evaluated':
      return changes.patch(conditionSubscriptions, key, { holds: record.holds ? 1 : 0 });
    case 'condition-met':
      if (record.closed) return changes.delete(conditionSubscriptions, key);
      return changes.patch(conditionSubscriptions, key, { holds: 1 });
    case 'condition-subscription-closed':
      return changes.delete(conditionSubscriptions, key);
  }
};
