import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { meKey } from './authentication';
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
 * Listens to `/ext/events` and refreshes the queries of every topic that changed. After a reconnect the server tells
 * what was missed; where it does not know, everything is refreshed.
 *
 * @returns a function that ends the stream
 */
export function connectEvents(queries: QueryClient): () => void {
  let source: EventSource | null = null;
  let reconnect: ReturnType<typeof setTimeout> | undefined;
  let flush: ReturnType<typeof setTimeout> | undefined;
  let lastEventId = '';
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
    // A browser that reconnects by itself says where it was; a new stream has to be told.
    source = new EventSource(
      lastEventId === '' ? '/ext/events' : `/ext/events?lastEventId=${encodeURIComponent(lastEventId)}`,
    );
    const note = (event: MessageEvent) => {
      if (event.lastEventId !== '') lastEventId = event.lastEventId;
    };
    source.addEventListener('hello', (event) => {
      note(event);
      // What failed while the server was away is asked again in any case.
      if (wasLost && parse(event.data)['isResumed'] === true)
        void queries.invalidateQueries({ predicate: (query) => query.state.status === 'error' });
      else if (wasLost) void queries.invalidateQueries();
      wasLost = false;
      setState('live');
    });
    source.addEventListener('changed', (event) => {
      note(event);
      collect(parse(event.data)['topics']);
    });
    source.addEventListener('reload', (event) => {
      note(event);
      void queries.invalidateQueries();
    });
    source.addEventListener('error', () => {
      wasLost = true;
      setState('lost');
      // A browser gives up for good on some answers (a proxy's 502, for one); a new stream is then needed.
      if (source?.readyState === EventSource.CLOSED) {
        // Perhaps it is not the connection, and the session has ended: this tells.
        void queries.invalidateQueries({ queryKey: [meKey] });
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
