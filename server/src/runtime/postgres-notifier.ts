import type { Logger } from 'pino';
import pg from 'pg';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import type { Notice, Notifier } from './notifier.ts';

export interface PostgresNotifierOptions {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  /** Tells this server's own notices from those of others. */
  readonly serverId: string;
  readonly clock: Pick<Clock, 'after'>;
  readonly log: Logger;
  /** How often the connection is asked whether it is alive, milliseconds. (Default: 5,000.) */
  readonly watchMs?: number;
}

export interface PostgresNotifier extends Notifier {
  /** Resolves when it listens, or has found that it cannot yet: it goes on trying then. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const channel = 'baton_commits';
/** Keys in one notification: PostgreSQL takes at most 8,000 bytes, and a key has 16 digits at most. */
const maxKeys = 400;
const firstPauseMs = 100;
const longestPauseMs = 5_000;

/** What servers tell each other; a newer one may tell more. */
const wire = z.object({
  from: z.string(),
  topics: z.array(z.string()),
  keys: z.array(z.number()),
  types: z.array(z.string()),
  due: z.number().nullable(),
  tenant: z.string().nullish(),
  /** Notices before this one got lost. */
  lost: z.boolean().optional(),
});

/**
 * Tells by NOTIFY what was committed, and hears by LISTEN what others committed. It has a connection of its own and speaks after the commit: inside of
 * it, PostgreSQL would let only one transaction commit at a time. What is to be told while a notification is under way goes with the next one.
 * A connection that is dead without having said so is found by asking it now and then, and replaced.
 */
export const createPostgresNotifier = ({
  url,
  serverId,
  clock,
  log,
  watchMs = 5_000,
}: PostgresNotifierOptions): PostgresNotifier => {
  let client: pg.Client | null = null;
  let listener: (notice: Notice) => void = () => undefined;
  let lost = (): void => undefined;
  /** There was a time without a connection: nobody heard this server, and it heard nobody. */
  let wasAway = false;
  let pending: Notice[] = [];
  let isTelling = false;
  let isStopped = false;
  let callOff: () => void = () => undefined;

  const hear = (payload: string | undefined): void => {
    const read = wire.safeParse(parsed(payload ?? ''));
    // Not ours, or of a version that speaks differently: polling covers it.
    if (!read.success || read.data.from === serverId) return;
    const { topics, keys, types, due, tenant = null } = read.data;
    if (read.data.lost === true) lost();
    listener({ tenantId: tenant, topics, processInstanceKeys: keys, jobTypes: types, dueMs: due });
  };

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'baton-notifier',
      connectionTimeoutMillis: watchMs,
      query_timeout: watchMs,
      keepAlive: true,
    });
    fresh.on('notification', ({ payload }) => hear(payload));
    fresh.on('error', () => lose(fresh));
    fresh.on('end', () => lose(fresh));
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${channel}`);
    } catch (error) {
      void fresh.end().catch(() => undefined);
      throw error;
    }
    if (isStopped) return void fresh.end().catch(() => undefined);
    client = fresh;
    watch(fresh);
    if (!wasAway) return;
    wasAway = false;
    lost();
    const payload = JSON.stringify({ from: serverId, topics: [], keys: [], types: [], due: null, lost: true });
    void fresh.query('SELECT pg_notify($1, $2)', [channel, payload]).catch(() => lose(fresh));
  };

  /** A connection broke: another one is made, with pauses that grow. */
  const lose = (dead: pg.Client): void => {
    if (client !== dead) return;
    client = null;
    wasAway = true;
    callOff();
    void dead.end().catch(() => undefined);
    log.warn('the connection for news from other servers was lost; until there is a new one, polling replaces it');
    reconnect(firstPauseMs);
  };
  const reconnect = (pauseMs: number): void => {
    if (isStopped) return;
    callOff = clock.after(pauseMs, () => {
      connect().catch(() => reconnect(Math.min(pauseMs * 2, longestPauseMs)));
    });
  };

  const watch = (watched: pg.Client): void => {
    callOff = clock.after(watchMs, () => {
      watched.query('SELECT 1').then(
        () => (client === watched ? watch(watched) : undefined),
        () => lose(watched),
      );
    });
  };

  const tell = async (): Promise<void> => {
    isTelling = true;
    while (pending.length > 0 && client !== null) {
      const teller = client;
      const payloads = payloadsOf(serverId, pending);
      pending = [];
      for (const payload of payloads) {
        const isTold = await teller.query('SELECT pg_notify($1, $2)', [channel, payload]).then(
          () => true,
          () => false,
        );
        if (!isTold) lose(teller);
      }
    }
    // Hints are of no use later.
    pending = [];
    isTelling = false;
  };

  return {
    publish: (notice) => {
      if (client === null) return;
      pending.push(notice);
      if (!isTelling) void tell();
    },
    subscribe: (to, whenLost) => {
      listener = to;
      lost = whenLost;
    },
    start: () =>
      connect().catch((error: unknown) => {
        wasAway = true;
        log.warn({ err: error }, 'there is no connection for news from other servers yet; polling replaces it');
        reconnect(firstPauseMs);
      }),
    stop: async () => {
      isStopped = true;
      callOff();
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
};

/** All that is to be told, in as few texts as fit: what is told of one tenant is never mixed with what is told of another. */
const payloadsOf = (from: string, notices: readonly Notice[]): string[] =>
  [...new Set(notices.map(({ tenantId }) => tenantId))].flatMap((tenantId) =>
    payloadsFor(
      from,
      tenantId,
      notices.filter((notice) => notice.tenantId === tenantId),
    ),
  );

const payloadsFor = (from: string, tenant: string | null, notices: readonly Notice[]): string[] => {
  const topics = [...new Set(notices.flatMap((notice) => notice.topics))];
  const types = [...new Set(notices.flatMap((notice) => notice.jobTypes))];
  const keys = [...new Set(notices.flatMap((notice) => notice.processInstanceKeys))];
  const times = notices.flatMap(({ dueMs }) => (dueMs === null ? [] : [dueMs]));
  const due = times.length === 0 ? null : Math.min(...times);
  const payloads: string[] = [];
  for (const text of inPieces(types))
    payloads.push(JSON.stringify({ from, topics: [], keys: [], types: text, due: null }));
  for (let at = 0; at === 0 || at < keys.length; at += maxKeys)
    payloads.push(JSON.stringify({ from, tenant, topics, keys: keys.slice(at, at + maxKeys), types: [], due }));
  return payloads;
};

const maxTypeCharacters = 1_500;

/** Job types are texts of users: as many together as surely fit, and none that does not (who waits for that polls). */
const inPieces = (types: readonly string[]): string[][] => {
  const pieces: string[][] = [];
  let room = 0;
  for (const type of types) {
    if (type.length > maxTypeCharacters) continue;
    if (type.length + 8 > room) {
      pieces.push([]);
      room = maxTypeCharacters;
    }
    pieces.at(-1)?.push(type);
    room -= type.length + 8;
  }
  return pieces;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
