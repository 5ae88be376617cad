import type { Request, RequestHandler } from 'express';
import { maxBodyBytes, parseBody } from './json-body.ts';

/** A route that a busy server is asked for all the time. */
export interface ShortRoute {
  /** Of the whole address; named groups become the parameters of the path. */
  readonly path: RegExp;
  readonly handler: RequestHandler;
}

/**
 * Takes calls of a few routes past the middleware that most of their time would go to: routing, the general body parser, compression (their answers are
 * short). Only POST with plain JSON of known length; whatever is unusual in a request goes the long way, where the same handler answers it.
 */
export const shortWay =
  (routes: readonly ShortRoute[]): RequestHandler =>
  (request, response, next) => {
    if (!isPlain(request)) return next();
    for (const { path, handler } of routes) {
      const match = path.exec(request.url);
      if (match === null) continue;
      response.setHeader('cache-control', 'no-store');
      request.params = { ...match.groups };
      readText(request)
        .then((text) => {
          request.body = parseBody(text);
          return handler(request, response, next);
        })
        .catch(next);
      return;
    }
    next();
  };

const isPlain = ({ method, headers }: Request): boolean => {
  const length = Number(headers['content-length'] ?? 0);
  return (
    method === 'POST' &&
    length > 0 &&
    length <= maxBodyBytes &&
    /^application\/json(; ?charset=utf-8)?$/i.test(headers['content-type'] ?? '') &&
    headers['content-encoding'] === undefined
  );
};

const readText = (request: Request): Promise<string> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('error', reject);
    request.on('end', () => resolve(Buffer.concat(parts).toString()));
  });
