/** What a commit changed, for those who watch. */
export interface ChangeEvent {
  readonly topics: readonly string[];
  readonly processInstanceKeys: readonly number[];
}

/** Tells listeners inside this server that something changed. A hint: what changed is in the database. */
export interface EventBus {
  publish(event: ChangeEvent): void;
  /** Returns what ends the subscription. */
  subscribe(listener: (event: ChangeEvent) => void): () => void;
}

export const createEventBus = (): EventBus => {
  const listeners = new Set<(event: ChangeEvent) => void>();
  return {
    publish: (event) => {
      for (const listener of listeners) listener(event);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
