import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A program in a process of its own that listens: a server, or what it is compared with. */
export interface ProgramProcess {
  readonly address: string;
  /** From the start of the program to its word that it is ready, milliseconds. */
  readonly readyMs: number;
  readonly pid: number;
  /** What it has written to its standard output, apart from that word. */
  log(): string;
  /** What it has in memory (resident), MiB. */
  residentMiB(): number;
  /** Sends a signal and does not wait. */
  signal(name: NodeJS.Signals): void;
  /** Sends a signal that ends it, and waits for that; the exit code, null when the signal itself ended it. */
  end(name: NodeJS.Signals): Promise<number | null>;
  /** Waits until it ends by itself; the exit code. */
  ended(): Promise<number | null>;
}

/** A program that ended before it was ready. */
export class ProgramEnded extends Error {
  readonly exitCode: number | null;
  /** What it wrote. */
  readonly words: string;
  constructor(exitCode: number | null, words: string) {
    super(`Expected the program to become ready, but it ended with ${exitCode}: ${words}`);
    this.exitCode = exitCode;
    this.words = words;
  }
}

export interface ProgramOptions {
  /** The program and its arguments. */
  readonly command: readonly [program: string, ...args: string[]];
  /** Besides the environment of this process. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts a program and waits for its line `… ready on http://…`. It ends with this process. Throws `ProgramEnded` when it ends before. */
export const startProgram = async ({ command: [program, ...args], env }: ProgramOptions): Promise<ProgramProcess> => {
  const startedMs = performance.now();
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = once(child, 'close') as Promise<[number | null]>;
  const atExit = (): void => void child.kill('SIGKILL');
  process.once('exit', atExit);
  void gone.then(() => process.off('exit', atExit));
  let log = '';
  // Both are read to the end: a pipe that nobody reads would stop the program one day.
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString();
    process.stderr.write(chunk);
  });
  const address = await new Promise<string | null>((resolve) => {
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      const found = /ready on (http:\/\/\S+)$/.exec(line)?.[1];
      if (found === undefined) log += `${line}\n`;
      else resolve(found);
    });
    void gone.then(() => resolve(null));
  });
  if (address === null) throw new ProgramEnded((await gone)[0], log);
  const ended = async (): Promise<number | null> => (await gone)[0];
  return {
    address,
    readyMs: performance.now() - startedMs,
    pid: child.pid ?? 0,
    log: () => log,
    residentMiB: () =>
      Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1_024,
    signal: (name) => void child.kill(name),
    end: (name) => {
      child.kill(name);
      return ended();
    },
    ended,
  };
};
