import type { ElementHooks } from '../behavior.ts';
import { evaluateBoolean } from '../boolean-condition.ts';
import type { MultiInstance } from '../definition/loop-characteristics.ts';
import { activateElement, completeElement } from '../element-lifecycle.ts';
import { prepareImplicitThrow } from '../events/throw-event.ts';
import { fail, ok, type Failure, type Result } from '../failure.ts';
import { evaluateJson, shorten, type Expression, type Lookup } from '../feel/expression.ts';
import { raiseIncident } from '../incidents.ts';
import type { Json } from '../json.ts';
import type { ElementInstance, LoopState } from '../state.ts';
import { emit, enqueue, type Step } from '../step.ts';
import { terminateContents } from '../termination.ts';
import { whyTooLarge } from '../variable-size.ts';
import { lookupFrom } from '../variables.ts';
import type { Node } from './registry.ts';

/**
 * The body around the instances of a multi-instance activity (BPMN 2.0.2, 10.3.8 and 13.3.7). The collection is frozen when it begins; the
 * instances begin one after another (sequential) or each right after the one before (parallel: a long list takes several steps). What each
 * one gives has its place in the list that comes out.
 */
export const multiInstanceBody = (loop: MultiInstance): ElementHooks<Node> => ({
  enter(step, body, node) {
    const items = evaluateItems(step, body, loop);
    if (!items.ok) return raiseIncident(step, body, items.error);
    emit(step, { type: 'loop-started', bodyKey: body.key, ...items.value });
    if (items.value.total === 0) completeBody(step, body, node, loop);
    else enqueue(step, { do: 'begin-next', scopeKey: body.key });
  },

  resume(step, body, node) {
    if (body.loop === null) multiInstanceBody(loop).enter(step, body, node);
  },

  beginNext(step, body, node) {
    const state = loopOf(body);
    const total = state.total ?? 0;
    if (state.created >= total) return;
    const index = state.created;
    const variables: Record<string, Json> = { loopCounter: index + 1 };
    if (loop.output) Object.assign(variables, placeholderOf(loop.output.element));
    if (loop.elementVariable !== null) variables[loop.elementVariable] = state.items?.[index] ?? null;
    activateElement(step, node, body.key, {
      variables,
      note: (elementInstanceKey) =>
        emit(step, {
          type: 'loop-instance-created',
          bodyKey: body.key,
          elementInstanceKey,
          loopCounter: index + 1,
        }),
    });
    if (!loop.isSequential && index + 1 < total) enqueue(step, { do: 'begin-next', scopeKey: body.key });
  },

  completeInner(step, body, node, inner, lookup) {
    const index = (inner.loopCounter ?? 1) - 1;
    const output = evaluateOutput(step, loop, lookup);
    if (!output.ok) return output;
    const state = loopOf(body);
    const completed = state.completed + 1;
    const after = withCounters(
      body,
      loop,
      lookup,
      completed,
      output.value === undefined ? null : { index, value: output.value },
    );
    const isDone = loop.completionCondition
      ? evaluateBoolean(loop.completionCondition, 'completion condition', after, step.nowMs)
      : ok(false);
    if (!isDone.ok) return isDone;
    const events = prepareEvents(step, body, loop, after, completed);
    if (!events.ok) return events;
    return ok(() => {
      emit(step, { type: 'loop-instance-completed', bodyKey: body.key, loopCounter: index + 1 });
      if (output.value !== undefined)
        emit(step, { type: 'loop-output-set', bodyKey: body.key, index, value: output.value });
      events.value();
      // A boundary event that caught one of them may have ended the body.
      if (step.state.elements.get(body.key) !== body) return;
      if (isDone.value) terminateContents(step, body, null);
      // Instances that somebody ended by hand are not waited for.
      const isLast = state.created === state.total && body.children === 0;
      if (isDone.value || isLast) completeBody(step, body, node, loop);
      else if (loop.isSequential) enqueue(step, { do: 'begin-next', scopeKey: body.key });
    });
  },
});

const loopOf = (body: ElementInstance): LoopState => {
  if (!body.loop) throw new Error(`Expected element instance ${body.key} to be a loop that has begun.`);
  return body.loop;
};

const evaluateItems = (
  step: Step,
  body: ElementInstance,
  loop: MultiInstance,
): Result<{ readonly total: number; readonly items: readonly Json[] | null }> => {
  const expression = loop.collection ?? loop.cardinality;
  if (!expression) throw new Error(`Expected ${body.elementId} to have a collection or cardinality.`);
  const result = evaluateJson(expression, lookupFrom(step, body.key), step.nowMs);
  if (!result.ok) return result;
  const { value } = result;
  if (loop.collection) {
    if (!Array.isArray(value)) return wrong('input collection', expression, 'a list', value);
    const items = value as readonly Json[];
    return items.length > step.limits.collectionItems
      ? tooMany(step, expression, items.length)
      : ok({ total: items.length, items });
  }
  const total = typeof value === 'string' && /^\d{1,9}$/.test(value.trim()) ? Number(value) : value;
  if (typeof total !== 'number' || !Number.isInteger(total) || total < 0)
    return wrong('loop cardinality', expression, 'a whole number, 0 or more', value);
  return total > step.limits.collectionItems ? tooMany(step, expression, total) : ok({ total, items: null });
};

const wrong = (what: string, expression: Expression, wanted: string, found: Json): { ok: false; error: Failure } =>
  fail({
    type: 'EXTRACT_VALUE_ERROR',
    message: `Expected the ${what} '${shorten(expression.text)}' to be ${wanted}, found ${shorten(JSON.stringify(found))}. Set the variables that it reads, then resolve the incident.`,
  });

const tooMany = (step: Step, expression: Expression, found: number): { ok: false; error: Failure } =>
  fail({
    type: 'EXTRACT_VALUE_ERROR',
    message: `Expected at most ${step.limits.collectionItems} instances of '${shorten(expression.text)}', found ${found}. Split the list into several, then resolve the incident.`,
  });

const evaluateOutput = (step: Step, loop: MultiInstance, lookup: Lookup): Result<Json | undefined> => {
  if (!loop.output) return ok(undefined);
  const result = evaluateJson(loop.output.element, lookup, step.nowMs);
  if (!result.ok) return result;
  const tooLarge = whyTooLarge(loop.output.collection, result.value, step.limits);
  return tooLarge === null ? result : fail({ type: 'EXTRACT_VALUE_ERROR', message: tooLarge });
};

/** `=result` and `=result.sum` name a variable: each instance has its own from the start, so that none of them reaches another. */
const placeholderOf = (element: Expression): Record<string, Json> => {
  const name = /^=?\s*([\p{L}_][\p{L}\p{N}_]*)(\s*\.\s*[\p{L}_][\p{L}\p{N}_]*)*$/u.exec(element.text)?.[1];
  return name === undefined ? {} : { [name]: null };
};

/** What completion conditions and behaviors see besides variables: the counters of BPMN, and the list as it stands. */
const withCounters = (
  body: ElementInstance,
  loop: MultiInstance,
  lookup: Lookup,
  completed: number,
  output: { readonly index: number; readonly value: Json } | null,
): Lookup => {
  const { total, created } = loopOf(body);
  const active = body.children - 1;
  const counters: Readonly<Record<string, number>> = {
    numberOfInstances: total ?? created,
    numberOfActiveInstances: active,
    numberOfCompletedInstances: completed,
    numberOfTerminatedInstances: created - completed - active,
  };
  return (name) => {
    if (Object.prototype.hasOwnProperty.call(counters, name)) return counters[name];
    if (name !== loop.output?.collection) return lookup(name);
    const list = listOf(body);
    if (output) list[output.index] = output.value;
    return list;
  };
};

const listOf = (body: ElementInstance): Json[] =>
  Array.from({ length: loopOf(body).total ?? 0 }, (_slot, index) => body.outputs?.get(index) ?? null);

/** BPMN's behavior: which events are thrown because this instance completed. They are thrown by the body, so its boundary can catch them. */
const prepareEvents = (
  step: Step,
  body: ElementInstance,
  { behavior }: MultiInstance,
  lookup: Lookup,
  completed: number,
): Result<() => void> => {
  if (behavior.kind === 'none' || (behavior.kind === 'one' && completed === 1))
    return prepareImplicitThrow(step, body, behavior.event);
  const throws: (() => void)[] = [];
  for (const { condition, event } of behavior.kind === 'complex' ? behavior.definitions : []) {
    const holds = evaluateBoolean(condition, 'complex behavior', lookup, step.nowMs);
    if (!holds.ok) return holds;
    if (!holds.value) continue;
    const thrown = prepareImplicitThrow(step, body, event);
    if (!thrown.ok) return thrown;
    throws.push(thrown.value);
  }
  return ok(() => throws.forEach((thrown) => thrown()));
};

const completeBody = (step: Step, body: ElementInstance, node: Node, loop: MultiInstance): void => {
  const variables: Record<string, Json> = {};
  if (loop.output) variables[loop.output.collection] = listOf(body);
  completeElement(step, body, node, variables);
};
