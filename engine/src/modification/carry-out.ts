import { enqueue, type Step } from '../step.ts';
import { terminateElement, terminateInstance } from '../termination.ts';
import { setLocal } from '../variables.ts';
import type { ModificationPlan } from './plan.ts';
import { keyOf, makeScope } from './planned-scope.ts';
import { discardWaiting } from './waiting-tokens.ts';

/** Variables first, then scopes, then what ends; elements begin from the queue, so that a long list takes several steps. */
export const carryOut = (step: Step, { living, made, activations, discarded, dying }: ModificationPlan): void => {
  for (const { key, values } of living) setLocal(step, key, values);
  for (const scope of made) makeScope(step, scope);
  for (const { node, scope, values } of activations)
    enqueue(step, {
      do: 'activate',
      elementId: node.id,
      scopeKey: keyOf(scope),
      variables: values.size > 0 ? Object.fromEntries(values) : null,
    });
  for (const tokens of discarded) if (!dying.has(tokens.scopeKey)) discardWaiting(step, tokens);
  if (dying.has(step.state.key)) return terminateInstance(step);
  for (const key of dying) {
    const instance = step.state.elements.get(key);
    if (!instance || (instance.scopeKey !== null && dying.has(instance.scopeKey))) continue;
    terminateElement(step, instance);
    const scope = instance.scopeKey === null ? undefined : step.state.elements.get(instance.scopeKey);
    if (scope?.adHoc) enqueue(step, { do: 'begin-next', scopeKey: scope.key });
  }
};
