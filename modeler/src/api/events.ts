import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { keysFor } from './topics';

/** `live`: changes arrive by themselves. `connecting`: first attempt. `lost`: trying again; shown data may be old. */
export type LiveState = 'connecting' | 'live' | 'lost';

/** Changes are collected this long (milliseconds) so that a busy server costs a few refetches per second, not hundreds. */
const collectMs = 200;
const reconnectMs = 2000;

let state: LiveState = 'connecting';
const listeners = new Set<() => void>();

function setState(next: LiveState): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the event stream is connected. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(subscribe, () => state);
}

function parse(data: unknown): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(String(data));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/**
 * Listens to `/ext/events` and refreshes the queries of every topic that changed. After a reconnect everything is
 * refreshed, because events may have been missed; a new server id means that the server was restarted.
 *
 * @returns a function that ends the stream
 */
export function connectEvents(queries: QueryClient): () => void {
  let source: EventSource | null = null;
  let reconnect: ReturnType<typeof setTimeout> | undefined;
  let flush: ReturnType<typeof setTimeout> | undefined;
  let serverId: unknown;
  let wasLost = false;
  const changed = new Set<string>();

  const collect = (names: unknown) => {
    if (!Array.isArray(names)) return;
    for (const name of names) changed.add(String(name));
    flush ??= setTimeout(() => {
      flush = undefined;
      const heads = keysFor(changed);
      changed.clear();
      for (const head of heads) void queries.invalidateQueries({ queryKey: [head] });
    }, collectMs);
  };

  const open = () => {
    source = new EventSource('/ext/events');
    source.addEventListener('hello', (event) => {
      const next = parse(event.data)['serverId'];
      if (wasLost || (serverId !== undefined && next !== serverId)) void queries.invalidateQueries();
      serverId = next;
      wasLost = false;
      setState('live');
    });
    source.addEventListener('changed', (event) => collect(parse(event.data)['topics']));
    source.addEventListener('error', () => {
      wasLost = true;
      setState('lost');
      // A browser gives up for good on some answers (a proxy's 502, for one); a new stream is then needed.
      if (source?.readyState === EventSource.CLOSED) {
        clearTimeout(reconnect);
        reconnect = setTimeout(open, reconnectMs);
      }
    });
  };
  open();

  return () => {
    clearTimeout(reconnect);
    clearTimeout(flush);
    source?.close();
  };
}
