import { useSyncExternalStore } from 'react';

const storageKey = 'baton.user';
const usersKey = 'baton.users';
const fallback = 'demo';
const listeners = new Set<() => void>();

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

let current = read(storageKey) ?? fallback;
/** Who is signed in, on a server that asks; then nobody chooses a name. */
let signedIn: string | null = null;

/** The name that one works under: who is signed in, or on a server that asks nobody the one that this browser remembers. */
export function currentUser(): string {
  return signedIn ?? current;
}

/** Tells who is signed in; null on a server that asks nobody. */
export function setSignedIn(name: string | null): void {
  if (name === signedIn) return;
  signedIn = name;
  for (const listener of listeners) listener();
}

/** Works under another name from now on, in this browser. */
export function switchUser(name: string): void {
  const next = name.trim();
  if (next === '' || next === current) return;
  write(usersKey, JSON.stringify([next, ...knownUsers().filter((known) => known !== next)].slice(0, 8)));
  current = next;
  write(storageKey, next);
  for (const listener of listeners) listener();
}

/** Names that were used in this browser, the newest first; always contains the current one. */
export function knownUsers(): readonly string[] {
  let stored: unknown;
  try {
    stored = JSON.parse(read(usersKey) ?? '[]');
  } catch {
    stored = [];
  }
  const names = Array.isArray(stored) ? stored.filter((name): name is string => typeof name === 'string') : [];
  return [...new Set([current, ...names, fallback])];
}

function subscribe(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key !== storageKey) return;
    current = event.newValue ?? fallback;
    listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', onStorage);
  };
}

/** The current user's name; follows a switch in the shell and in other tabs. */
export function useCurrentUser(): string {
  return useSyncExternalStore(subscribe, currentUser);
}
