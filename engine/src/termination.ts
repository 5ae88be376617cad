import { nodeOf } from './definition/process-definition.ts';
import { closeIncident } from './incidents.ts';
import type { Key } from './key.ts';
import type { ElementInstance } from './state.ts';
import { dropQueued, emit, type Step } from './step.ts';
import { closeWaits } from './waits.ts';

/** Ends an element instance and everything inside it, the innermost first. Nothing that it waited for can reach it afterwards. */
export const terminateElement = (step: Step, instance: ElementInstance): void => {
  for (const each of livingInside(step, instance.key).reverse()) terminateOne(step, each);
  terminateOne(step, instance);
};

/** Ends everything inside a scope but one; the scope itself lives on. */
export const terminateContents = (step: Step, scope: ElementInstance, exceptKey: Key): void => {
  for (const each of livingInside(step, scope.key).reverse()) if (each.key !== exceptKey) terminateOne(step, each);
  discardTokens(step, scope);
};

/** All element instances below this one, outer before inner. One pass over the instance, none when there is nothing inside. */
const livingInside = (step: Step, key: Key): ElementInstance[] => {
  const outermost = step.state.elements.get(key);
  if (!outermost || outermost.children === 0) return [];
  const byScope = new Map<Key, ElementInstance[]>();
  for (const instance of step.state.elements.values()) {
    if (instance.scopeKey === null) continue;
    const siblings = byScope.get(instance.scopeKey);
    if (siblings) siblings.push(instance);
    else byScope.set(instance.scopeKey, [instance]);
  }
  const found: ElementInstance[] = [];
  const pending = [...(byScope.get(key) ?? [])];
  for (let instance = pending.pop(); instance; instance = pending.pop()) {
    found.push(instance);
    for (const inner of byScope.get(instance.key) ?? []) pending.push(inner);
  }
  return found;
};

const terminateOne = (step: Step, instance: ElementInstance): void => {
  const node = nodeOf(step.definition, instance.elementId);
  step.behaviorOf(node).terminate?.(step, instance, node);
  const { job, userTask, key } = instance;
  // A job whose error was caught has ended with that; only one whose error nobody caught is canceled.
  const jobEnded = job?.state === 'ERROR_THROWN' && instance.incident === null;
  closeIncident(step, instance);
  closeWaits(step, instance);
  if (job && !jobEnded) emit(step, { type: 'job-canceled', key: job.key, elementInstanceKey: key });
  if (userTask) emit(step, { type: 'user-task-canceled', key: userTask.key, elementInstanceKey: key });
  discardTokens(step, instance);
  emit(step, { type: 'element-terminated', key });
};

const discardTokens = (step: Step, scope: ElementInstance): void => {
  dropQueued(step, scope.key);
  if (scope.parked) emit(step, { type: 'tokens-discarded', scopeKey: scope.key });
};
