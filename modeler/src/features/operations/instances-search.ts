/** What the address of the instance list holds. */
export interface InstancesSearch {
  readonly state?: 'active' | 'incident' | 'completed' | 'terminated';
}

/** Reads the instance list's part of the address; anything unknown is dropped. */
export function validateInstancesSearch(search: Record<string, unknown>): InstancesSearch {
  const { state } = search;
  return state === 'active' || state === 'incident' || state === 'completed' || state === 'terminated' ? { state } : {};
}
