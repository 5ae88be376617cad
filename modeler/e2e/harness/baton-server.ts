import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const projectFolder = join(import.meta.dirname, '..', '..', '..');
const entry = join(projectFolder, 'server', 'dist', 'main.js');

/** Milliseconds that a server may take to start. */
const startLimitMs = 30_000;

/** A real server, as it was built, on data of its own. */
export interface BatonServer {
  readonly url: string;
  /** Of the administrator that it made; null where it asks nobody. */
  readonly adminPassword: string | null;
  /** Calls its API: JSON in, JSON out. Throws what the server answered when it refused. */
  readonly call: <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;
  /** Ends it (by SIGKILL when `hard`) and starts it again on the same data and port. */
  readonly restart: (options?: { readonly hard?: boolean }) => Promise<void>;
  /** Ends it and deletes its data. */
  readonly stop: () => Promise<void>;
}

interface Started {
  readonly process: ChildProcess;
  readonly port: number;
  readonly output: string;
}

function start(dataFolder: string, port: number, settings: Readonly<Record<string, string>>): Promise<Started> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, 'serve'], {
      cwd: projectFolder,
      env: { ...process.env, PORT: String(port), BATON_DATA: dataFolder, BATON_LOG_LEVEL: 'warn', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The server should have been ready within ${startLimitMs} ms, but said only:\n${output}`));
    }, startLimitMs);
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const ready = /ready on http:\/\/[^:\s]+:(\d+)/i.exec(output)?.[1];
      if (ready === undefined) return;
      clearTimeout(limit);
      resolve({ process: child, port: Number(ready), output });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code, signal) => {
      clearTimeout(limit);
      reject(new Error(`The server ended with ${code ?? signal ?? 'nothing'} before it was ready:\n${output}`));
    });
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}

/** Starts a server on a fresh folder and a free port. Build first (`npm run build`). */
export async function startBaton(settings: Readonly<Record<string, string>> = {}): Promise<BatonServer> {
  if (!existsSync(entry))
    throw new Error(`Browser tests drive what was built, but ${entry} is missing. Run: npm run build`);
  const dataFolder = await mkdtemp(join(tmpdir(), 'baton-e2e-'));
  let running = await start(dataFolder, 0, settings);
  const adminPassword = /^ *password +(\S+)$/m.exec(running.output)?.[1] ?? null;
  const credentials: Record<string, string> =
    adminPassword === null
      ? {}
      : { authorization: `Basic ${Buffer.from(`admin:${adminPassword}`).toString('base64')}` };
  const url = `http://localhost:${running.port}`;
  return {
    url,
    adminPassword,
    async call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
      const isForm = body instanceof FormData;
      const answer = await fetch(url + path, {
        method,
        ...(body === undefined
          ? { headers: credentials }
          : isForm
            ? { body, headers: credentials }
            : { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...credentials } }),
      });
      const text = await answer.text();
      if (!answer.ok)
        throw new Error(`${method} ${path} should have worked, but was refused with ${answer.status}: ${text}`);
      return (text === '' ? undefined : JSON.parse(text)) as Answer;
    },
    async restart({ hard = false } = {}) {
      await end(running.process, hard ? 'SIGKILL' : 'SIGTERM');
      running = await start(dataFolder, running.port, settings);
    },
    async stop() {
      await end(running.process, 'SIGTERM');
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
