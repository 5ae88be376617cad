import type { Owner } from '../store/operations/find-owner.ts';

/**
 * Remembers where jobs, user tasks, incidents and element instances belong. That never changes as long as they exist, so what is remembered is
 * never wrong; whoever acts on it looks at the instance anyway.
 */
export interface OwnerCache {
  get(table: string, key: number): Owner | undefined;
  remember(table: string, key: number, owner: Owner): void;
}

/** `capacity`: how many keys; the oldest are forgotten first. (Default: 100,000, some ten megabytes.) */
export const createOwnerCache = (capacity = 100_000): OwnerCache => {
  const known = new Map<number, { readonly table: string; readonly owner: Owner }>();
  return {
    get: (table, key) => {
      const found = known.get(key);
      return found?.table === table ? found.owner : undefined;
    },
    remember: (table, key, owner) => {
      known.set(key, { table, owner });
      if (known.size <= capacity) return;
      for (const oldest of known.keys()) {
        known.delete(oldest);
        break;
      }
    },
  };
};
