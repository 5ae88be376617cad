import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import compression from 'compression';
import express from 'express';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { Refusal } from '../runtime/refusal.ts';
import { apiPage } from './api-page.ts';
import { loginRoutes } from './identity/login-routes.ts';
import { healthRoute } from './health-route.ts';
import { createDispatch } from './operation/dispatch.ts';
import { openApiDocument } from './operation/openapi.ts';
import type { Operation } from './operation/operation.ts';
import { allOperations } from './operations.ts';
import type { ApiServices } from './operations.ts';
import { answerError, problemHandler } from './problem.ts';
import { requestGuards } from './request-guards.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { webApp } from './web-app.ts';

export interface AppOptions extends ApiServices {
  /** Host names besides those of the loopback under which the server may be addressed; null accepts any. */
  readonly allowedHosts: readonly string[] | null;
  readonly log: Logger;
  /** Folder of the built web app; null serves none. */
  readonly webFolder: string | null;
  /** Checks every answer against its type; for tests. */
  readonly checkAnswers: boolean;
}

/**
 * The HTTP face of the server: the operations at /v2 and /ext, and the web app at every other address. Operations are found and answered without
 * Express: on a busy server most of the time of a start would go to its middleware.
 */
export const createApp = (options: AppOptions): RequestListener => {
  const operations = allOperations(options);
  const failed = (error: unknown, request: IncomingMessage, response: ServerResponse): void =>
    answerError(error, request, response, options.log);
  const { identity, checkAnswers } = options;
  const dispatch = createDispatch({ operations, identity, failed, checkAnswers });
  const guard = requestGuards(options.allowedHosts, identity);
  const pages = pagesApp(options, operations);
  return (request, response) => {
    const { url = '/', method = '' } = request;
    setSecurityHeaders(response);
    try {
      guard(request);
    } catch (error) {
      return failed(error, request, response);
    }
    if (!/^\/(v2|ext)(\/|\?|$)/.test(url)) return void pages(request, response);
    response.setHeader('cache-control', 'no-store');
    dispatch(request, response, () => {
      failed(
        new Refusal('NOT_FOUND', `No operation ${method} ${url.split('?')[0] ?? ''} is known.`),
        request,
        response,
      );
    });
  };
};

/** What is not an operation: the health of the server, the description of its API, and the web app. */
const pagesApp = (
  { runtime, info, identity, webFolder, log }: AppOptions,
  operations: readonly Operation[],
): Express => {
  const app = express();
  // Made when somebody asks: a start need not wait for it.
  let openApi: string | null = null;
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.use(compression());
  app.get('/health', (_request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    next();
  });
  app.get('/health', healthRoute(runtime));
  app.get('/openapi.json', (_request, response) => {
    response.setHeader('cache-control', 'no-cache');
    openApi ??= JSON.stringify(openApiDocument(operations, info.version));
    response.type('application/json').send(openApi);
  });
  app.use('/api-docs', apiPage());
  app.use(loginRoutes(identity, log));
  if (webFolder !== null) app.use(webApp(webFolder));
  app.use(problemHandler(log));
  return app;
};
