import type { Key } from '../key.ts';
import type { ElementInstance } from '../state.ts';
import { emit, instanceOf, type Step } from '../step.ts';

/** Tokens of a scope that wait at a joining gateway, or for which it waits before it fires anew. */
export interface WaitingTokens {
  readonly scopeKey: Key;
  readonly elementId: string;
}

/** Where tokens wait at this element. */
export const waitingAt = (step: Step, elementId: string): readonly WaitingTokens[] =>
  [...step.state.elements.values()]
    .filter(({ parked, resets }) => parked?.has(elementId) === true || resets?.has(elementId) === true)
    .map(({ key }) => ({ scopeKey: key, elementId }));

/** Whether tokens wait in the scope beyond these. */
export const hasOtherTokens = ({ key, parked, resets }: ElementInstance, gone: readonly WaitingTokens[]): boolean =>
  [...(parked?.keys() ?? []), ...(resets?.keys() ?? [])].some(
    (id) => !gone.some(({ scopeKey, elementId }) => scopeKey === key && elementId === id),
  );

/** They are gone, as if their join had fired, and nothing follows. */
export const discardWaiting = (step: Step, { scopeKey, elementId }: WaitingTokens): void => {
  for (;;) {
    const flows = instanceOf(step.state, scopeKey).parked?.get(elementId);
    if (!flows) break;
    emit(step, { type: 'tokens-consumed', scopeKey, elementId, flowIds: [...flows.keys()].sort() });
  }
  if (instanceOf(step.state, scopeKey).resets?.has(elementId))
    emit(step, { type: 'gateway-reset', scopeKey, elementId });
};
