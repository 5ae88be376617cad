import { initialState } from './evolve.ts';
import type { Key } from './key.ts';
import type { ElementInstance, InstanceState, Variable, Wait } from './state.ts';

/** The state as plain JSON in one canonical order: two states are equal exactly when their snapshots are deeply equal. */
export interface StateSnapshot extends Omit<InstanceState, 'elements'> {
  readonly elements: readonly ElementSnapshot[];
}

export interface ElementSnapshot extends Omit<ElementInstance, 'variables' | 'parked' | 'waits'> {
  readonly variables: readonly (Variable & { readonly name: string })[];
  readonly parked: readonly { readonly elementId: string; readonly flowId: string; readonly tokens: number }[];
  readonly waits: readonly Wait[];
}

export const snapshotState = (state: InstanceState): StateSnapshot => ({
  ...state,
  elements: [...state.elements.values()].sort(byKey).map((instance) => ({
    ...instance,
    variables: [...(instance.variables ?? [])].map(([name, variable]) => ({ name, ...variable })).sort(byKey),
    parked: [...(instance.parked ?? [])]
      .flatMap(([elementId, flows]) => [...flows].map(([flowId, tokens]) => ({ elementId, flowId, tokens })))
      .sort((a, b) => compare(a.elementId, b.elementId) || compare(a.flowId, b.flowId)),
    waits: [...(instance.waits?.values() ?? [])].sort(byKey),
  })),
});

/** Builds the state again. The order of element instances is that of their keys, which is the order in which they began. */
export const restoreState = (snapshot: StateSnapshot): InstanceState => {
  const elements = new Map<Key, ElementInstance>();
  for (const { variables, parked, waits, ...rest } of snapshot.elements) {
    const joins = new Map<string, Map<string, number>>();
    for (const { elementId, flowId, tokens } of parked) {
      const flows = joins.get(elementId) ?? new Map<string, number>();
      joins.set(elementId, flows.set(flowId, tokens));
    }
    elements.set(rest.key, {
      ...rest,
      job: rest.job && { ...rest.job },
      userTask: rest.userTask && { ...rest.userTask },
      variables:
        variables.length === 0 ? null : new Map(variables.map(({ name, key, value }) => [name, { key, value }])),
      parked: joins.size === 0 ? null : joins,
      waits: waits.length === 0 ? null : new Map(waits.map((wait) => [wait.key, { ...wait }])),
    });
  }
  return { ...initialState(), ...snapshot, elements };
};

const byKey = (a: { readonly key: Key }, b: { readonly key: Key }): number => a.key - b.key;
/** Code unit order: the same on every machine and in every locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
