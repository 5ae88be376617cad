import { pause, pauseAfter } from './back-off.ts';
import { errorOfAnswer } from './baton-error.ts';
import type { Connection } from './send.ts';

/** What a server tells those who watch. */
export type Change =
  /** Something of these topics (`jobs`, `process-instances`, …) changed, in these instances: all of them, or the first 200. */
  | { readonly type: 'changed'; readonly topics: readonly string[]; readonly processInstanceKeys: readonly string[] }
  /** Nobody knows what was missed: read again whatever you show. */
  | { readonly type: 'reload' };

/** The server says something every 15 seconds; a stream that is silent for longer is dead, milliseconds. */
const silenceMs = 40_000;
/** After streams that ended, milliseconds. */
const backOff = { baseMs: 200, capMs: 10_000 };

/**
 * Watches what changes, over as many connections as it takes, until the signal aborts. What is missed between two connections is told by the next one. Throws
 * `BatonError` when the server refuses.
 */
export async function* watchChanges(
  connection: Connection,
  signal: AbortSignal,
): AsyncGenerator<Change, void, undefined> {
  let lastEventId = '';
  let failures = 0;
  while (!signal.aborted) {
    const dead = new AbortController();
    let silence = setTimeout(() => dead.abort(), silenceMs);
    try {
      const response = await open(connection, lastEventId, AbortSignal.any([signal, dead.signal]));
      for await (const event of eventsOf(response, () => {
        clearTimeout(silence);
        silence = setTimeout(() => dead.abort(), silenceMs);
      })) {
        failures = 0;
        if (event.id !== '') lastEventId = event.id;
        const change = changeOf(event);
        if (change !== null) yield change;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Refused) throw error.cause;
    } finally {
      clearTimeout(silence);
      // Ends the connection also when nobody listens any more.
      dead.abort();
    }
    failures += 1;
    await pause(pauseAfter(failures, backOff), signal);
  }
}

/** Trying again would not help. */
class Refused extends Error {}

const open = async (
  { address, authorization }: Connection,
  lastEventId: string,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> => {
  const signedIn = await authorization.header();
  const response = await fetch(`${address}/ext/events`, {
    headers: {
      ...(signedIn === null ? {} : { authorization: signedIn }),
      ...(lastEventId === '' ? {} : { 'last-event-id': lastEventId }),
    },
    signal,
  });
  if (response.ok && response.body !== null) return response.body;
  const error = errorOfAnswer('watchChanges', response.status, await response.text());
  if (response.status === 401 && authorization.refused()) throw error;
  if (response.status >= 500 || response.status === 429) throw error;
  throw new Refused(error.message, { cause: error });
};

interface StreamEvent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/** The events of a stream; `heard` is called for whatever comes. */
async function* eventsOf(body: ReadableStream<Uint8Array>, heard: () => void): AsyncGenerator<StreamEvent> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    heard();
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) yield eventIn(block);
  }
}

const eventIn = (block: string): StreamEvent => {
  const lines = block.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line) ?? []);
  const field = (name: string): string => lines.find((line) => line[1] === name)?.[2] ?? '';
  return { id: field('id'), event: field('event'), data: field('data') };
};

const changeOf = ({ event, data }: StreamEvent): Change | null => {
  if (event === 'reload') return { type: 'reload' };
  if (event !== 'changed') return null;
  const { topics, processInstanceKeys } = JSON.parse(data) as Omit<Extract<Change, { type: 'changed' }>, 'type'>;
  return { type: 'changed', topics, processInstanceKeys };
};
