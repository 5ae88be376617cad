import type { RequestHandler } from 'express';
import type { Runtime } from '../runtime/create-runtime.ts';
import { troubleText } from '../runtime/store-trouble.ts';
import { dateText } from './answer.ts';

/**
 * For load balancers and people: 200 while the server takes changes, 503 while its database does not. What is shown is no secret: the kind of the
 * database and of the trouble, nothing of where it is.
 */
export const healthRoute =
  ({ database, health }: Runtime): RequestHandler =>
  (_request, response) => {
    const trouble = health.trouble();
    response.status(trouble === null ? 200 : 503).json({
      status: trouble === null ? 'healthy' : 'unhealthy',
      database: database.dialect,
      reason: trouble?.reason ?? null,
      detail: trouble === null ? null : troubleText[trouble.reason],
      since: trouble === null ? null : dateText(trouble.sinceMs),
    });
  };
