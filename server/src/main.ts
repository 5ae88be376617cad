#!/usr/bin/env node
import { Command } from 'commander';
import { pino } from 'pino';
import { readConfig } from './config.ts';
import { packageVersion } from './project-file.ts';
import { serve } from './serve.ts';
import { openDatabase } from './store/open-database.ts';
import { backupSqlite } from './store/sqlite/backup-sqlite.ts';
import { databaseFileName } from './store/sqlite/open-sqlite.ts';
import { verify } from './verify.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const runServer = async (): Promise<void> => {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const server = await serve(config, log);
  print(`Baton is ready on ${server.address}`);
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping');
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
};

const runVerify = async (): Promise<void> => {
  const config = readConfig({ ...process.env, BATON_HOST: undefined });
  const database = await openDatabase({ ...config, readOnly: true });
  try {
    const { instances, entries, violations } = await verify(database);
    for (const violation of violations) print(violation);
    print(`${instances} process instances, ${entries} journal entries, ${violations.length} violations`);
    if (violations.length > 0) process.exitCode = 1;
  } finally {
    await database.close();
  }
};

const runBackup = (target: string): void => {
  const config = readConfig({ ...process.env, BATON_HOST: undefined });
  if (config.databaseUrl !== null)
    throw new Error(
      'Expected SQLite, found BATON_DATABASE_URL. PostgreSQL is backed up with its own tools: pg_dump, or the base backups of pg_basebackup.',
    );
  backupSqlite(config.dataFolder, target);
  print(
    `The database was copied to ${target}. To restore it, put it into an empty folder as ${databaseFileName} and set BATON_DATA to that.`,
  );
};

const program = new Command('baton')
  .description('A BPMN process engine with modeler, tasklist and operations.')
  .version(packageVersion());
program
  .command('serve', { isDefault: true })
  .description('run the server; settings come from the environment')
  .action(runServer);
program
  .command('verify')
  .description('compare every journal with the stored state; reads only, exit code 1 when something does not fit')
  .action(runVerify);
program
  .command('backup')
  .argument('<file>', 'where to; nothing may be there yet')
  .description('copy the SQLite database as it is at this moment, also beside a running server')
  .action(runBackup);

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
