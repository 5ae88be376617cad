import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileBpmn } from '@baton/engine';
import BetterSqlite from 'better-sqlite3';
import type { Knex } from 'knex';
import { pino } from 'pino';
import type { Logger } from 'pino';
import { afterOnMachine } from '../src/runtime/clock.ts';
import type { BpmnCompiler } from '../src/runtime/compiler/bpmn-compiler.ts';
import { createRuntime } from '../src/runtime/create-runtime.ts';
import { deployTask } from '../src/runtime/deployment/deploy.ts';
import { prepareDeployment } from '../src/runtime/deployment/prepare-deployment.ts';
import { databaseFileName, openSqlite } from '../src/store/sqlite/open-sqlite.ts';
import { simFile, simModels, startTimerModel } from './models.ts';
import { beginMs } from './world.ts';

/** What all runs begin with; made once. */
export interface Template {
  /** A database with the schema and the models. */
  readonly database: Buffer;
  readonly knex: Knex;
  /** Compiles each file once: the nodes of thousands of runs have the same ones. */
  readonly compiler: BpmnCompiler;
  readonly log: Logger;
}

export const makeTemplate = async (): Promise<Template> => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-sim-'));
  try {
    const database = await openSqlite({ folder });
    const clock = { nowMs: () => beginMs, after: afterOnMachine };
    const log = pino({ level: process.env['BATON_TEST_LOG'] ?? 'silent' });
    const runtime = createRuntime({ database, clock, log });
    const files = simModels.filter(({ fixture }) => fixture !== startTimerModel).map(simFile);
    await runtime.pipeline.submit(deployTask(await prepareDeployment(files, beginMs, runtime)));
    await runtime.stop();
    await database.close();
    const filename = join(folder, databaseFileName);
    const connection = new BetterSqlite(filename);
    // A database in memory has no log beside it.
    connection.pragma('journal_mode = DELETE');
    connection.close();
    const compiler = rememberingCompiler();
    // Now, so that the first run of a process is like all others.
    for (const { content } of simModels.map(simFile)) await compiler.compile(content.toString());
    return { database: readFileSync(filename), knex: database.knex, compiler, log };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const rememberingCompiler = (): BpmnCompiler => {
  const known = new Map<string, ReturnType<typeof compileBpmn>>();
  return {
    compile: (xml) => {
      let result = known.get(xml);
      if (result === undefined) known.set(xml, (result = compileBpmn(xml)));
      return result;
    },
    close: () => Promise.resolve(),
  };
};
