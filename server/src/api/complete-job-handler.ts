import type { RequestHandler } from 'express';
import type { Runtime } from '../runtime/create-runtime.ts';
import { pathKey, readBody } from './input.ts';
import { completionInput, completionOf } from './job-completion.ts';
import { submit } from './submit.ts';

/** Completes a job. */
export const completeJobHandler =
  (runtime: Runtime): RequestHandler =>
  async (request, response) => {
    const input = readBody(request, completionInput);
    await submit(runtime, request, completionOf(pathKey(request, 'jobKey'), input));
    response.writeHead(204).end();
  };
