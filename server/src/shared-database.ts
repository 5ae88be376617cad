import type { Logger } from 'pino';
import { joinNodes, singleNode } from './runtime/nodes.ts';
import type { ClusterNode, Nodes } from './runtime/nodes.ts';
import { silentNotifier } from './runtime/notifier.ts';
import type { Notifier } from './runtime/notifier.ts';
import { systemClock } from './runtime/clock.ts';
import type { Clock } from './runtime/clock.ts';
import { createSyncedClock } from './runtime/synced-clock.ts';
import type { Database } from './store/database.ts';
import { findDatabaseTime } from './store/operations/node-rows.ts';
import { createPostgresNotifier } from './store/postgres/postgres-notifier.ts';

/** What a server needs to work beside others on the same database; for one that is alone, the same with nobody else. */
export interface Company {
  readonly clock: Clock;
  readonly notifier: Notifier;
  /** Enters this server among the others. */
  join(node: Omit<ClusterNode, 'nodeId'>): Promise<Nodes>;
  stop(): Promise<void>;
}

/** `databaseUrl`: null for SQLite. */
export const findCompany = async (
  database: Database,
  databaseUrl: string | null,
  serverId: string,
  log: Logger,
): Promise<Company> => {
  if (databaseUrl === null)
    return {
      clock: systemClock,
      notifier: silentNotifier,
      join: (node) => Promise.resolve(singleNode(node)),
      stop: () => Promise.resolve(),
    };
  const clock = createSyncedClock();
  const sentMs = performance.now();
  clock.set(await findDatabaseTime(database), sentMs, performance.now());
  const notifier = createPostgresNotifier({ url: databaseUrl, serverId, clock, log });
  await notifier.start();
  return {
    clock,
    notifier,
    join: (node) => joinNodes({ database, clock, log, serverId, node }),
    stop: () => notifier.stop(),
  };
};
