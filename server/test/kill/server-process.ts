import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { projectFile } from '../../src/project-file.ts';
import { startProgram } from '../program-process.ts';
import type { ProgramProcess } from '../program-process.ts';

const run = promisify(execFile);
const program = projectFile('server/dist/main.js');

/** Where servers keep their data. */
export interface Place {
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
}

/** Bundles what is started here. */
export const buildServer = async (): Promise<void> => {
  await run(process.execPath, [projectFile('scripts/build.mjs'), 'engine', 'client', 'server']);
};

const environmentOf = ({ databaseUrl, dataFolder }: Place): NodeJS.ProcessEnv => ({
  PORT: '0',
  BATON_DATA: dataFolder,
  BATON_LOG_LEVEL: process.env['BATON_TEST_LOG'] ?? 'silent',
  ...(databaseUrl === null ? {} : { BATON_DATABASE_URL: databaseUrl }),
});

export interface ServerSettings {
  /** Besides those of the place. */
  readonly env?: NodeJS.ProcessEnv;
  /** A command that starts the server's. (Default: none.) */
  readonly through?: readonly string[];
}

/** Starts a server and waits until it answers; `readyMs` is up to the first answer. Throws when it ends before. */
export const startServerProcess = async (
  place: Place,
  { env = {}, through = [] }: ServerSettings = {},
): Promise<ProgramProcess> => {
  const startedMs = performance.now();
  const [first, ...rest] = [...through, process.execPath, program, 'serve'];
  const server = await startProgram({ command: [first ?? '', ...rest], env: { ...environmentOf(place), ...env } });
  const answer = await fetch(`${server.address}/v2/topology`);
  if (answer.status !== 200)
    throw new Error(`Expected the topology of a server that is ready, found ${answer.status}.`);
  await answer.body?.cancel();
  return { ...server, readyMs: performance.now() - startedMs };
};

/** The last line of `baton verify` on a place, and the violations before it. */
export const verifyPlace = async (place: Place): Promise<string> => {
  const answer = await run(process.execPath, [program, 'verify'], {
    env: { ...process.env, ...environmentOf(place) },
  }).catch((error: { readonly stdout?: string; readonly stderr?: string }) => ({
    stdout: `${error.stdout ?? ''}${error.stderr ?? ''}`,
  }));
  return answer.stdout.trim();
};
