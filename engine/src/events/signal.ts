import { ok, type Result } from '../failure.ts';
import type { Lookup } from '../feel/expression.ts';
import { emit, type Step } from '../step.ts';
import type { Open } from '../waits.ts';
import type { SignalEvent } from './event-definition.ts';
import { evaluateName } from './message.ts';

/** Evaluates the name of a signal catch. */
export const subscribeSignal = (step: Step, event: SignalEvent, lookup: Lookup): Result<Open> => {
  const signalName = evaluateName(event.signalName, 'signal', lookup, step.nowMs);
  if (!signalName.ok) return signalName;
  return ok((to, elementInstanceKey, targetId) =>
    emit(to, {
      type: 'signal-subscription-opened',
      key: to.nextKey(),
      elementInstanceKey,
      targetId,
      signalName: signalName.value,
    }),
  );
};
