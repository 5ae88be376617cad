import type { ElementHooks } from '../behavior.ts';
import { evaluateBoolean } from '../boolean-condition.ts';
import type { StandardLoop } from '../definition/loop-characteristics.ts';
import { activateElement, completeElement } from '../element-lifecycle.ts';
import { ok, type Result } from '../failure.ts';
import type { Lookup } from '../feel/expression.ts';
import { raiseIncident } from '../incidents.ts';
import type { ElementInstance } from '../state.ts';
import { emit, enqueue, type Step } from '../step.ts';
import { lookupFrom } from '../variables.ts';
import type { Node } from './registry.ts';

/**
 * The body around an activity that is repeated while a condition holds (BPMN 2.0.2, 10.3.8 and 13.3.6). The condition sees `loopCounter`,
 * the number of instances so far: 0 when it is asked before the first.
 */
export const standardLoopBody = (loop: StandardLoop): ElementHooks<Node> => ({
  enter(step, body, node) {
    const begins = loop.testBefore ? goesOn(step, loop, lookupFrom(step, body.key), 0) : ok(loop.maximum !== 0);
    if (!begins.ok) return raiseIncident(step, body, begins.error);
    emit(step, { type: 'loop-started', bodyKey: body.key, total: null, items: null });
    if (begins.value) enqueue(step, { do: 'begin-next', scopeKey: body.key });
    else completeElement(step, body, node);
  },

  resume(step, body, node) {
    if (body.loop === null) standardLoopBody(loop).enter(step, body, node);
  },

  beginNext(step, body, node) {
    const loopCounter = createdIn(body) + 1;
    activateElement(step, node, body.key, {
      variables: { loopCounter },
      note: (elementInstanceKey) =>
        emit(step, { type: 'loop-instance-created', bodyKey: body.key, elementInstanceKey, loopCounter }),
    });
  },

  completeInner(step, body, node, inner, lookup) {
    const completed = createdIn(body);
    const again = goesOn(step, loop, lookup, completed);
    if (!again.ok) return again;
    return ok(() => {
      emit(step, {
        type: 'loop-instance-completed',
        bodyKey: body.key,
        loopCounter: inner.loopCounter ?? completed,
      });
      if (again.value) enqueue(step, { do: 'begin-next', scopeKey: body.key });
      else completeElement(step, body, node);
    });
  },
});

const createdIn = (body: ElementInstance): number => body.loop?.created ?? 0;

const goesOn = (step: Step, loop: StandardLoop, lookup: Lookup, loopCounter: number): Result<boolean> => {
  if (loop.maximum !== null && loopCounter >= loop.maximum) return ok(false);
  if (!loop.condition) return ok(true);
  const withCounter: Lookup = (name) => (name === 'loopCounter' ? loopCounter : lookup(name));
  return evaluateBoolean(loop.condition, 'loop condition', withCounter, step.nowMs);
};
