import assert from 'node:assert/strict';
import { pause } from '../test-worker.ts';
import { acknowledgedCheck } from './check-acknowledged.ts';
import { client, deployLoad, nothingAcknowledged } from './load.ts';
import type { Acknowledged } from './load.ts';
import { startServerProcess, verifyPlace } from './server-process.ts';
import type { ProgramProcess } from '../program-process.ts';
import type { Place } from './server-process.ts';

/** Servers on one database with clients at work, for somebody to do harm to. */
export interface UnderLoad {
  /** By their number; may be replaced by one that was started anew. */
  readonly servers: ProgramProcess[];
  readonly known: Acknowledged;
  /** Waits until so many jobs more are completed: a busy machine must not make this a test of idle servers. Throws after 60 seconds. */
  progress(jobs: number): Promise<void>;
  /** Looks up what was acknowledged since the last check, through this server. */
  check(server: ProgramProcess): Promise<void>;
}

const clients = 12;
const progressLimitMs = 60_000;

/**
 * Starts servers, puts clients to work on all of them, and does the harm. Afterwards the clients rest, everything that was ever acknowledged must
 * be there on every server, the servers must end well when asked to, and `baton verify` must find nothing.
 */
export const underLoad = async (
  place: Place,
  nodes: number,
  harm: (load: UnderLoad) => Promise<void>,
): Promise<Acknowledged> => {
  const known = nothingAcknowledged();
  const servers: ProgramProcess[] = [];
  let isOver = false;
  try {
    for (let node = 0; node < nodes; node += 1) servers.push(await startServerProcess(place));
    const [first] = servers;
    assert(first);
    await deployLoad(first.address);
    const addressOf = (round: number): string => servers[round % servers.length]?.address ?? '';
    const working = Promise.all(
      Array.from({ length: clients }, (_, index) =>
        client(
          (round) => addressOf(round + index),
          () => isOver,
          `c${index}`,
          known,
        ),
      ),
    );
    const check = acknowledgedCheck(known);
    const progress = async (jobs: number): Promise<void> => {
      const enough = known.completedJobs.size + jobs;
      const limitMs = performance.now() + progressLimitMs;
      while (known.completedJobs.size < enough) {
        assert(performance.now() < limitMs, `expected ${jobs} jobs more within ${progressLimitMs} ms`);
        await pause(20);
      }
    };
    try {
      await progress(6);
      await harm({ servers, known, progress, check: (server) => check(server.address) });
      await progress(6);
    } finally {
      isOver = true;
      await working;
    }
    for (const server of servers) await acknowledgedCheck(known)(server.address);
    for (const server of servers)
      assert.equal(await server.end('SIGTERM'), 0, 'the exit code of a server that was asked to end');
    assert.deepEqual(known.surprises, [], 'refusals that no fault explains');
    assert.match(await verifyPlace(place), /^\d+ process instances, \d+ journal entries, 0 violations$/);
    return known;
  } finally {
    for (const server of servers) server.signal('SIGKILL');
  }
};
