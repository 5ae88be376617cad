import type { WaitingEvent } from './events/event-definition.ts';
import { subscribeMessage } from './events/message.ts';
import { subscribeSignal } from './events/signal.ts';
import { subscribeTimer } from './events/timer.ts';
import { fail, ok, type Failure, type Result } from './failure.ts';
import type { Lookup } from './feel/expression.ts';
import type { Key } from './key.ts';
import type { ElementInstance, Wait } from './state.ts';
import { emit, type Step } from './step.ts';

/** An event that an element instance is to wait for, and the element that catches it. */
export interface Catcher {
  readonly targetId: string;
  readonly event: WaitingEvent;
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
  const opens: (() => void)[] = [];
  for (const { targetId, event } of catchers) {
    const subscribed = subscribe(step, event, lookup);
    if (!subscribed.ok) return fail(naming(subscribed.error, targetId));
    opens.push(() => subscribed.value(step, instance.key, targetId));
  }
  for (const open of opens) open();
  return ok(undefined);
};

const naming = (failure: Failure, targetId: string): Failure => ({
  ...failure,
  message: `Event ${targetId}: ${failure.message}`,
});

const subscribe = (step: Step, event: WaitingEvent, lookup: Lookup): Result<Open> => {
  switch (event.kind) {
    case 'timer':
      return subscribeTimer(step, event, lookup);
    case 'message':
      return subscribeMessage(step, event, lookup);
    case 'signal':
      return subscribeSignal(step, event, lookup);
  }
};

const closing = {
  timer: 'timer-canceled',
  message: 'message-subscription-closed',
  signal: 'signal-subscription-closed',
} as const satisfies Record<Wait['kind'], string>;

/** Closes whatever the element instance still waits for. */
export const closeWaits = (step: Step, instance: ElementInstance): void => {
  for (const wait of [...(instance.waits?.values() ?? [])]) {
    emit(step, { type: closing[wait.kind], key: wait.key, elementInstanceKey: instance.key });
  }
};
