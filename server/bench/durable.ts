import type { Key, Variables } from '@baton/engine';
import { pino } from 'pino';
import { systemClock } from '../src/runtime/clock.ts';
import { createRuntime } from '../src/runtime/create-runtime.ts';
import type { Runtime } from '../src/runtime/create-runtime.ts';
import { deployFiles } from '../src/runtime/deployment/deploy-files.ts';
import { ownedTask, startTask } from '../src/runtime/instance-commands.ts';
import { openDatabase } from '../src/store/open-database.ts';

/** The running engine of a server with its real store, without HTTP. */
export interface DurableRuntime extends Runtime {
  deploy(xml: string): Promise<void>;
  start(processId: string, variables?: Variables): Promise<Key>;
  completeJob(key: Key, variables?: Variables): Promise<void>;
  /** Keys of all jobs that are open, in their order. */
  openJobs(): Promise<Key[]>;
  close(): Promise<void>;
}

export const openDurable = async (dataFolder: string, databaseUrl: string | null = null): Promise<DurableRuntime> => {
  const database = await openDatabase({ databaseUrl, dataFolder });
  const clock = systemClock;
  const runtime = createRuntime({ database, clock, log: pino({ level: 'warn' }) });
  return {
    ...runtime,
    deploy: async (xml) => {
      const file = { name: 'bench.bpmn', content: Buffer.from(xml) };
      await deployFiles(runtime, [file]);
    },
    start: async (processId, variables = {}) => {
      const process = { processId, version: { latest: true } } as const;
      const request = { process, variables, businessId: null, tags: [], actor: null };
      return (await runtime.pipeline.submit(startTask(request))).processInstanceKey;
    },
    completeJob: async (jobKey, variables = {}) => {
      await runtime.pipeline.submit(
        ownedTask('COMPLETE', 'jobs', jobKey, null, (elementInstanceKey) => ({
          type: 'complete-job',
          elementInstanceKey,
          jobKey,
          variables,
        })),
      );
    },
    openJobs: async () => {
      const rows = await database.rows<{ key: Key }>("SELECT key FROM jobs WHERE state = 'CREATED' ORDER BY key");
      return rows.map(({ key }) => key);
    },
    close: async () => {
      await runtime.stop();
      await database.close();
    },
  };
};

/** Lets `clients` work at the same time, each taking the next number until `count` are done. Answers how many a second. */
export const closedLoop = async (
  clients: number,
  count: number,
  once: (index: number) => Promise<unknown>,
): Promise<number> => {
  let next = 0;
  const client = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) await once(index);
  };
  const from = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  return count / ((performance.now() - from) / 1_000);
};
