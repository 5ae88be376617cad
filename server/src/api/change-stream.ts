import type { ServerResponse } from 'node:http';
import type { Clock } from '../runtime/clock.ts';
import type { ChangeEvent, EventBus } from '../runtime/event-bus.ts';
import { keyText } from './answer.ts';

const heartbeatMs = 15_000;
/** Changes within this time go out as one event: a busy server must not flood its watchers. */
const gatherMs = 50;
/** A watcher that reads so little that this piles up, bytes, is told to reload when it reads again. */
const maxUnread = 1_000_000;
/** What one server tells another one arrives within this time: so much is told again to those who come from another server, milliseconds. */
const travelMs = 5_000;
const maxKeys = 200;

export interface ChangeStreamOptions {
  readonly events: EventBus;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly serverId: string;
  /** The last id that the client has got, as it says; null when it begins. */
  readonly lastEventId: string | null;
  /** The tenants whose changes may be told; null for all. */
  readonly tenants: readonly string[] | null;
  /** Whether what is administered, which is of no tenant, may be told. */
  readonly mayTellAudit: boolean;
  /** Whether the keys of instances may be told; without, only the topics are. */
  readonly mayTellKeys: boolean;
  /** Whether whoever began it may still listen; asked when something of identity changed, and with every heartbeat. */
  readonly mayListen: () => Promise<boolean>;
}

/** Writes server-sent events until the client goes away. */
export const writeChanges = (
  response: ServerResponse,
  { events, clock, serverId, lastEventId, tenants, mayTellAudit, mayTellKeys, mayListen }: ChangeStreamOptions,
): void => {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'keep-alive',
    'x-accel-buffering': 'no',
  });
  const topics = new Set<string>();
  const keys = new Set<number>();
  let isBehind = false;
  let gathering: NodeJS.Timeout | null = null;

  /**
   * Everything up to now has been told: the time for other servers, the position for this one. Who hears of some tenants only is not told the position,
   * which counts what the others do.
   */
  const id = (): string =>
    tenants === null ? `id: ${clock.nowMs()}-${events.position()}-${serverId}\n` : `id: ${clock.nowMs()}-0-by-time\n`;
  const write = (event: string, data: unknown, told = id()): void =>
    void response.write(`${told}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const gather = (event: ChangeEvent): void => {
    if (tenants !== null && event.tenantId !== null && !tenants.includes(event.tenantId)) return;
    const isHidden = tenants !== null && event.tenantId === null && !mayTellAudit;
    for (const topic of event.topics) if (topic !== 'audit' || !isHidden) topics.add(topic);
    if (mayTellKeys) for (const key of event.processInstanceKeys) keys.add(key);
    if (event.topics.includes('identity')) endUnlessPermitted();
  };
  const flush = (): void => {
    gathering = null;
    if (response.writableLength > maxUnread) {
      // What it does not read must not pile up here.
      isBehind = true;
      return forget();
    }
    if (isBehind) write('reload', {});
    else if (topics.size > 0)
      write('changed', { topics: [...topics], processInstanceKeys: [...keys].slice(0, maxKeys).map(keyText) });
    isBehind = false;
    forget();
  };
  /** A user who was disabled, or whose session ended, hears no more. */
  const endUnlessPermitted = (): void =>
    void mayListen().then(
      (may) => {
        if (!may) response.end();
      },
      () => undefined,
    );
  const forget = (): void => {
    topics.clear();
    keys.clear();
  };
  const flushSoon = (): void => void (gathering ??= setTimeout(flush, gatherMs));

  const missed = lastEventId === null ? [] : missedSince(events, lastEventId, serverId);
  // Who hears no more than this has not been told yet what was missed.
  const isUpToDate = missed?.length === 0;
  write('hello', { serverId, isResumed: lastEventId !== null && missed !== null }, isUpToDate ? id() : '');
  if (missed === null) isBehind = true;
  else missed.forEach(gather);
  flush();
  const unsubscribe = events.subscribe(
    (event) => {
      gather(event);
      flushSoon();
    },
    () => {
      isBehind = true;
      flushSoon();
    },
  );
  // An id alone is no event, and moves the client on: the less it has to be told when it comes back.
  const heartbeat = setInterval(() => {
    endUnlessPermitted();
    if (gathering === null && response.writableLength === 0) response.write(`${id()}: still here\n\n`);
  }, heartbeatMs);
  response.on('close', () => {
    unsubscribe();
    clearInterval(heartbeat);
    if (gathering !== null) clearTimeout(gathering);
    response.end();
  });
};

/** What a client has missed since it got an event with this id; null when nobody knows. */
const missedSince = (events: EventBus, lastEventId: string, serverId: string): readonly ChangeEvent[] | null => {
  const [, ms, position, from] = /^(\d{1,15})-(\d{1,15})-([\w-]{1,60})$/.exec(lastEventId) ?? [];
  if (from === undefined) return null;
  return from === serverId ? events.since(Number(position)) : events.sinceTime(Number(ms) - travelMs);
};
