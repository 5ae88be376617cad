import { catchersOf } from '../element-lifecycle.ts';
import type { Node } from '../elements/registry.ts';
import type { Failure } from '../failure.ts';
import type { Lookup } from '../feel/expression.ts';
import type { Json } from '../json.ts';
import type { Key } from '../key.ts';
import type { Role } from '../roles.ts';
import type { ElementInstance } from '../state.ts';
import { emit, instanceOf, type Step } from '../step.ts';
import { evaluateMappings, setLocal } from '../variables.ts';
import { prepareWaits } from '../waits.ts';

/** A scope in which something is to begin: one that lives, or one that is to be made. `values` are variables that it is to get. */
export type PlannedScope = LivingScope | NewScope;

export interface LivingScope {
  readonly kind: 'living';
  readonly key: Key;
  readonly values: Map<string, Json>;
}

export interface NewScope {
  readonly kind: 'new';
  readonly node: Node;
  readonly role: Role;
  readonly parent: PlannedScope;
  readonly values: Map<string, Json>;
  /** What it will wait for; null until it was evaluated. */
  open: ((instance: ElementInstance) => void) | null;
  /** Null until it was made. */
  key: Key | null;
}

/** The scope around, as it is planned. */
export const around = (
  step: Step,
  scope: PlannedScope,
  livingScope: (key: Key) => LivingScope,
): PlannedScope | null => {
  if (scope.kind === 'new') return scope.parent;
  const { scopeKey } = instanceOf(step.state, scope.key);
  return scopeKey === null ? null : livingScope(scopeKey);
};

/** Sees the variables of a planned scope and of all around it, those among them that are still to be set. */
const lookupIn =
  (step: Step, from: PlannedScope, livingScope: (key: Key) => LivingScope): Lookup =>
  (name) => {
    for (let scope: PlannedScope | null = from; scope !== null; scope = around(step, scope, livingScope)) {
      if (scope.values.has(name)) return scope.values.get(name);
      const variable = scope.kind === 'living' ? instanceOf(step.state, scope.key).variables?.get(name) : undefined;
      if (variable) return variable.value;
    }
    return undefined;
  };

/**
 * Evaluates all that a new scope needs, before anything happens: its input mappings, and what it waits for. Variables that were given for it
 * win over its mappings. Null: it can be made.
 */
export const evaluateScope = (step: Step, scope: NewScope, livingScope: (key: Key) => LivingScope): Failure | null => {
  const { node, role, values } = scope;
  const lookup = lookupIn(step, scope, livingScope);
  if (role === 'self') {
    const inputs = evaluateMappings(node.inputs, lookup, () => undefined, step);
    if (!inputs.ok) return inputs.error;
    for (const name of node.declares) if (!values.has(name)) values.set(name, null);
    for (const [name, value] of inputs.value) if (!values.has(name)) values.set(name, value);
  }
  const open = prepareWaits(step, catchersOf(step, node, role), lookup);
  if (!open.ok) return open.error;
  scope.open = open.value;
  return null;
};

/** Makes the scope, without beginning what it begins with: no start event runs, and no listener is asked. */
export const makeScope = (step: Step, scope: NewScope): void => {
  const { node, role, parent, values } = scope;
  const key = step.nextKey();
  scope.key = key;
  const scopeKey = keyOf(parent);
  const told = { key, elementId: node.id, scopeKey, ...(role === 'self' ? {} : { role }) };
  emit(step, { type: 'element-activating', ...told });
  setLocal(step, key, values);
  scope.open?.(instanceOf(step.state, key));
  emit(step, { type: 'element-activated', ...told });
  // It knows then that nothing is still to come from its list of active elements.
  if (node.type === 'ad-hoc-sub-process' && role === 'self')
    emit(step, { type: 'ad-hoc-activities-queued', scopeKey: key, pending: [] });
};

/** The key of a scope that lives or was made. */
export const keyOf = (scope: PlannedScope): Key => {
  if (scope.key === null) throw new Error('Expected the scope around to be made first.');
  return scope.key;
};
