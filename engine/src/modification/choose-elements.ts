import { nodeOf } from '../definition/process-definition.ts';
import { fail, ok, type Result } from '../failure.ts';
import type { Key } from '../key.ts';
import { roleOf, scopeOf } from '../roles.ts';
import type { ElementInstance } from '../state.ts';
import type { Step } from '../step.ts';
import type { ElementChoice } from './instructions.ts';

/** The element instances that an instruction means; or a sentence that says why there are none. */
export const chooseElements = (step: Step, choice: ElementChoice): Result<readonly ElementInstance[], string> => {
  if ('elementInstanceKey' in choice) {
    const instance = step.state.elements.get(choice.elementInstanceKey);
    return instance && instance.state !== 'TERMINATING'
      ? ok([instance])
      : fail(`element instance ${choice.elementInstanceKey} is not active in this process instance`);
  }
  const node = step.definition.elements.get(choice.elementId);
  if (!node) return fail(`process '${step.definition.id}' has no element '${choice.elementId}'`);
  const outermost = node.loop === null ? 'self' : 'body';
  const found = [...step.state.elements.values()].filter(
    (each) =>
      each.elementId === node.id && each.state !== 'TERMINATING' && roleOf(step.state, each, node) === outermost,
  );
  return found.length > 0 ? ok(found) : fail(`no instance of '${choice.elementId}' is active`);
};

/** The scope around an element instance; around an instance of a loop it is that around its body. */
export const outerScopeOf = (step: Step, instance: ElementInstance): ElementInstance | undefined => {
  let scope = scopeOf(step.state, instance);
  while (scope && scope.elementId === instance.elementId) scope = scopeOf(step.state, scope);
  return scope;
};

/** These element instances and all that lives in them. */
export const withContents = (step: Step, keys: ReadonlySet<Key>): Set<Key> => {
  const all = new Set<Key>();
  const isIn = (instance: ElementInstance): boolean => {
    if (all.has(instance.key) || keys.has(instance.key)) return true;
    const scope = scopeOf(step.state, instance);
    return scope !== undefined && isIn(scope);
  };
  if (keys.size > 0) for (const instance of step.state.elements.values()) if (isIn(instance)) all.add(instance.key);
  return all;
};

/**
 * What is left empty by the end of these ends, too: each scope but those in which something is to begin, or a token waits. `lightened` are scopes
 * that lose waiting tokens.
 */
export const withEmptied = (
  step: Step,
  dying: ReadonlySet<Key>,
  lightened: readonly Key[],
  kept: ReadonlySet<Key>,
  isOpen: IsOpen,
): Set<Key> => {
  const all = new Set(dying);
  const left = new Map<Key, number>();
  const endIfEmpty = (scope: ElementInstance): void => {
    const children = left.get(scope.key) ?? scope.children;
    if (children > 0 || all.has(scope.key) || kept.has(scope.key) || isOpen(scope)) return;
    all.add(scope.key);
    loseChild(scopeOf(step.state, scope));
  };
  const loseChild = (scope: ElementInstance | undefined): void => {
    if (!scope || dying.has(scope.key)) return;
    left.set(scope.key, (left.get(scope.key) ?? scope.children) - 1);
    endIfEmpty(scope);
  };
  for (const key of dying) {
    const instance = step.state.elements.get(key);
    if (instance) loseChild(scopeOf(step.state, instance));
  }
  for (const key of lightened) {
    const scope = step.state.elements.get(key);
    if (scope) endIfEmpty(scope);
  }
  return all;
};

type IsOpen = (scope: ElementInstance) => boolean;

/** The element of a key that lives, for sentences. */
export const nameOf = (step: Step, instance: ElementInstance): string =>
  `'${nodeOf(step.definition, instance.elementId).id}' (${instance.key})`;
