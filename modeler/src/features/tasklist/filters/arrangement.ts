import { useStoredState } from '../../../shared/browser/use-stored-state';

/** How a person has put the filters in order, in this browser. */
export interface Arrangement {
  /** Ids in their order; what is not named comes behind, by name. */
  readonly order: readonly string[];
  readonly pinned: readonly string[];
}

interface Arranged {
  readonly filterId: string;
}

/** The filters as somebody put them: pinned ones first. */
export function arranged<Filter extends Arranged>(
  filters: readonly Filter[],
  { order, pinned }: Arrangement,
): readonly Filter[] {
  const place = ({ filterId }: Filter) => {
    const at = order.indexOf(filterId);
    return (pinned.includes(filterId) ? 0 : 10_000) + (at < 0 ? 5_000 : at);
  };
  return [...filters].sort((a, b) => place(a) - place(b));
}

/** Moves a filter one place up (-1) or down (1) among those that are pinned as it is, or not as it is. */
export function moved(shown: readonly Arranged[], arrangement: Arrangement, filterId: string, by: -1 | 1): Arrangement {
  const order = shown.map((filter) => filter.filterId);
  const at = order.indexOf(filterId);
  const other = order[at + by];
  const isPinned = (id: string) => arrangement.pinned.includes(id);
  if (at < 0 || other === undefined || isPinned(other) !== isPinned(filterId)) return arrangement;
  order[at + by] = filterId;
  order[at] = other;
  return { ...arrangement, order };
}

/** The arrangement of this browser. */
export function useArrangement(): readonly [Arrangement, (next: Arrangement) => void] {
  return useStoredState<Arrangement>('baton.task-filters', { order: [], pinned: [] });
}
