const storageKey = 'baton.tab';

function read(): string {
  try {
    const stored = sessionStorage.getItem(storageKey);
    if (stored !== null) return stored;
    const fresh = crypto.getRandomValues(new Uint32Array(2)).join('-');
    sessionStorage.setItem(storageKey, fresh);
    return fresh;
  } catch {
    return 'tab';
  }
}

/** Names this browser tab; stays the same over a reload. */
export const tabSession: string = read();

const lockName = (session: string) => `baton-tab-${session}`;

// Held as long as the page lives, so that other tabs can tell that this one does. Locks exist on https and localhost only.
if (typeof navigator !== 'undefined' && 'locks' in navigator) {
  void navigator.locks.request(lockName(tabSession), { mode: 'shared' }, () => new Promise<void>(() => undefined));
}

/** Whether another tab of that name is still open; unknown counts as closed, because then its edits are offered again. */
export async function isTabOpen(session: string): Promise<boolean> {
  if (!('locks' in navigator)) return false;
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === lockName(session));
}
