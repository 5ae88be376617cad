import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';
import express from 'express';
import type { Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { Refusal } from '../runtime/refusal.ts';
import type { ClusterNode } from '../runtime/nodes.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import type { Example } from './example-operations.ts';
import { healthRoute } from './health-route.ts';
import { jobRoutes } from './job-routes.ts';
import { jsonBody } from './json-body.ts';
import { createDispatch } from './operation/dispatch.ts';
import { openApiDocument } from './operation/openapi.ts';
import { allOperations } from './operations.ts';
import { answerError, problemHandler } from './problem.ts';
import { processInstanceRoutes } from './process-instance-routes.ts';
import { requestGuards } from './request-guards.ts';
import type { GuardOptions } from './request-guards.ts';
import type { ServerInfo } from './server-info.ts';
import { webApp } from './web-app.ts';

export interface AppOptions extends GuardOptions {
  readonly runtime: Runtime;
  readonly info: ServerInfo;
  /** The servers that work on the same database, this one among them. */
  readonly livingNodes: () => Promise<readonly ClusterNode[]>;
  readonly examples: readonly Example[];
  readonly log: Logger;
  /** Folder of the built web app; null serves none. */
  readonly webFolder: string | null;
  /** Checks every answer against its type; for tests. */
  readonly checkAnswers: boolean;
}

const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // The modeler and the forms set styles on elements.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
    },
  },
  // Without TLS the browser would be told to come back by an address that nobody serves.
  strictTransportSecurity: false,
  crossOriginEmbedderPolicy: false,
});

/** The HTTP face of the server: /v2 and /ext, and the web app at every other address. */
export const createApp = ({
  runtime,
  info,
  livingNodes,
  examples,
  log,
  webFolder,
  allowedHosts,
  checkAnswers,
}: AppOptions): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.use(securityHeaders);
  app.use(requestGuards({ allowedHosts }));
  // Compressing would hold back server-sent events until a block is full.
  app.use(
    compression({
      filter: (request, response) =>
        !request.originalUrl.startsWith('/ext/events') && compression.filter(request, response),
    }),
  );
  app.use(['/v2', '/ext', '/health'], (_request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    next();
  });
  app.get('/health', healthRoute(runtime));
  const operations = allOperations({ runtime, info, livingNodes, examples });
  const document = JSON.stringify(openApiDocument(operations, info.version));
  app.get('/openapi.json', (_request, response) => void response.type('application/json').send(document));
  const failed = (error: unknown, request: IncomingMessage, response: ServerResponse): void =>
    answerError(error, request, response, log);
  app.use(createDispatch({ operations, failed, checkAnswers }));
  app.use(['/v2', '/ext'], ...jsonBody());
  app.use('/v2/process-instances', processInstanceRoutes(runtime));
  app.use('/v2/jobs', jobRoutes(runtime));
  app.use(['/v2', '/ext'], (request) => {
    throw new Refusal(
      'NOT_FOUND',
      `No operation ${request.method} ${request.originalUrl.split('?')[0] ?? ''} is known.`,
    );
  });
  if (webFolder !== null) app.use(webApp(webFolder));
  app.use(problemHandler(log));
  return app;
};
