/** What the address of the tasklist holds. */
export interface TasklistSearch {
  readonly filter?: 'mine' | 'unassigned' | 'all';
}

/** Reads the tasklist's part of the address; anything unknown is dropped. */
export function validateTasklistSearch(search: Record<string, unknown>): TasklistSearch {
  const { filter } = search;
  return filter === 'mine' || filter === 'unassigned' || filter === 'all' ? { filter } : {};
}
