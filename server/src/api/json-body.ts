import express from 'express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Refusal } from '../runtime/refusal.ts';

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

const hasBody = (request: Request): boolean =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;

const checkBody = (request: Request, _response: Response, next: NextFunction): void => {
  if (request.body === undefined && hasBody(request) && request.is('multipart/form-data') === false) {
    throw new Refusal(
      'UNSUPPORTED_MEDIA_TYPE',
      `Expected content type application/json, found ${request.headers['content-type'] ?? 'none'}. Set the header.`,
    );
  }
  if (isDeeperThan(request.body, maxDepth)) {
    throw new Refusal('INVALID_ARGUMENT', `Expected JSON nested at most ${maxDepth} deep, found more.`);
  }
  next();
};

/**
 * Reads JSON bodies up to 4 MB. An empty body that is labelled JSON, as clients send it with GET and DELETE, is no body; names such as
 * `__proto__` are ordinary names.
 */
export const jsonBody = (): RequestHandler[] => [
  express.json({ limit: '4mb', strict: false, type: ['application/json', 'application/*+json'] }),
  checkBody,
];
