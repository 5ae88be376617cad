import type { ServerResponse } from 'node:http';
import type { ChangeEvent, EventBus } from '../runtime/event-bus.ts';
import { keyText } from './answer.ts';
import { events } from './operation/answer-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';

const heartbeatMs = 15_000;
/** Changes within this time go out as one event: a busy server must not flood its watchers. */
const gatherMs = 50;

/** Server-sent events: tells after every commit what changed. Nothing is replayed; a client that was away refetches what it shows. */
export const eventOperations = (bus: EventBus, serverId: string): readonly Operation[] => [
  operation({
    id: 'watchChanges',
    method: 'GET',
    path: '/ext/events',
    tag: 'Events and history',
    summary: 'Be told after every commit what changed',
    description:
      'Begins with the event `hello` that names the server, then `changed` with the topics and the keys of up to 200 process instances. What changed while nobody listened is not told.',
    answer: events,
    access: 'signed-in',
    example: {},
    run: (_call, { response }) => stream(response, bus, serverId),
  }),
];

const stream = (response: ServerResponse, bus: EventBus, serverId: string): void => {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'keep-alive',
    'x-accel-buffering': 'no',
  });
  let sequence = 0;
  const send = (event: string, data: unknown): void => {
    // A watcher that does not read must not pile up memory here; it gets the next change.
    if (response.writableLength > 1_000_000) return;
    response.write(`id: ${++sequence}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const topics = new Set<string>();
  const keys = new Set<number>();
  let gathering: NodeJS.Timeout | null = null;
  const flush = (): void => {
    gathering = null;
    send('changed', { topics: [...topics], processInstanceKeys: [...keys].slice(0, 200).map(keyText) });
    topics.clear();
    keys.clear();
  };
  const unsubscribe = bus.subscribe((event: ChangeEvent) => {
    for (const topic of event.topics) topics.add(topic);
    for (const key of event.processInstanceKeys) keys.add(key);
    gathering ??= setTimeout(flush, gatherMs);
  });
  const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs);
  send('hello', { serverId });
  response.on('close', () => {
    unsubscribe();
    clearInterval(heartbeat);
    if (gathering !== null) clearTimeout(gathering);
    response.end();
  });
};
