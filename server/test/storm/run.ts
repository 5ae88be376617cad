import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '../create-database.ts';
import { startPostgres } from '../postgres-server.ts';
import type { TestStore } from '../test-runtime.ts';
import { leaseStorm } from './lease-storm.ts';
import { timerStorm } from './timer-storm.ts';

export interface StormRun {
  /** How many timers come due at once, each number in a run of its own. */
  readonly timers: readonly number[];
  readonly leases: number;
  /** Servers on PostgreSQL. */
  readonly nodes: number;
  readonly tell: (line: string) => void;
}

/** The long form of the storms, on a SQLite file and on a PostgreSQL of their own. */
export const runStorms = async ({ timers, leases, nodes, tell }: StormRun): Promise<void> => {
  const storm = async (name: string, servers: number, storeOf: () => Promise<TestStore>): Promise<void> => {
    const on = async <T>(run: (store: TestStore) => Promise<T>): Promise<T> => {
      const store = await storeOf();
      try {
        return await run(store);
      } finally {
        await store.drop();
      }
    };
    for (const count of timers) {
      const { byNode, perSecond, canaryMs } = await on((store) => timerStorm(store, count, servers));
      tell(
        `${name}: ${count} timers due at once, each fired once (by server: ${byNode.join(', ')}), ${perSecond.toFixed(0)}/s; ` +
          `a command meanwhile: ${canaryMs.p50.toFixed(0)} ms (p50), ${canaryMs.p99.toFixed(0)} ms (p99), ${canaryMs.max.toFixed(0)} ms (max).`,
      );
    }
    const { perSecond } = await on((store) => leaseStorm(store, leases, servers));
    tell(
      `${name}: ${leases} locks ran out in one millisecond, each job could be fetched again, ${perSecond.toFixed(0)}/s.`,
    );
  };
  await storm('SQLite, 1 server', 1, async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'baton-storm-'));
    return { databaseUrl: null, dataFolder, drop: () => rm(dataFolder, { recursive: true }) };
  });
  const postgres = await startPostgres();
  try {
    let made = 0;
    await storm(`PostgreSQL, ${nodes} servers`, nodes, async () => {
      const databaseUrl = await createDatabase(postgres.url, `storm_${(made += 1)}`);
      // Goes with the server.
      return { databaseUrl, dataFolder: tmpdir(), drop: async () => undefined };
    });
  } finally {
    await postgres.stop();
  }
};
