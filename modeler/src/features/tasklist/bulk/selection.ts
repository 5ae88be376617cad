/** Which tasks of the list are chosen, and from which one on a range is chosen. */
export interface Selection {
  readonly keys: ReadonlySet<string>;
  readonly anchor: string | null;
}

export const nothingSelected: Selection = { keys: new Set(), anchor: null };

/** One more task is chosen or not; with `isRange` all from the last one that was touched to this one, in the order of the list. */
export function toggled(
  { keys, anchor }: Selection,
  list: readonly string[],
  key: string,
  isRange: boolean,
): Selection {
  const next = new Set(keys);
  const from = anchor === null ? -1 : list.indexOf(anchor);
  const to = list.indexOf(key);
  if (isRange && from >= 0 && to >= 0) {
    for (const each of list.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(each);
    return { keys: next, anchor: key };
  }
  if (!next.delete(key)) next.add(key);
  return { keys: next, anchor: key };
}
