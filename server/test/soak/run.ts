import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildServer } from '../kill/server-process.ts';
import { startPostgres } from '../postgres-server.ts';
import { soak } from './soak.ts';
import type { SoakFigures } from './soak.ts';

/** The long form of the soak. */
export interface SoakRun {
  readonly workers: number;
  readonly jobs: number;
  readonly database: 'sqlite' | 'postgres';
  readonly tell: (line: string) => void;
}

/** Runs it on a database of its own, with a worker killed about every second. */
export const runSoak = async ({ workers, jobs, database, tell }: SoakRun): Promise<void> => {
  await buildServer();
  const dataFolder = await mkdtemp(join(tmpdir(), 'baton-soak-'));
  const postgres = database === 'postgres' ? await startPostgres() : null;
  try {
    const place = { databaseUrl: postgres?.url ?? null, dataFolder };
    const figures = await soak({ place, workers, jobs, kills: Infinity, everyMs: [300, 1_500], tell });
    tell(summary(workers, jobs, figures));
  } finally {
    await postgres?.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
};

const summary = (
  workers: number,
  jobs: number,
  { kills, lastedMs, jobsPerSecond, acknowledged, refused }: SoakFigures,
): string =>
  [
    `${jobs} jobs by ${workers} workers, ${kills} of which were killed: none lost, none completed twice, verify clean.`,
    `It took ${(lastedMs / 1_000).toFixed(1)} s, ${jobsPerSecond.toFixed(0)} jobs/s.`,
    `${acknowledged} completions were acknowledged, ${jobs - acknowledged} of killed workers were not heard of, ${refused} came too late.`,
  ].join(' ');
