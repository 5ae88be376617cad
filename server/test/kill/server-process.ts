import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { projectFile } from '../../src/project-file.ts';

const run = promisify(execFile);
const program = projectFile('server/dist/main.js');

/** Where servers keep their data. */
export interface Place {
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
}

/** A real server in a process of its own. */
export interface ServerProcess {
  readonly address: string;
  /** From the start of the process to the first answer, milliseconds. */
  readonly readyMs: number;
  /** Sends a signal and does not wait. */
  signal(name: NodeJS.Signals): void;
  /** Sends a signal that ends it, and waits for that; the exit code, null when the signal itself ended it. */
  end(name: NodeJS.Signals): Promise<number | null>;
}

/** Bundles what is started here. */
export const buildServer = async (): Promise<void> => {
  await run(process.execPath, [projectFile('scripts/build.mjs'), 'engine', 'server']);
};

const environmentOf = ({ databaseUrl, dataFolder }: Place): NodeJS.ProcessEnv => ({
  ...process.env,
  PORT: '0',
  BATON_DATA: dataFolder,
  BATON_LOG_LEVEL: process.env['BATON_TEST_LOG'] ?? 'silent',
  ...(databaseUrl === null ? {} : { BATON_DATABASE_URL: databaseUrl }),
});

/** Starts a server and waits until it answers. Throws when it ends before. */
export const startServerProcess = async (place: Place): Promise<ServerProcess> => {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [program, 'serve'], {
    env: environmentOf(place),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit') as Promise<[number | null]>;
  const end = async (name: NodeJS.Signals): Promise<number | null> => {
    child.kill(name);
    return (await gone)[0];
  };
  const atExit = (): void => void child.kill('SIGKILL');
  process.once('exit', atExit);
  void gone.then(() => process.off('exit', atExit));
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^Baton is ready on (http:\/\/\S+)$/.exec(line)?.[1];
    if (address === undefined) continue;
    const answer = await fetch(`${address}/v2/topology`);
    if (answer.status !== 200)
      throw new Error(`Expected the topology of a server that is ready, found ${answer.status}.`);
    await answer.body?.cancel();
    return { address, readyMs: performance.now() - startedMs, signal: (name) => void child.kill(name), end };
  }
  throw new Error('Expected the server to become ready, but it ended.');
};

/** The last line of `baton verify` on a place, and the violations before it. */
export const verifyPlace = async (place: Place): Promise<string> => {
  const answer = await run(process.execPath, [program, 'verify'], { env: environmentOf(place) }).catch(
    (error: { readonly stdout?: string; readonly stderr?: string }) => ({
      stdout: `${error.stdout ?? ''}${error.stderr ?? ''}`,
    }),
  );
  return answer.stdout.trim();
};
