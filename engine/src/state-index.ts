import type { ElementInstance, InstanceState } from './state.ts';

/**
 * What the state holds twice so that a step need not look through everything: children by element, and who watches conditions. `evolve`
 * keeps it; whoever builds a state from stored facts calls `indexState` once.
 */
export const indexState = (state: InstanceState): InstanceState => {
  state.watching = null;
  for (const instance of state.elements.values()) {
    instance.children = 0;
    instance.childrenAt = null;
  }
  for (const instance of state.elements.values()) {
    const scope = instance.scopeKey === null ? undefined : state.elements.get(instance.scopeKey);
    if (scope) countChild(scope, instance.elementId, 1);
    for (const wait of instance.waits?.values() ?? [])
      if (wait.kind === 'condition') (state.watching ??= new Set()).add(instance.key);
  }
  return state;
};

/** An element instance came into the scope (1) or left it (-1). */
export const countChild = (scope: ElementInstance, elementId: string, change: 1 | -1): void => {
  scope.children += change;
  scope.childrenAt ??= new Map();
  const count = (scope.childrenAt.get(elementId) ?? 0) + change;
  if (count > 0) scope.childrenAt.set(elementId, count);
  else scope.childrenAt.delete(elementId);
};
