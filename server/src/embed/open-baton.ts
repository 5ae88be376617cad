import { hostname } from 'node:os';
import { asKey } from '@baton/engine';
import { pino } from 'pino';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { deploymentAnswer } from '../api/deployment-answer.ts';
import type { deploymentType } from '../api/deployment-answer.ts';
import { readConfig } from '../config.ts';
import type { Config } from '../config.ts';
import { openRuntime } from '../open-runtime.ts';
import { packageVersion } from '../project-file.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { deployFiles } from '../runtime/deployment/deploy-files.ts';
import { instanceTask, startTask } from '../runtime/instance-commands.ts';
import { publishMessage } from '../runtime/messages.ts';
import type { Task } from '../runtime/task.ts';
import { withStatements } from '../runtime/with-statements.ts';
import { serve } from '../serve.ts';
import { defaultTenant } from '../default-tenant.ts';
import type { SqlValue } from '../store/table.ts';
import { handleJobs, readVariables } from './handle-jobs.ts';
import type { HandleOptions, Handling, JobHandler } from './job-handler.ts';
import { collectStatements } from './transaction.ts';
import type { Transaction } from './transaction.ts';

export interface BatonOptions {
  /** Folder of the SQLite file. (Default: ./data.) */
  readonly dataFolder?: string;
  /** postgres://…, instead of SQLite. */
  readonly databaseUrl?: string;
  /** Also serves the API and the web app by HTTP. (Default: it does not.) */
  readonly http?: { readonly port?: number; readonly host?: string };
  /** Settings as the environment of a server has them, such as `BATON_HISTORY_TTL`. The environment itself is not read. */
  readonly settings?: Readonly<Record<string, string>>;
  /** (Default: errors and warnings go to standard output.) */
  readonly log?: Logger;
}

export interface StartOptions {
  /** (Default: the default tenant.) */
  readonly tenantId?: string;
  /** (Default: the latest.) */
  readonly version?: number;
  readonly businessId?: string;
  readonly tags?: readonly string[];
  /** The same key starts once, however often it is asked for. */
  readonly idempotencyKey?: string;
  /** Statements that commit together with the start: both happen, once, or neither does. */
  readonly transaction?: (transaction: Transaction) => void;
}

export interface MessageOptions {
  /** Only who is of this tenant gets it. (Default: the default tenant.) */
  readonly tenantId?: string;
  readonly correlationKey?: string;
  readonly variables?: object;
  /** How long it waits for somebody who wants it, milliseconds. (Default: 0.) */
  readonly timeToLiveMs?: number;
  /** Of two messages with one id, while the first waits, the second is refused. */
  readonly messageId?: string;
}

/** Baton in your own program: the engine on its database, with or without HTTP. */
export interface Baton {
  /** Where it listens; null without HTTP. */
  readonly address: string | null;
  /** Deploys files, all or none. Throws `Refusal` with all that is wrong with them. */
  deploy(
    ...files: readonly { readonly name: string; readonly content: string | Uint8Array }[]
  ): Promise<z.input<typeof deploymentType>>;
  /** Starts an instance; answers its key. */
  start(processId: string, variables?: object, options?: StartOptions): Promise<string>;
  cancel(processInstanceKey: string): Promise<void>;
  publish(name: string, message?: MessageOptions): Promise<void>;
  /** Works on jobs of a type in this program, until it is stopped. */
  handle<V extends object = Record<string, unknown>>(
    type: string,
    handler: JobHandler<V>,
    options?: HandleOptions,
  ): Handling;
  /** Writes by itself, in one transaction: your own tables, for instance. Throws `FailedStatement`. */
  transaction(collect: (transaction: Transaction) => void): Promise<void>;
  /** Reads what is committed: a SELECT, with a `?` for each value. Texts should be constant: each is kept prepared. */
  read<T extends object>(sql: string, values?: readonly SqlValue[]): Promise<T[]>;
  /** All that the API can do; its types may change with any version. */
  readonly runtime: Runtime;
  /** Stops the handlers, finishes what was accepted, and closes the database. */
  stop(): Promise<void>;
}

interface Opened {
  readonly runtime: Runtime;
  readonly address: string | null;
  stop(): Promise<void>;
}

/** Opens the database (and makes and migrates it), and begins to work: timers fire, and waiting jobs may be handled. */
export const openBaton = async ({ http, log: given, ...options }: BatonOptions = {}): Promise<Baton> => {
  const log = given ?? pino({ level: 'warn', base: null });
  const { dataFolder, databaseUrl, settings = {} } = options;
  const config = readConfig({
    ...settings,
    BATON_DATA: dataFolder,
    BATON_DATABASE_URL: databaseUrl,
    PORT: http?.port === undefined ? undefined : String(http.port),
    BATON_HOST: http?.host,
  });
  const { runtime, address, stop } = http === undefined ? await openWithoutHttp(config, log) : await serve(config, log);
  const handlings = new Set<Handling>();
  const logTrouble = (error: unknown, jobKey: string | null): void =>
    log.warn({ err: error, jobKey }, 'a handler or its job failed');
  const { pipeline } = runtime;
  return {
    address,
    runtime,
    deploy: async (...files) => {
      const uploads = files.map(({ name, content }) => ({ name, content: Buffer.from(content as string) }));
      return deploymentAnswer(await deployFiles(runtime, uploads));
    },
    start: async (processId, variables = {}, options = {}) => {
      const { tenantId, version, businessId, tags, idempotencyKey, transaction } = options;
      const task = startTask({
        process: { tenantId, processId, version: version === undefined ? { latest: true } : { number: version } },
        variables: readVariables(variables),
        businessId: businessId ?? null,
        tags: tags ?? [],
        actor: null,
      });
      const once =
        idempotencyKey === undefined ? task : { ...task, idempotency: idempotencyOf(idempotencyKey, processId) };
      const { processInstanceKey } = await pipeline.submit(withCollected(once, transaction));
      return String(processInstanceKey);
    },
    cancel: async (key) => {
      await pipeline.submit(instanceTask('CANCEL', asKey(Number(key)), { type: 'cancel-instance' }, null));
    },
    publish: async (name, options = {}) => {
      const {
        tenantId = defaultTenant,
        correlationKey = '',
        variables = {},
        timeToLiveMs = 0,
        messageId = null,
      } = options;
      const message = { tenantId, name, correlationKey, variables: readVariables(variables), timeToLiveMs, messageId };
      await pipeline.submit({ name: 'publish-message', run: (batch) => publishMessage(batch, message) });
    },
    handle: (type, handler, handleOptions = {}) => {
      const handling = handleJobs(runtime, type, handler, { onTrouble: logTrouble, ...handleOptions });
      handlings.add(handling);
      return {
        stop: async (graceMs) => {
          await handling.stop(graceMs);
          handlings.delete(handling);
        },
      };
    },
    transaction: async (collect) => {
      const nothing: Task<null> = { name: 'own-statements', run: () => Promise.resolve(null) };
      await pipeline.submit(withCollected(nothing, collect));
    },
    read: async (sql, values = []) => {
      if (!/^\s*(SELECT|WITH|VALUES)\b/i.test(sql))
        throw new TypeError(`Expected a statement that reads, found '${sql.slice(0, 80)}'.`);
      return runtime.database.rows(sql, values);
    },
    stop: async () => {
      await Promise.all([...handlings].map((handling) => handling.stop()));
      await stop();
    },
  };
};

const idempotencyOf = (id: string, processId: string) => ({ id, fingerprint: `start ${processId}` });

const withCollected = <A>(task: Task<A>, collect: ((transaction: Transaction) => void) | undefined): Task<A> => {
  if (collect === undefined) return task;
  const { transaction, close } = collectStatements();
  collect(transaction);
  return withStatements(task, close());
};

const openWithoutHttp = async (config: Config, log: Logger): Promise<Opened> => {
  const { database, runtime, company } = await openRuntime(config, log);
  const nodes = await company.join({ host: hostname(), port: 0, version: packageVersion() });
  runtime.scheduler.start();
  return {
    runtime,
    address: null,
    stop: async () => {
      await runtime.stop();
      await nodes.stop();
      await company.stop();
      await database.close();
    },
  };
};
