import compression from 'compression';
import express from 'express';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { Refusal } from '../runtime/refusal.ts';
import type { ClusterNode } from '../runtime/nodes.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { clusterRoutes } from './cluster-routes.ts';
import { conditionalRoutes } from './conditional-routes.ts';
import { decisionDefinitionRoutes } from './decision-definition-routes.ts';
import { decisionInstanceRoutes } from './decision-instance-routes.ts';
import { decisionRequirementsRoutes } from './decision-requirements-routes.ts';
import { deploymentRoutes, resourceRoutes } from './deployment-routes.ts';
import { elementInstanceRoutes } from './element-instance-routes.ts';
import type { Example } from './example-routes.ts';
import { expressionRoutes } from './expression-routes.ts';
import { extRoutes } from './ext-routes.ts';
import { healthRoute } from './health-route.ts';
import { incidentRoutes } from './incident-routes.ts';
import { completeJobHandler } from './complete-job-handler.ts';
import { createInstanceHandler } from './create-instance-handler.ts';
import { jobRoutes } from './job-routes.ts';
import { jsonBody } from './json-body.ts';
import { messageRoutes, signalRoutes } from './message-routes.ts';
import { problemHandler } from './problem.ts';
import { processDefinitionRoutes } from './process-definition-routes.ts';
import { processInstanceRoutes } from './process-instance-routes.ts';
import { requestGuards } from './request-guards.ts';
import type { GuardOptions } from './request-guards.ts';
import { securityHeaders } from './security-headers.ts';
import type { ServerInfo } from './server-info.ts';
import { shortWay } from './short-way.ts';
import { userTaskRoutes } from './user-task-routes.ts';
import { variableRoutes } from './variable-routes.ts';
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
}

/** The HTTP face of the server: /v2 and /ext, and the web app at every other address. */
export const createApp = ({
  runtime,
  info,
  livingNodes,
  examples,
  log,
  webFolder,
  allowedHosts,
}: AppOptions): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.use(securityHeaders());
  app.use(requestGuards({ allowedHosts }));
  app.use(
    shortWay([
      { path: /^\/v2\/process-instances$/, handler: createInstanceHandler(runtime) },
      { path: /^\/v2\/jobs\/(?<jobKey>\d+)\/completion$/, handler: completeJobHandler(runtime) },
    ]),
  );
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
  app.use('/v2/deployments', deploymentRoutes(runtime));
  app.use(['/v2', '/ext'], ...jsonBody());
  app.use('/v2', clusterRoutes(info, runtime.health, livingNodes));
  app.use('/v2/resources', resourceRoutes(runtime));
  app.use('/v2/process-definitions', processDefinitionRoutes(runtime));
  app.use('/v2/expression', expressionRoutes(runtime));
  app.use('/v2/decision-definitions', decisionDefinitionRoutes(runtime));
  app.use('/v2/decision-requirements', decisionRequirementsRoutes(runtime));
  app.use('/v2/decision-instances', decisionInstanceRoutes(runtime));
  app.use('/v2/process-instances', processInstanceRoutes(runtime));
  app.use('/v2/element-instances', elementInstanceRoutes(runtime));
  app.use('/v2/variables', variableRoutes(runtime));
  app.use('/v2/jobs', jobRoutes(runtime));
  app.use('/v2/user-tasks', userTaskRoutes(runtime));
  app.use('/v2/incidents', incidentRoutes(runtime));
  app.use('/v2/messages', messageRoutes(runtime));
  app.use('/v2/signals', signalRoutes(runtime));
  app.use('/v2/conditionals', conditionalRoutes(runtime));
  app.use('/ext', extRoutes(runtime, info, examples));
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
