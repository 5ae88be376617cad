import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { projectFile } from '../src/project-file.ts';

/** A program of its own that listens: the built server, or a limit program. */
export interface ServerProcess {
  readonly address: string;
  /** From the start of the program to its word that it is ready, milliseconds. */
  readonly readyMs: number;
  /** What it has in memory (resident), MiB. */
  residentMiB(): number;
  kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts a Node.js program and waits for its line `… ready on http://…`. */
const startProgram = async (args: readonly string[], env: NodeJS.ProcessEnv): Promise<ServerProcess> => {
  const from = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const stdout: Readable = child.stdout;
  for await (const line of createInterface({ input: stdout })) {
    const address = /ready on (http:\/\/\S+)$/.exec(line)?.[1];
    if (address === undefined) continue;
    // A pipe that nobody reads would stop the program one day.
    stdout.resume();
    return {
      address,
      readyMs: performance.now() - from,
      residentMiB: () =>
        Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1_024,
      kill: async (signal) => {
        child.kill(signal);
        await ended;
      },
    };
  }
  throw new Error(`Expected ${args.join(' ')} to become ready, found that it ended.`);
};

/** The built server on SQLite, on a free port. */
export const startServer = (dataFolder: string): Promise<ServerProcess> =>
  startProgram([projectFile('server/bin/baton.mjs')], { PORT: '0', BATON_DATA: dataFolder, BATON_LOG_LEVEL: 'error' });

/** The limit program of HTTP: Express that answers JSON with JSON. */
export const startEcho = (): Promise<ServerProcess> =>
  startProgram([projectFile('server/bench/limits/express-echo.mjs')], {});

/** Deploys a model over HTTP. */
export const deployByHttp = async (address: string, xml: string): Promise<void> => {
  const form = new FormData();
  form.append('resources', new Blob([xml]), 'bench.bpmn');
  const response = await fetch(`${address}/v2/deployments`, { method: 'POST', body: form });
  if (!response.ok) throw new Error(`Expected the deployment to succeed, found ${await response.text()}`);
};
