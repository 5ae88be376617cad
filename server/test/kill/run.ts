import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../postgres-server.ts';
import { killLoop } from './kill-loop.ts';
import type { KillFigures } from './kill-loop.ts';
import { buildServer } from './server-process.ts';

/** How many kills on each database, and on how many servers on PostgreSQL at once. */
export interface KillRun {
  readonly sqlite: number;
  readonly postgres: number;
  readonly nodes: number;
  readonly tell: (line: string) => void;
}

/** The long form of the kill test, each database in turn. */
export const runKillLoops = async ({ sqlite, postgres, nodes, tell }: KillRun): Promise<void> => {
  await buildServer();
  const dataFolder = await mkdtemp(join(tmpdir(), 'baton-kill-'));
  try {
    if (sqlite > 0) {
      const place = { databaseUrl: null, dataFolder };
      tell(summary('SQLite', await killLoop({ place, kills: sqlite, tell })));
    }
    if (postgres > 0) {
      const server = await startPostgres();
      try {
        const place = { databaseUrl: server.url, dataFolder };
        tell(summary(`PostgreSQL, servers: ${nodes}`, await killLoop({ place, kills: postgres, nodes, tell })));
      } finally {
        await server.stop();
      }
    }
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
};

const summary = (database: string, { kills, started, completedJobs, messages, restartMs }: KillFigures): string => {
  const at = (share: number): string => (restartMs[Math.ceil(restartMs.length * share) - 1] ?? 0).toFixed(0);
  return [
    `${database}: ${kills} kills, nothing lost, nothing twice, verify clean.`,
    `Acknowledged: ${started} starts, ${completedJobs} job completions, ${messages} messages.`,
    `From start to the first answer: ${at(0.5)} ms (p50), ${at(0.99)} ms (p99), ${at(1)} ms (max).`,
  ].join(' ');
};
