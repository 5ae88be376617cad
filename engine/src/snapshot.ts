import { initialState } from './evolve.ts';
import type { Json } from './json.ts';
import type { Key } from './key.ts';
import type { Compensation, ElementInstance, InstanceState, LoopState, Variable, Wait } from './state.ts';
import { indexState } from './state-index.ts';

/** The state as plain JSON in one canonical order: two states are equal exactly when their snapshots are deeply equal. */
export interface StateSnapshot extends Omit<InstanceState, 'elements' | 'watching'> {
  readonly elements: readonly ElementSnapshot[];
}

type Listed = 'variables' | 'parked' | 'waits' | 'outputs' | 'compensations' | 'resets' | 'gathered' | 'childrenAt';

export interface ElementSnapshot extends Omit<ElementInstance, Listed | 'loop'> {
  readonly loop: LoopState | null;
  readonly variables: readonly (Variable & { readonly name: string })[];
  readonly parked: readonly { readonly elementId: string; readonly flowId: string; readonly tokens: number }[];
  readonly waits: readonly Wait[];
  readonly outputs: readonly { readonly index: number; readonly value: Json }[];
  readonly compensations: readonly CompensationSnapshot[];
  readonly resets: readonly { readonly elementId: string; readonly flowIds: readonly string[] }[];
  readonly gathered: readonly { readonly targetId: string; readonly variables: Readonly<Record<string, Json>> }[];
}

export interface CompensationSnapshot extends Omit<Compensation, 'inner'> {
  readonly inner: readonly CompensationSnapshot[];
}

export const snapshotState = ({ watching: _derived, ...state }: InstanceState): StateSnapshot => ({
  ...state,
  elements: [...state.elements.values()].sort(byKey).map(({ childrenAt: _alsoDerived, ...instance }) => ({
    ...instance,
    loop: instance.loop && { ...instance.loop },
    variables: [...(instance.variables ?? [])].map(([name, variable]) => ({ name, ...variable })).sort(byKey),
    parked: [...(instance.parked ?? [])]
      .flatMap(([elementId, flows]) => [...flows].map(([flowId, tokens]) => ({ elementId, flowId, tokens })))
      .sort((a, b) => compare(a.elementId, b.elementId) || compare(a.flowId, b.flowId)),
    waits: [...(instance.waits?.values() ?? [])].sort(byKey),
    outputs: [...(instance.outputs ?? [])]
      .map(([index, value]) => ({ index, value }))
      .sort((a, b) => a.index - b.index),
    compensations: snapshotCompensations(instance.compensations),
    resets: [...(instance.resets ?? [])]
      .map(([elementId, flowIds]) => ({ elementId, flowIds }))
      .sort((a, b) => compare(a.elementId, b.elementId)),
    gathered: [...(instance.gathered ?? [])]
      .map(([targetId, variables]) => ({ targetId, variables }))
      .sort((a, b) => compare(a.targetId, b.targetId)),
  })),
});

const snapshotCompensations = (entries: ReadonlyMap<Key, Compensation> | null): readonly CompensationSnapshot[] =>
  [...(entries?.values() ?? [])]
    .sort((a, b) => a.order - b.order)
    .map((entry) => ({ ...entry, inner: snapshotCompensations(entry.inner) }));

const restoreCompensations = (entries: readonly CompensationSnapshot[]): Map<Key, Compensation> =>
  new Map(entries.map((entry) => [entry.key, { ...entry, inner: restoreCompensations(entry.inner) }]));

const mapOrNull = <K, V>(entries: readonly (readonly [K, V])[]): Map<K, V> | null =>
  entries.length === 0 ? null : new Map(entries);

/** Builds the state again. The order of element instances is that of their keys, which is the order in which they began. */
export const restoreState = (snapshot: StateSnapshot): InstanceState => {
  const elements = new Map<Key, ElementInstance>();
  for (const { variables, parked, waits, outputs, compensations, resets, gathered, ...rest } of snapshot.elements) {
    const joins = new Map<string, Map<string, number>>();
    for (const { elementId, flowId, tokens } of parked) {
      const flows = joins.get(elementId) ?? new Map<string, number>();
      joins.set(elementId, flows.set(flowId, tokens));
    }
    elements.set(rest.key, {
      ...rest,
      childrenAt: null,
      job: rest.job && { ...rest.job },
      userTask: rest.userTask && { ...rest.userTask },
      loop: rest.loop && { ...rest.loop },
      variables: mapOrNull(variables.map(({ name, key, value }) => [name, { key, value }])),
      parked: joins.size === 0 ? null : joins,
      waits: mapOrNull(waits.map((wait) => [wait.key, { ...wait }])),
      outputs: mapOrNull(outputs.map(({ index, value }) => [index, value])),
      compensations: compensations.length === 0 ? null : restoreCompensations(compensations),
      resets: mapOrNull(resets.map(({ elementId, flowIds }) => [elementId, flowIds])),
      gathered: mapOrNull(gathered.map((each) => [each.targetId, each.variables])),
    });
  }
  return indexState({ ...initialState(), ...snapshot, elements });
};

const byKey = (a: { readonly key: Key }, b: { readonly key: Key }): number => a.key - b.key;
/** Code unit order: the same on every machine and in every locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
