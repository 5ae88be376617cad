import type { Node } from './elements/registry.ts';
import type { Key } from './key.ts';
import type { ElementInstance, InstanceState } from './state.ts';

/**
 * One BPMN element can stand for several element instances inside each other. `body`: around the instances of a loop. `self`: the element
 * itself. `inner`: around one activity that was begun inside an ad-hoc sub-process. They are told apart by how many instances of the same
 * element stand around one.
 */
export type Role = 'body' | 'self' | 'inner';

export const roleOf = (state: InstanceState, instance: ElementInstance, node: Node): Role =>
  roleInside(state, node, instance.scopeKey);

/** The role that an instance of the node has inside that scope. */
export const roleInside = (state: InstanceState, node: Node, scopeKey: Key | null): Role => {
  if (scopeKey === null || (node.loop === null && node.type !== 'ad-hoc-sub-process')) return 'self';
  const outer = state.elements.get(scopeKey);
  const depth = outer?.elementId !== node.id ? 0 : scopeOf(state, outer)?.elementId !== node.id ? 1 : 2;
  if (node.loop !== null && depth === 0) return 'body';
  return depth === (node.loop === null ? 0 : 1) ? 'self' : 'inner';
};

/** The element instance around this one. */
export const scopeOf = (state: InstanceState, instance: ElementInstance): ElementInstance | undefined =>
  instance.scopeKey === null ? undefined : state.elements.get(instance.scopeKey);

/** Whether the node has a scope of its own, in which other elements live. */
export const isScope = (node: Node): boolean =>
  node.type === 'process' ||
  node.type === 'sub-process' ||
  node.type === 'event-sub-process' ||
  node.type === 'ad-hoc-sub-process';
