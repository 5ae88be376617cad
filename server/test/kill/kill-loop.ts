import { pause } from '../test-worker.ts';
import { startServerProcess } from './server-process.ts';
import type { Place } from './server-process.ts';
import { underLoad } from './under-load.ts';

export interface KillLoopOptions {
  readonly place: Place;
  readonly kills: number;
  /** Servers on the one database; more than one needs PostgreSQL. (Default: 1.) */
  readonly nodes?: number;
  /** A server is killed so long after it has answered, milliseconds, at random between these. (Default: 50 to 1,500.) */
  readonly lifeMs?: readonly [min: number, max: number];
  readonly tell?: (line: string) => void;
}

export interface KillFigures {
  readonly kills: number;
  readonly started: number;
  readonly completedJobs: number;
  readonly messages: number;
  /** From the start of a process to the first answer, milliseconds, in ascending order. */
  readonly restartMs: readonly number[];
}

/**
 * Kills servers under load again and again. After each death what it had acknowledged is looked up in the server that follows it. Throws as soon
 * as something is missing, or when `baton verify` finds anything in the end.
 */
export const killLoop = async ({
  place,
  kills,
  nodes = 1,
  lifeMs: [min, max] = [50, 1_500],
  tell = () => undefined,
}: KillLoopOptions): Promise<KillFigures> => {
  const restartMs: number[] = [];
  const known = await underLoad(place, nodes, async ({ servers, known: sofar, progress, check }) => {
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(min + Math.random() * (max - min));
      const node = kill % nodes;
      await servers[node]?.end('SIGKILL');
      const next = await startServerProcess(place);
      servers[node] = next;
      restartMs.push(next.readyMs);
      await check(next);
      await progress(3);
      if ((kill + 1) % 10 === 0)
        tell(`${kill + 1} kills, ${sofar.started.size} starts and ${sofar.completedJobs.size} completions are there`);
    }
  });
  return {
    kills,
    started: known.started.size,
    completedJobs: known.completedJobs.size,
    messages: known.messages.size,
    restartMs: restartMs.sort((a, b) => a - b),
  };
};
