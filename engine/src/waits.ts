import { subscribeCondition } from './events/condition.ts';
import type { WaitingEvent } from './events/event-definition.ts';
import { subscribeMessage } from './events/message.ts';
import { subscribeSignal } from './events/signal.ts';
import { subscribeTimer } from './events/timer.ts';
import { fail, ok, type Failure, type Result } from './failure.ts';
import type { Lookup } from './feel/expression.ts';
import type { Key } from './key.ts';
import type { ElementInstance, Wait } from './state.ts';
import { emit, enqueueFirst, type Step } from './step.ts';

/** An event that an element instance is to wait for, and the element that catches it. */
export interface Catcher {
  readonly targetId: string;
  readonly event: WaitingEvent;
  /** Which of the event definitions of the target it is, from 0. */
  readonly eventIndex: number;
}

/** What a subscription will say, once it is known that all of them can be made. */
export type Open = (step: Step, elementInstanceKey: Key, targetId: string) => void;

/** Opens all of them, or none when one cannot be evaluated. */
export const openWaits = (
  step: Step,
  instance: ElementInstance,
  catchers: readonly Catcher[],
  lookup: Lookup,
): Result<void> => {
  const prepared = prepareWaits(step, catchers, lookup);
  if (!prepared.ok) return prepared;
  prepared.value(instance);
  return ok(undefined);
};

/** Evaluates all of them now; the answer opens them. */
export const prepareWaits = (
  step: Step,
  catchers: readonly Catcher[],
  lookup: Lookup,
): Result<(instance: ElementInstance) => void> => {
  const opens: ((elementInstanceKey: Key) => void)[] = [];
  let hasConditions = false;
  for (const { targetId, event, eventIndex } of catchers) {
    const subscribed = subscribe(step, event, eventIndex, lookup);
    if (!subscribed.ok) return fail(naming(subscribed.error, targetId));
    hasConditions ||= event.kind === 'conditional';
    opens.push((elementInstanceKey) => subscribed.value(step, elementInstanceKey, targetId));
  }
  return ok(({ key }) => {
    for (const open of opens) open(key);
    // A condition may hold already: it is looked at once everything else of this moment is done.
    if (hasConditions) enqueueFirst(step, { do: 'check-conditions', changes: [], instanceKey: key });
  });
};

const naming = (failure: Failure, targetId: string): Failure => ({
  ...failure,
  message: `Event ${targetId}: ${failure.message}`,
});

const subscribe = (step: Step, event: WaitingEvent, eventIndex: number, lookup: Lookup): Result<Open> => {
  switch (event.kind) {
    case 'timer':
      return subscribeTimer(step, event, lookup);
    case 'message':
      return subscribeMessage(step, event, lookup);
    case 'signal':
      return subscribeSignal(step, event, lookup);
    case 'conditional':
      return subscribeCondition(eventIndex);
  }
};

const closing = {
  timer: 'timer-canceled',
  message: 'message-subscription-closed',
  signal: 'signal-subscription-closed',
  condition: 'condition-subscription-closed',
} as const satisfies Record<Wait['kind'], string>;

/** Closes whatever the element instance still waits for, or what it waits for on behalf of some elements only. */
export const closeWaits = (
  step: Step,
  instance: ElementInstance,
  of: (targetId: string) => boolean = () => true,
): void => {
  for (const wait of [...(instance.waits?.values() ?? [])]) {
    if (of(wait.targetId)) emit(step, { type: closing[wait.kind], key: wait.key, elementInstanceKey: instance.key });
  }
  for (const targetId of [...(instance.gathered?.keys() ?? [])]) {
    if (of(targetId)) emit(step, { type: 'gathered-events-cleared', elementInstanceKey: instance.key, targetId });
  }
};
