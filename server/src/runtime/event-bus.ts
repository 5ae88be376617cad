import type { Clock } from './clock.ts';

/** What a commit changed, for those who watch. */
export interface ChangeEvent {
  /** The tenant of what changed; null for what is of no tenant, and where tenants are not told apart. */
  readonly tenantId: string | null;
  readonly topics: readonly string[];
  readonly processInstanceKeys: readonly number[];
}

/** Tells listeners inside this server that something changed, here or at another server. A hint: what changed is in the database. */
export interface EventBus {
  publish(event: ChangeEvent): void;
  /** Changes of other servers may have got lost on their way here: nobody knows any more what those who watch have missed. */
  lose(): void;
  /** Returns what ends the subscription. `lost` is called when events may have got lost. */
  subscribe(listener: (event: ChangeEvent) => void, lost?: () => void): () => void;
  /** How many events there have been. */
  position(): number;
  /** What was published behind a position of this server; null when that is no longer known. */
  since(position: number): readonly ChangeEvent[] | null;
  /** What was published from a time on, epoch milliseconds; null when that is no longer known. */
  sinceTime(ms: number): readonly ChangeEvent[] | null;
}

interface Kept {
  readonly atMs: number;
  readonly event: ChangeEvent;
}

/** What the events that are kept may weigh together: one each, and one for each key. About 2 MB. */
const maxWeight = 200_000;

const weightOf = ({ processInstanceKeys }: ChangeEvent): number => 1 + processInstanceKeys.length;

/** Keeps the last events in memory, for those who come back after a moment: minutes on a usual server, a second on the busiest. */
export const createEventBus = (clock: Pick<Clock, 'nowMs'>, limit = maxWeight): EventBus => {
  const listeners = new Set<{ readonly listener: (event: ChangeEvent) => void; readonly lost: () => void }>();
  let kept: Kept[] = [];
  /** Those before this one are forgotten, but still take room. */
  let first = 0;
  let weight = 0;
  let published = 0;
  /** Everything since then is kept. */
  let completeSinceMs = clock.nowMs();

  const forgetOldest = (): void => {
    const oldest = kept[first];
    if (oldest === undefined) return;
    weight -= weightOf(oldest.event);
    completeSinceMs = oldest.atMs + 1;
    first += 1;
    if (first < 1_024 || first < kept.length / 2) return;
    kept = kept.slice(first);
    first = 0;
  };

  return {
    publish: (event) => {
      published += 1;
      weight += weightOf(event);
      kept.push({ atMs: clock.nowMs(), event });
      while (weight > limit) forgetOldest();
      for (const { listener } of listeners) listener(event);
    },
    lose: () => {
      // Counts as an event that is forgotten at once, so that nobody is told that there was nothing.
      published += 1;
      kept = [];
      first = 0;
      weight = 0;
      completeSinceMs = clock.nowMs() + 1;
      for (const { lost } of listeners) lost();
    },
    subscribe: (listener, lost = () => undefined) => {
      const entry = { listener, lost };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    position: () => published,
    since: (position) => {
      const missed = published - position;
      const count = kept.length - first;
      return missed < 0 || missed > count ? null : kept.slice(kept.length - missed).map(({ event }) => event);
    },
    sinceTime: (ms) => {
      if (ms < completeSinceMs) return null;
      let at = kept.length;
      while (at > first && (kept[at - 1]?.atMs ?? 0) >= ms) at -= 1;
      return kept.slice(at).map(({ event }) => event);
    },
  };
};
