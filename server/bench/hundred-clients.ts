import { monitorEventLoopDelay } from 'node:perf_hooks';
import { closedLoop } from './durable.ts';
import type { DurableRuntime } from './durable.ts';
import { services } from './models.ts';
import { percentile } from './percentile.ts';

export interface HundredClients {
  /** Acknowledged a second: starts and completions of jobs, the harmonic mean of the two. */
  readonly steps: number;
  /** Half of the steps were acknowledged within so many milliseconds. */
  readonly p50: number;
  /** 99 of 100 times the event loop was late by no more than so many milliseconds. */
  readonly delayP99: number;
}

/** A hundred clients start instances of one service task, then complete the jobs, each waiting for its answer before it goes on. */
export const hundredClients = async (runtime: DurableRuntime, count: number): Promise<HundredClients> => {
  await runtime.deploy(services(1));
  await closedLoop(100, 2_000, () => runtime.start('services'));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const latencies: number[] = [];
  const timed = async (step: () => Promise<unknown>): Promise<void> => {
    const from = performance.now();
    await step();
    latencies.push(performance.now() - from);
  };
  delay.enable();
  const starts = await closedLoop(100, count, () => timed(() => runtime.start('services')));
  delay.disable();
  const jobs = await runtime.openJobs();
  delay.enable();
  const completions = await closedLoop(100, count, (index) => timed(() => runtime.completeJob(jobs[index]!)));
  delay.disable();
  return {
    steps: 2 / (1 / starts + 1 / completions),
    p50: percentile(latencies, 50),
    delayP99: delay.percentile(99) / 1e6,
  };
};
