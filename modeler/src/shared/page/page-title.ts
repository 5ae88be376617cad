import { useEffect, useSyncExternalStore } from 'react';

let title: string | null = null;
const listeners = new Set<() => void>();

function setTitle(next: string | null): void {
  title = next;
  document.title = next === null ? 'Baton' : `${next} · Baton`;
  for (const listener of listeners) listener();
}

/** Names what the page shows (a draft, an instance, a task): the last step of the breadcrumb and the tab's title. */
export function usePageTitle(next: string | null): void {
  useEffect(() => {
    setTitle(next);
    return () => setTitle(null);
  }, [next]);
}

/** The title that the current page has set, if any. */
export function useCurrentPageTitle(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => title,
  );
}
