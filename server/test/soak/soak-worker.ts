import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { projectFile } from '../../src/project-file.ts';

/** What workers say of their jobs, over all their lives. */
export interface Reports {
  /** Keys of jobs whose completion was acknowledged, as often as it was. */
  readonly done: string[];
  /** Completions that were refused, with the reason. */
  readonly refused: string[];
}

export interface SoakWorker {
  /** Resolves when it polls. */
  readonly ready: Promise<void>;
  /** At once, with whatever it has in its hands. */
  kill(): Promise<void>;
}

/** One listener for all of them. */
const living = new Set<ChildProcess>();
process.once('exit', () => living.forEach((child) => child.kill('SIGKILL')));

/** Starts a worker in a process of its own; it ends with this one. */
export const startSoakWorker = (
  address: string,
  jobType: string,
  name: string,
  lockMs: number,
  reports: Reports,
): SoakWorker => {
  const program = projectFile('server/test/soak/worker-program.mjs');
  const child = spawn(process.execPath, [program, address, jobType, name, String(lockMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  living.add(child);
  const gone = once(child, 'close').then(() => void living.delete(child));
  const ready = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, key = ''] = line.split(' ');
      if (word === 'ready') resolve();
      else if (word === 'done') reports.done.push(key);
      else reports.refused.push(line);
    });
    void gone.then(() => reject(new Error(`Expected worker ${name} to begin, but it ended.`)));
  });
  // Whoever kills one that has not begun does not wait for it.
  ready.catch(() => undefined);
  return {
    ready,
    kill: () => {
      child.kill('SIGKILL');
      return gone;
    },
  };
};
