import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { Refusal } from '../runtime/refusal.ts';
import type { RefusalCode } from '../runtime/refusal.ts';
import { isDatabaseTrouble, refusalFor } from '../runtime/store-trouble.ts';
import { unparsable } from './operation/read-body.ts';

/** The only place where a code meets an HTTP status number. */
export const statusOf: Readonly<Record<RefusalCode, number>> = {
  INVALID_ARGUMENT: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  INVALID_STATE: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
  RESOURCE_EXHAUSTED: 503,
  UNAVAILABLE: 503,
  DEADLINE_EXCEEDED: 504,
};

/** When a client should try again after a 503, seconds. */
const retryAfterS = 1;

/** A problem body in JSON Schema; see RFC 9457. */
export const problemSchema = {
  type: 'object',
  description: 'Why a request was refused.',
  required: ['type', 'title', 'status', 'detail', 'instance'],
  properties: {
    type: { type: 'string', const: 'about:blank' },
    title: { type: 'string', enum: Object.keys(statusOf) },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What was expected, what was found, and what to do.' },
    instance: { type: 'string', description: 'The address that was asked for.' },
  },
};

/** The body that a client is told a refusal by. `url`: what was asked for. */
export const problemOf = (url: string, { code, message, extra }: Refusal) => ({
  type: 'about:blank' as const,
  title: code,
  status: statusOf[code],
  detail: message,
  instance: url.split('?')[0] ?? '',
  ...extra,
});

/** Answers a refusal as problem+json. Clients read the status from the body too. */
export const sendProblem = (
  request: IncomingMessage & { readonly originalUrl?: string },
  response: ServerResponse,
  refusal: Refusal,
): void => {
  const status = statusOf[refusal.code];
  // Trouble that passes: the queue is worked off, the database comes back.
  if (status === 503) response.setHeader('retry-after', String(retryAfterS));
  // Not Basic: a browser would ask for the password in a window of its own, behind which the login page is hidden.
  if (status === 401) response.setHeader('www-authenticate', 'Bearer realm="Baton"');
  const { retryAfterMs } = refusal.extra;
  if (typeof retryAfterMs === 'number') response.setHeader('retry-after', String(Math.ceil(retryAfterMs / 1_000)));
  const text = JSON.stringify(problemOf(request.originalUrl ?? request.url ?? '', refusal));
  response.writeHead(status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
};

/** Answers whatever was thrown as a problem. A bug becomes a 500 without its stack, which goes to the log. */
export const answerError = (error: unknown, request: IncomingMessage, response: ServerResponse, log: Logger): void => {
  const refusal = asRefusal(error);
  if (refusal.code === 'INTERNAL' && !(error instanceof Refusal))
    log.error({ err: error, path: request.url?.split('?')[0] }, 'a request failed');
  // Half an answer is on its way: whoever reads it has to see that it is none.
  if (response.headersSent) return void response.destroy();
  sendProblem(request, response, refusal);
};

/** The last middleware. */
export const problemHandler =
  (log: Logger) =>
  (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) return next(error);
    answerError(error, request, response, log);
  };

/** Errors of the body parsers, by the `type` or `code` that they carry. */
const asRefusal = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  if (isDatabaseTrouble(error)) return refusalFor(error);
  const { type, code, message, status } = error as { type?: string; code?: string; message?: string; status?: number };
  if (type === 'entity.parse.failed') return unparsable(message ?? '');
  if (type === 'entity.too.large')
    return new Refusal('PAYLOAD_TOO_LARGE', 'Expected a body of at most 4 MB, found a larger one.');
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') {
    return new Refusal(
      'UNSUPPORTED_MEDIA_TYPE',
      `Expected a body in UTF-8, gzip, deflate or br; ${message ?? 'found something else'}.`,
    );
  }
  if (code?.startsWith('LIMIT_') === true)
    return new Refusal('INVALID_ARGUMENT', `Expected an ordinary upload of files; ${message ?? code}.`);
  if (error instanceof URIError) return new Refusal('INVALID_ARGUMENT', 'Expected a well-formed address.');
  if (status === 404) return new Refusal('NOT_FOUND', 'There is nothing at this address.');
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new Refusal('INVALID_ARGUMENT', message ?? 'The request is not well-formed.');
  return new Refusal('INTERNAL', 'The server failed on this request; its log has the details.');
};
