import express from 'express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Refusal } from '../runtime/refusal.ts';

/** How long a JSON body may be: 4 MiB. */
export const maxBodyBytes = 4 * 1024 * 1024;

const maxDepth = 64;

/** Nesting of arrays and objects, without recursion. */
const isDeeperThan = (value: unknown, limit: number): boolean => {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? Object.values(each as Record<string, unknown>) : [],
    );
  }
  return false;
};

/** Throws INVALID_ARGUMENT for JSON that is nested deeper than anybody may send. */
const checkDepth = (body: unknown): void => {
  if (isDeeperThan(body, maxDepth)) {
    throw new Refusal('INVALID_ARGUMENT', `Expected JSON nested at most ${maxDepth} deep, found more.`);
  }
};

/** What a client is told whose JSON does not parse. */
export const unparsable = (message: string): Refusal =>
  new Refusal('INVALID_ARGUMENT', `Expected a JSON body, found text that does not parse: ${message}`);

/** A body that was read as text. Throws INVALID_ARGUMENT when it does not parse or is nested too deep. */
export const parseBody = (text: string): unknown => {
  let body: unknown;
  try {
    // A byte order mark is no part of the JSON.
    body = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (error) {
    throw unparsable((error as Error).message);
  }
  checkDepth(body);
  return body;
};

const hasBody = (request: Request): boolean =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;

const checkBody = (request: Request, _response: Response, next: NextFunction): void => {
  if (request.body === undefined && hasBody(request) && request.is('multipart/form-data') === false) {
    throw new Refusal(
      'UNSUPPORTED_MEDIA_TYPE',
      `Expected content type application/json, found ${request.headers['content-type'] ?? 'none'}. Set the header.`,
    );
  }
  checkDepth(request.body);
  next();
};

/**
 * Reads JSON bodies up to `maxBodyBytes`. An empty body that is labelled JSON, as clients send it with GET and DELETE, is no body; names such as
 * `__proto__` are ordinary names.
 */
export const jsonBody = (): RequestHandler[] => [
  express.json({ limit: maxBodyBytes, strict: false, type: ['application/json', 'application/*+json'] }),
  checkBody,
];
