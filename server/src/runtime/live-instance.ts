import { initialState } from '@baton/engine';
import type { InstanceState, Key } from '@baton/engine';
import { newBook } from '../store/project/row-book.ts';
import type { RowBook } from '../store/project/row-book.ts';
import type { LoadedInstance } from '../store/load-instances.ts';
import type { InstanceFacts } from '../store/project/step-facts.ts';
import type { Deployed } from './definitions.ts';

/** A process instance in memory: state and all that is needed to decide and to write it. */
export interface LiveInstance {
  /** Others after a migration, as is what it follows. */
  facts: InstanceFacts;
  deployed: Deployed;
  readonly state: InstanceState;
  readonly book: RowBook;
  /** Number of its last journal entry, uncommitted ones of the present batch included. */
  revision: number;
  /** What the database holds; null while the instance is not committed yet. */
  storedRevision: number | null;
}

const factsOf = (key: Key, deployed: Deployed, rootKey: Key, callDepth: number): InstanceFacts => ({
  historyTimeToLive: deployed.historyTimeToLive,
  key,
  definitionKey: deployed.row.key as Key,
  processId: deployed.row.process_id,
  version: deployed.row.version,
  tenantId: deployed.row.tenant_id,
  processName: deployed.row.name,
  versionTag: deployed.row.version_tag,
  rootKey,
  callDepth,
});

/** An instance that is about to be created. */
export const newInstance = (key: Key, deployed: Deployed, rootKey: Key, callDepth: number): LiveInstance => ({
  facts: factsOf(key, deployed, rootKey, callDepth),
  deployed,
  state: initialState(),
  book: newBook(0),
  revision: 0,
  storedRevision: null,
});

/** An instance as it was read. */
export const storedInstance = (loaded: LoadedInstance, deployed: Deployed): LiveInstance => ({
  facts: factsOf(loaded.state.key, deployed, loaded.state.rootKey, loaded.row.call_depth),
  deployed,
  state: loaded.state,
  book: loaded.book,
  revision: loaded.row.revision,
  storedRevision: loaded.row.revision,
});

/** The instance goes on by another definition; its state says so already. */
export const adoptDefinition = (instance: LiveInstance, deployed: Deployed): void => {
  const { key, rootKey, callDepth } = instance.facts;
  instance.facts = factsOf(key, deployed, rootKey, callDepth);
  instance.deployed = deployed;
};

/** Keeps the instances that were used last, so that their next step need not read them. */
export interface InstanceCache {
  get(key: Key): LiveInstance | undefined;
  put(instance: LiveInstance): void;
  evict(key: Key): void;
}

/** `capacity`: how many element instances in all. (Default: 50,000, some tens of megabytes.) */
export const createInstanceCache = (capacity = 50_000): InstanceCache => {
  const instances = new Map<Key, { readonly instance: LiveInstance; readonly weight: number }>();
  let weight = 0;
  const evict = (key: Key): void => {
    const entry = instances.get(key);
    if (entry === undefined) return;
    weight -= entry.weight;
    instances.delete(key);
  };
  return {
    get: (key) => instances.get(key)?.instance,
    put: (instance) => {
      const { key } = instance.facts;
      evict(key);
      const added = 1 + instance.state.elements.size;
      instances.set(key, { instance, weight: added });
      weight += added;
      for (const oldest of instances.keys()) {
        if (weight <= capacity || oldest === key) break;
        evict(oldest);
      }
    },
    evict,
  };
};
