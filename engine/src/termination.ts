import type { Key } from './key.ts';
import { closeIncident } from './incidents.ts';
import type { ElementInstance } from './state.ts';
import { dropAll, dropQueued, emit, enqueue, hooksOf, instanceOf, isBeingCanceled, type Step } from './step.ts';
import { closeWaits } from './waits.ts';

/** Ends an element instance and everything inside it, the innermost first. Nothing that it waited for can reach it afterwards. */
export const terminateElement = (step: Step, instance: ElementInstance): void => {
  for (const each of livingInside(step, instance.key).reverse()) terminateOne(step, each);
  terminateOne(step, instance);
};

/**
 * Ends the process instance: at once when all that lives in it fits into the budget of a step, else piece by piece over as many steps as that
 * takes. Then the process is `TERMINATING` from the first one on, catches nothing, and takes no command but those of `commands/handle.ts`.
 */
export const terminateInstance = (step: Step): void => {
  const process = instanceOf(step.state, step.state.key);
  if (step.state.elements.size > step.budget) {
    dropAll(step);
    terminateOne(step, process);
    return enqueue(step, { do: 'terminate-next' });
  }
  terminateElement(step, process);
  // Listeners of canceled tasks may have to hear of it first; the last of them ends the instance.
  if (!step.state.elements.has(process.key)) emit(step, { type: 'process-instance-terminated' });
};

/** The next one of a process instance that is being canceled; after the last one the process itself, unless canceled tasks linger in it. */
export const terminateNext = (step: Step): void => {
  // A scope before what is in it; their keys do not tell, each server gives out its own. Looked up once a step: they only become fewer from here on.
  step.dying ??= livingInside(step, step.state.key).filter(({ state }) => state !== 'TERMINATING');
  const next = step.dying.pop();
  if (next) {
    terminateOne(step, next);
    return enqueue(step, { do: 'terminate-next' });
  }
  if (step.state.elements.has(step.state.key)) endCanceled(step);
};

/** The process ends when nothing lives in it any more. */
const endCanceled = (step: Step): void => {
  const { key } = step.state;
  if (instanceOf(step.state, key).children > 0) return;
  emit(step, { type: 'element-terminated', key });
  emit(step, { type: 'process-instance-terminated' });
};

/** Ends everything inside a scope (but one, unless null); the scope itself lives on. */
export const terminateContents = (step: Step, scope: ElementInstance, exceptKey: Key | null): void => {
  for (const each of livingInside(step, scope.key).reverse()) if (each.key !== exceptKey) terminateOne(step, each);
  discardTokens(step, scope);
  endCompensation(step, scope);
};

/** Handlers that ran are gone with what they compensated; what was asked for and has not begun can be asked for again. */
const endCompensation = (step: Step, scope: ElementInstance): void => {
  const running = [...(scope.compensations?.values() ?? [])].filter((entry) => entry.runKey !== null);
  for (const { key, handlerKey } of running)
    if (handlerKey !== null) emit(step, { type: 'compensation-completed', scopeKey: scope.key, key });
  const keys = running.filter((entry) => entry.handlerKey === null).map((entry) => entry.key);
  if (keys.length > 0) emit(step, { type: 'compensation-triggered', scopeKey: scope.key, keys, runKey: null });
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

/** A user task whose listeners had to hear of its cancellation is gone now; an instance that waited only for that ends with it. */
export const terminateCanceled = (step: Step, instance: ElementInstance): void => {
  const { userTask, key, scopeKey } = instance;
  if (userTask) emit(step, { type: 'user-task-canceled', key: userTask.key, elementInstanceKey: key });
  emit(step, { type: 'element-terminated', key });
  if (scopeKey === null) return;
  if (!isBeingCanceled(step.state)) return enqueue(step, { do: 'complete-scope', scopeKey });
  endCanceled(step);
};

const terminateOne = (step: Step, instance: ElementInstance): void => {
  // It lingers already: its listeners are at work on its cancellation.
  if (instance.state === 'TERMINATING') return;
  const { node, hooks } = hooksOf(step, instance);
  hooks.terminate?.(step, instance, node);
  const { job, userTask, key } = instance;
  // A job whose error was caught has ended with that; only one whose error nobody caught is canceled.
  const jobEnded = job?.state === 'ERROR_THROWN' && instance.incident === null;
  closeIncident(step, instance);
  closeWaits(step, instance);
  if (job && !jobEnded) emit(step, { type: 'job-canceled', key: job.key, elementInstanceKey: key });
  if (instance.listening) emit(step, { type: 'listeners-finished', elementInstanceKey: key });
  if (hooks.linger?.(step, instance, node)) return;
  if (userTask) emit(step, { type: 'user-task-canceled', key: userTask.key, elementInstanceKey: key });
  if (instance.compensations) emit(step, { type: 'compensations-discarded', scopeKey: key });
  discardTokens(step, instance);
  // Only the process itself can have something left: canceled tasks that linger, or what later steps will end.
  emit(step, { type: instance.children > 0 ? 'element-terminating' : 'element-terminated', key });
  // A handler that a boundary event of its own ended counts as done.
  if (instance.compensates !== null && instance.scopeKey !== null)
    enqueue(step, { do: 'compensate-next', scopeKey: instance.scopeKey, completedKey: instance.compensates });
};

const discardTokens = (step: Step, scope: ElementInstance): void => {
  dropQueued(step, scope.key);
  if (scope.parked || scope.resets) emit(step, { type: 'tokens-discarded', scopeKey: scope.key });
};
