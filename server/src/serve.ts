import type { RequestListener, Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { createApp } from './api/create-app.ts';
import type { ServerInfo } from './api/server-info.ts';
import type { Config } from './config.ts';
import { readExamples } from './examples.ts';
import { createIdentity } from './identity/identity.ts';
import { createOidc } from './identity/oidc.ts';
import { openRuntime } from './open-runtime.ts';
import type { Clock } from './runtime/clock.ts';
import type { Runtime } from './runtime/create-runtime.ts';
import type { Nodes } from './runtime/nodes.ts';
import { shownSettings } from './shown-settings.ts';
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
  const { database, runtime, company, serverId, ownClock, pinnableClock } = await openRuntime(config, log, clock);
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
  const identity = await createIdentity({
    runtime,
    clock: ownClock,
    log,
    isOn: config.isAuthOn,
    isMultiTenant: config.isMultiTenant,
    isSecure: config.tls !== null || config.isBehindProxy,
    isBehindProxy: config.isBehindProxy,
    oidc: config.oidc === null ? null : createOidc(config.oidc),
    tellPassword: config.tellPassword ?? printPassword,
  });
  const app = createApp({
    runtime,
    info,
    livingNodes: () => nodes?.living() ?? Promise.resolve([]),
    log,
    examples: readExamples(),
    pinnableClock,
    settings: shownSettings(config),
    maxDocumentBytes: config.maxDocumentBytes,
    webFolder: projectFile('modeler/dist'),
    identity,
    allowedHosts: config.allowedHosts,
    checkAnswers: config.checkAnswers,
  });
  server = createListener(config, app);
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
  if (config.isInsecure) log.warn(insecure(config));
  const listening = server;
  const joined = nodes;
  return {
    address: `${config.tls === null ? 'http' : 'https'}://${config.host === '127.0.0.1' ? 'localhost' : config.host.includes(':') ? `[${config.host}]` : config.host}:${info.port()}`,
    runtime,
    stop: async () => {
      const closed = new Promise<void>((resolve) => listening.close(() => resolve()));
      const late = setTimeout(() => listening.closeAllConnections(), drainMs);
      identity.stop();
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

const limits = { maxHeaderSize: 32_768, headersTimeout: 20_000, requestTimeout: 120_000, keepAliveTimeout: 65_000 };

const createListener = ({ tls }: Config, app: RequestListener): Server =>
  tls === null
    ? createServer(limits, app)
    : createTlsServer({ ...limits, cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) }, app);

/** To the terminal of whoever started it, and not to the log, which others read and keep. */
const printPassword = (username: string, password: string): void =>
  void process.stdout.write(
    `\nThere was no administrator, so one was made. Sign in with\n\n    username  ${username}\n    password  ${password}\n\n` +
      'and change the password. It is shown this once and stored nowhere in clear.\n\n',
  );

const insecure = ({ isAuthOn }: Config): string =>
  isAuthOn
    ? 'Baton is open to other machines without TLS: passwords and tokens can be read on their way.'
    : 'Baton is open to other machines and asks nobody who they are: everybody there can do everything.';

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
