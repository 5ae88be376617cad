import { whyTooLarge } from './variable-size.ts';
import type { Mapping } from './definition/node.ts';
import { fail, ok, type Result } from './failure.ts';
import { evaluateJson, type Lookup } from './feel/expression.ts';
import { setOwn } from './feel/to-json.ts';
import type { Json, Variables } from './json.ts';
import type { Key } from './key.ts';
import type { ElementInstance } from './state.ts';
import { emit, instanceOf, type Step } from './step.ts';

/** Sees the variables of a scope and of all scopes around it; the innermost wins, and what is global comes last. */
export const lookupFrom =
  (step: Step, scopeKey: Key | null): Lookup =>
  (name) => {
    for (let key = scopeKey; key !== null;) {
      const instance = instanceOf(step.state, key);
      const variable = instance.variables?.get(name);
      if (variable) return variable.value;
      key = instance.scopeKey;
    }
    return globalOf(step.globals, name);
  };

/** A value that is known everywhere; undefined when there is none. */
export const globalOf = (globals: Variables, name: string): Json | undefined =>
  Object.prototype.hasOwnProperty.call(globals, name) ? globals[name] : undefined;

/** The same view with some values in front of it that are not set yet. */
export const lookupWith =
  (values: ReadonlyMap<string, Json>, lookup: Lookup): Lookup =>
  (name) =>
    values.has(name) ? values.get(name) : lookup(name);

/** All variables that the scope sees, the innermost of each name. */
export const visibleVariables = (step: Step, scopeKey: Key): Variables => {
  const chain: ElementInstance[] = [];
  for (let key: Key | null = scopeKey; key !== null;) {
    const instance: ElementInstance = instanceOf(step.state, key);
    chain.push(instance);
    key = instance.scopeKey;
  }
  const result: Record<string, Json> = {};
  for (const instance of chain.reverse()) {
    for (const [name, { value }] of instance.variables ?? []) setOwn(result, name, value);
  }
  return result;
};

/** The variables of exactly this scope. */
export const localVariables = (step: Step, scopeKey: Key): Variables => {
  const result: Record<string, Json> = {};
  for (const [name, { value }] of instanceOf(step.state, scopeKey).variables ?? []) setOwn(result, name, value);
  return result;
};

/** Sets variables in exactly this scope. A value that does not change leaves no record. */
export const setLocal = (step: Step, scopeKey: Key, variables: Iterable<readonly [string, Json]>): void => {
  for (const [name, value] of variables) {
    const existing = instanceOf(step.state, scopeKey).variables?.get(name);
    if (existing && isSame(existing.value, value)) continue;
    emit(step, { type: 'variable-set', key: existing?.key ?? step.nextKey(), scopeKey, name, value });
  }
};

/** Sets each variable in the nearest scope that has it, going outward, else in the outermost (Camunda 8's propagation rule). */
export const propagate = (step: Step, scopeKey: Key, variables: Iterable<readonly [string, Json]>): void => {
  for (const [name, value] of variables) {
    let target = scopeKey;
    for (;;) {
      const instance = instanceOf(step.state, target);
      if (instance.variables?.has(name) || instance.scopeKey === null) break;
      target = instance.scopeKey;
    }
    setLocal(step, target, [[name, value]]);
  }
};

/**
 * Evaluates input or output mappings in their order; a later one sees what earlier ones made. A target such as `order.id` sets one entry
 * of a context and keeps the others. Nothing is set yet.
 */
export const evaluateMappings = (
  mappings: readonly Mapping[],
  lookup: Lookup,
  targetLookup: Lookup,
  step: Step,
): Result<ReadonlyMap<string, Json>> => {
  const values = new Map<string, Json>();
  for (const mapping of mappings) {
    const result = evaluateJson(mapping.source, lookupWith(values, lookup), step.nowMs);
    if (!result.ok) return fail({ type: 'IO_MAPPING_ERROR', message: result.error.message });
    const [name = '', ...path] = mapping.target.split('.');
    const value =
      path.length === 0 ? result.value : withEntry(values.get(name) ?? targetLookup(name), path, result.value);
    const tooLarge = whyTooLarge(name, value, step.limits);
    if (tooLarge !== null) return fail({ type: 'IO_MAPPING_ERROR', message: tooLarge });
    values.set(name, value);
  }
  return ok(values);
};

/** The context with the entry at `path` replaced; contexts on the way are made where there are none. */
const withEntry = (context: Json | undefined, path: readonly string[], value: Json): Json => {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const result: Record<string, Json> = {};
  if (isContext(context)) for (const [key, entry] of Object.entries(context)) setOwn(result, key, entry);
  const inner = Object.prototype.hasOwnProperty.call(result, name) ? result[name] : undefined;
  setOwn(result, name, withEntry(inner, rest, value));
  return result;
};

const isContext = (value: Json | undefined): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only plain values are compared: looking through large ones would cost more than writing them. */
const isSame = (a: Json, b: Json): boolean => a === b && (a === null || typeof a !== 'object');
