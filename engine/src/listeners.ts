import { listen } from './element-lifecycle.ts';
import type { Node } from './elements/registry.ts';
import type { Variables } from './json.ts';
import type { ElementInstance } from './state.ts';
import type { Step } from './step.ts';
import { propagate, setLocal } from './variables.ts';

/**
 * The job of an execution listener is done. What a start listener brings is local to the element, as its input mappings are; what an end
 * listener brings goes out, as its output mappings do. Extension `zeebe:executionListeners`.
 */
export const continueListening = (step: Step, instance: ElementInstance, node: Node, variables: Variables): void => {
  const { listening } = instance;
  if (listening?.event !== 'start' && listening?.event !== 'end')
    throw new Error(`Expected element instance ${instance.key} to have an execution listener at work.`);
  const entries = Object.entries(variables);
  if (listening.event === 'start') setLocal(step, instance.key, entries);
  else propagate(step, instance.scopeKey ?? instance.key, entries);
  listen(step, instance, node, listening.event, listening.index + 1);
};
