import assert from 'node:assert/strict';
import { percentile } from '../../bench/percentile.ts';
import { verify } from '../../src/verify.ts';
import { fixture, model } from '../fixture.ts';
import type { TestStore } from '../test-runtime.ts';
import { pause } from '../test-worker.ts';
import { openStormServers } from './storm-servers.ts';

export interface TimerStormFigures {
  readonly timers: number;
  /** How many instances each server has fired a timer of. */
  readonly byNode: readonly number[];
  /** Fired per second, from the moment that all came due to the end of the last. */
  readonly perSecond: number;
  /** How long a command that has nothing to do with the timers took meanwhile, milliseconds. */
  readonly canaryMs: { readonly p50: number; readonly p99: number; readonly max: number };
}

/** Between two commands of the canary, milliseconds. */
const canaryPauseMs = 5;

/**
 * So many timers come due at one instant on servers of one database. Throws unless each has fired exactly once and `verify` finds nothing. The
 * canary goes to the first server while the storm lasts.
 */
export const timerStorm = async (store: TestStore, timers: number, nodes: number): Promise<TimerStormFigures> => {
  const servers = await openStormServers(store, nodes);
  const { database, runtimes, clock } = servers;
  try {
    const canary = model(
      'canary',
      '<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="e"/><bpmn:endEvent id="e"/>',
    );
    await servers.deploy(fixture('catch-timer'), canary);
    await servers.startMany('catch-timer', timers);
    servers.takeChanged();
    const left = async (): Promise<number> =>
      Number((await database.rows<{ n: number }>('SELECT count(*) AS n FROM timers'))[0]?.n);
    assert.equal(await left(), timers);

    const samples: number[] = [];
    const canaries = new Set<number>();
    clock.advance(3_600_000);
    const fromMs = performance.now();
    for (const { scheduler } of runtimes) scheduler.start();
    let isOver = false;
    const singing = (async () => {
      while (!isOver) {
        const sentMs = performance.now();
        canaries.add(await servers.start('canary'));
        samples.push(performance.now() - sentMs);
        await pause(canaryPauseMs);
      }
    })();
    while ((await left()) > 0) await pause(20);
    const tookMs = performance.now() - fromMs;
    isOver = true;
    await singing;
    await Promise.all(runtimes.map(({ scheduler }) => scheduler.stop()));

    const [ends] = await database.rows<{ n: number }>(
      "SELECT count(*) AS n FROM process_instances WHERE process_id = 'catch-timer' AND status = 'COMPLETED'",
    );
    assert.equal(Number(ends?.n), timers, 'instances that have ended');
    const [steps] = await database.rows<{ n: number }>(
      'SELECT count(*) AS n FROM journal WHERE command LIKE \'%"fire-timer"%\'',
    );
    assert.equal(Number(steps?.n), timers, 'timers that have fired');
    const byNode = servers.takeChanged().map((keys) => [...keys].filter((key) => !canaries.has(key)).length);
    assert.equal(
      byNode.reduce((sum, count) => sum + count, 0),
      timers,
      'timers by the server that fired them',
    );
    assert.deepEqual((await verify(database)).violations, []);
    return {
      timers,
      byNode,
      perSecond: (timers * 1_000) / tookMs,
      canaryMs: { p50: percentile(samples, 50), p99: percentile(samples, 99), max: percentile(samples, 100) },
    };
  } finally {
    await servers.close();
  }
};
