import { isScopeComeBack } from '../compensation-register.ts';
import { nodeOf } from '../definition/process-definition.ts';
import type { Node } from '../elements/registry.ts';
import { fail, ok, type Result } from '../failure.ts';
import type { Key } from '../key.ts';
import { roleOf } from '../roles.ts';
import type { ElementInstance } from '../state.ts';
import type { Step } from '../step.ts';
import type { LivingScope, NewScope, PlannedScope } from './planned-scope.ts';

/** The scopes of a modification: those that live and those that it makes. */
export interface ScopeBook {
  readonly step: Step;
  /** What the modification ends: nothing begins in it. */
  readonly dying: ReadonlySet<Key>;
  readonly living: Map<Key, LivingScope>;
  /** In the order in which they are to be made. */
  readonly made: NewScope[];
  /** Those of them that later instructions find, too: made without an ancestor. By their element. */
  readonly shared: Map<string, NewScope>;
}

export const livingScope = ({ living }: ScopeBook, key: Key): LivingScope => {
  let scope = living.get(key);
  if (!scope) living.set(key, (scope = { kind: 'living', key, values: new Map() }));
  return scope;
};

/**
 * The scope in which an element is to begin: the one that is active, or a new one inside the nearest scope around it that is. With an ancestor
 * everything up to it is new. Or a sentence that says why there is none.
 */
export const findScope = (
  book: ScopeBook,
  node: Node,
  ancestor: ElementInstance | null,
): Result<PlannedScope, string> => {
  const { step } = book;
  if (node.scopeId === null) return fail('the process itself cannot be activated');
  const scope = nodeOf(step.definition, node.scopeId);
  if (ancestor?.elementId === scope.id) return inside(book, ancestor, scope, node.id);
  if (ancestor === null) {
    const instances = [...step.state.elements.values()].filter(
      (each) => each.elementId === scope.id && !book.dying.has(each.key) && roleOf(step.state, each, scope) === 'self',
    );
    const shared = book.shared.get(scope.id);
    if (instances.length + (shared ? 1 : 0) > 1)
      return fail(
        `its scope '${scope.id}' is active more than once (${instances.map(({ key }) => key).join(', ')}): name one of them as the ancestor`,
      );
    if (shared) return ok(withInner(book, shared));
    const [only] = instances;
    if (only) return inside(book, only, scope, node.id);
  }
  if (scope.loop !== null)
    return fail(`it is inside '${scope.id}', which is repeated, and no instance of that was found to begin it in`);
  const parent = findScope(book, scope, ancestor);
  if (!parent.ok) return parent;
  const made = make(book, scope, 'self', parent.value);
  if (ancestor === null) book.shared.set(scope.id, made);
  return ok(withInner(book, made));
};

const make = (book: ScopeBook, node: Node, role: NewScope['role'], parent: PlannedScope): NewScope => {
  const scope: NewScope = { kind: 'new', node, role, parent, values: new Map(), open: null, key: null };
  book.made.push(scope);
  return scope;
};

/** Around each activity of an ad-hoc sub-process stands an inner instance of its own. */
const withInner = (book: ScopeBook, scope: NewScope): PlannedScope =>
  scope.node.type === 'ad-hoc-sub-process' ? make(book, scope.node, 'inner', scope) : scope;

/** A scope that lives, if something may begin in it. */
const inside = (
  book: ScopeBook,
  instance: ElementInstance,
  node: Node,
  elementId: string,
): Result<PlannedScope, string> => {
  const { step } = book;
  const role = roleOf(step.state, instance, node);
  const named = `its scope '${node.id}' (${instance.key})`;
  if (role === 'body') return fail(`${named} is the body of a loop: name one of the instances inside it`);
  if (book.dying.has(instance.key)) return fail(`${named} is terminated by the same modification`);
  if (instance.state !== 'ACTIVE')
    return fail(`${named} is ${instance.state.toLowerCase()}: nothing can begin in it before it is active`);
  if (instance.interruptedBy !== null && instance.interruptedBy !== elementId)
    return fail(`${named} was interrupted by '${instance.interruptedBy}'`);
  if (isScopeComeBack(step, instance)) return fail(`${named} only waits for compensation`);
  if (instance.adHoc?.isFulfilled === true) return fail(`${named} is about to end`);
  const scope = livingScope(book, instance.key);
  return ok(node.type === 'ad-hoc-sub-process' && role === 'self' ? make(book, node, 'inner', scope) : scope);
};

/** Whether the instance is a scope around that element. */
export const isAround = (step: Step, instance: ElementInstance, node: Node): boolean => {
  for (let id = node.scopeId; id !== null; id = nodeOf(step.definition, id).scopeId)
    if (id === instance.elementId) return true;
  return false;
};
