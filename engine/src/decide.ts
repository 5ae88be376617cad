import type { Command } from './command.ts';
import { handle } from './commands/handle.ts';
import { isHeld } from './commands/suspension-commands.ts';
import { nodeOf, flowOf, type ProcessDefinition } from './definition/process-definition.ts';
import type { Effect } from './effect.ts';
import { compensateNext } from './compensation.ts';
import { checkConditions } from './conditions.ts';
import { activateElement, completeScopeIfEmpty } from './element-lifecycle.ts';
import { hooksFor } from './elements/registry.ts';
import { defaultBudget, defaultLimits, noGlobals, type Env } from './env.ts';
import type { Rejection } from './failure.ts';
import type { JournalRecord } from './record.ts';
import type { InstanceState, QueueItem } from './state.ts';
import { dequeue, emit, enqueue, enqueueFirst, hooksOf, isBeingCanceled, type Step } from './step.ts';
import { terminateInstance, terminateNext } from './termination.ts';
import { lookAround } from './look-around.ts';

export type Decision =
  | { readonly ok: true; readonly records: readonly JournalRecord[]; readonly effects: readonly Effect[] }
  | { readonly ok: false; readonly error: Rejection };

/**
 * Runs one command on one instance until the instance comes to rest or the step's budget is used up. Accepted: the records of what
 * happened, already applied to `state`, and the effects that leave the instance. Refused: the reason, and nothing has changed. The same
 * state, command and environment always give the same answer. An exception is a bug; the state must be thrown away then.
 */
export const decide = (definition: ProcessDefinition, state: InstanceState, command: Command, env: Env): Decision => {
  const suspended = state.continuation;
  const step: Step = {
    definition,
    state,
    nowMs: env.nowMs,
    nextKey: env.nextKey,
    limits: env.limits ?? defaultLimits,
    globals: env.globals ?? noGlobals,
    budget: env.budget ?? defaultBudget,
    behaviorOf: hooksFor,
    records: [],
    effects: [],
    queue: [],
    head: 0,
    arriving: new Map(),
    changes: [],
    touched: new Set(),
    dying: null,
  };
  // What an earlier step left goes first: it happened before this command.
  let worked = 0;
  for (const item of suspended) {
    if (item.do !== 'look-around' || item.worked === undefined) {
      enqueue(step, item);
      continue;
    }
    // Joins look around when all the rest is done, in this step as in the one before.
    for (const scopeKey of item.scopeKeys) step.touched.add(scopeKey);
    worked += item.worked;
  }
  const rejection = handle(step, command, env.target);
  if (rejection) return { ok: false, error: rejection };
  prepareNext(step);
  // Of a suspended instance nothing is worked off: it waits with what an earlier step left.
  for (let budget = isHeld(step) ? 0 : step.budget; budget > 0; budget -= 1) {
    const item = dequeue(step);
    if (item === undefined) break;
    work(step, item);
    worked = prepareNext(step) ? 0 : worked + 1;
    if (worked < patience || step.touched.size === 0) continue;
    lookAroundNow(step);
    worked = 0;
  }
  const rest = state.status === 'ACTIVE' ? [...step.queue.slice(step.head), ...lookAroundLater(step, worked)] : [];
  if (rest.length > 0) emit(step, { type: 'step-suspended', queue: rest });
  else if (suspended.length > 0) emit(step, { type: 'step-resumed' });
  return { ok: true, records: step.records, effects: step.effects };
};

/**
 * So many items may be worked off before joins look around although the instance is not at rest: a loop without end beside a join must not keep
 * it from firing. Counted over all steps, so that it does not depend on their budget.
 */
const patience = 2_000;

/**
 * What follows by itself: conditions are looked at right after variables changed, joins look around when nothing else is left to do. Answers
 * whether the step is at rest.
 */
const prepareNext = (step: Step): boolean => {
  if (step.changes.length > 0) {
    const changes = step.changes;
    step.changes = [];
    if ((step.state.watching?.size ?? 0) > 0)
      enqueueFirst(step, { do: 'check-conditions', changes, instanceKey: null });
  }
  const isAtRest = step.head === step.queue.length;
  if (isAtRest && step.touched.size > 0) lookAroundNow(step);
  return isAtRest;
};

/** The joins of all scopes in which tokens moved are asked before anything else. */
const lookAroundNow = (step: Step): void => {
  const scopeKeys = [...step.touched];
  step.touched.clear();
  enqueueFirst(step, { do: 'look-around', scopeKeys });
};

/** Where tokens moved before the budget was used up: the next step has to know. */
const lookAroundLater = (step: Step, worked: number): readonly QueueItem[] =>
  step.touched.size > 0 ? [{ do: 'look-around', scopeKeys: [...step.touched], worked }] : [];

const work = (step: Step, item: QueueItem): void => {
  // Nothing begins, fires or is compensated any more.
  if (item.do !== 'terminate-next' && isBeingCanceled(step.state)) return;
  switch (item.do) {
    case 'terminate-next':
      return terminateNext(step);
    case 'deliver':
      // One that is refused has nobody to be told to: whoever sent it has gone on.
      handle(step, item.command);
      return;
    case 'terminate-instance':
      if (step.state.status === 'ACTIVE') terminateInstance(step);
      return;
    case 'arrive': {
      // Its scope may have been interrupted since the token left.
      if (!step.state.elements.has(item.scopeKey)) return;
      const node = nodeOf(step.definition, flowOf(step.definition, item.flowId).targetId);
      const hooks = step.behaviorOf(node, 'self');
      if (hooks.arrive) hooks.arrive(step, node, item.scopeKey, item.flowId);
      else activateElement(step, node, item.scopeKey);
      return;
    }
    case 'activate': {
      if (!step.state.elements.has(item.scopeKey)) return;
      const beginning = item.variables === null ? {} : { variables: item.variables };
      activateElement(step, nodeOf(step.definition, item.elementId), item.scopeKey, beginning);
      return;
    }
    case 'complete-scope':
      return completeScopeIfEmpty(step, item.scopeKey);
    case 'begin-next': {
      const scope = step.state.elements.get(item.scopeKey);
      if (scope?.state !== 'ACTIVE') return;
      const { node, hooks } = hooksOf(step, scope);
      return hooks.beginNext?.(step, scope, node);
    }
    case 'compensate-next':
      return compensateNext(step, item.scopeKey, item.completedKey);
    case 'check-conditions':
      return checkConditions(step, item.changes, item.instanceKey);
    case 'look-around':
      for (const scopeKey of item.scopeKeys) lookAround(step, scopeKey);
      return;
  }
};
