import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { createApp } from './api/create-app.ts';
import type { ServerInfo } from './api/server-info.ts';
import type { Config } from './config.ts';
import { readExamples } from './examples.ts';
import { openRuntime } from './open-runtime.ts';
import type { Clock } from './runtime/clock.ts';
import type { Runtime } from './runtime/create-runtime.ts';
import type { Nodes } from './runtime/nodes.ts';
import { packageVersion, projectFile } from './project-file.ts';

/** A server that is listening. */
export interface RunningServer {
  /** http://localhost:8080 */
  readonly address: string;
  readonly runtime: Runtime;
  /** Takes no new requests, answers those that are there (10 seconds at most), closes the database. */
  stop(): Promise<void>;
}

const drainMs = 10_000;

/** Opens the database and listens. `clock` is for tests. */
export const serve = async (config: Config, log: Logger, clock?: Clock): Promise<RunningServer> => {
  const { database, runtime, company, serverId, pinnableClock } = await openRuntime(config, log, clock);
  let server: Server | null = null;
  const info: ServerInfo = {
    version: packageVersion(),
    gatewayVersion: '8.9.0',
    database: database.dialect,
    environment: config.environment,
    serverId,
    port: () => (server?.address() as AddressInfo | null)?.port ?? config.port,
  };
  let nodes: Nodes | null = null;
  const app = createApp({
    runtime,
    info,
    livingNodes: () => nodes?.living() ?? Promise.resolve([]),
    log,
    examples: readExamples(),
    pinnableClock,
    webFolder: projectFile('modeler/dist'),
    allowedHosts: config.allowedHosts,
    checkAnswers: config.checkAnswers,
  });
  server = createServer(
    { maxHeaderSize: 32_768, headersTimeout: 20_000, requestTimeout: 120_000, keepAliveTimeout: 65_000 },
    app,
  );
  try {
    await listen(server, config);
    nodes = await company.join({ host: hostname(), port: info.port(), version: info.version });
  } catch (error) {
    server.close();
    await company.stop();
    await database.close();
    throw error;
  }
  runtime.scheduler.start();
  if (config.isInsecure)
    log.warn('Baton is open to other machines and has no login: everybody there can do everything.');
  const listening = server;
  const joined = nodes;
  return {
    address: `http://${config.host === '127.0.0.1' ? 'localhost' : config.host.includes(':') ? `[${config.host}]` : config.host}:${info.port()}`,
    runtime,
    stop: async () => {
      const closed = new Promise<void>((resolve) => listening.close(() => resolve()));
      const late = setTimeout(() => listening.closeAllConnections(), drainMs);
      await runtime.stop();
      await joined.stop();
      await company.stop();
      listening.closeIdleConnections();
      // Event streams never end by themselves.
      setTimeout(() => listening.closeAllConnections(), 200).unref();
      await closed;
      clearTimeout(late);
      await database.close();
    },
  };
};

const listen = (server: Server, { port, host }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error);
      reject(
        new Error(`Port ${port} is in use by another program. Stop that one, or choose another port by PORT.`, {
          cause: error,
        }),
      );
    });
    server.listen(port, host, resolve);
  });
