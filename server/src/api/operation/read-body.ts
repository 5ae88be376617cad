import type { IncomingMessage, ServerResponse } from 'node:http';
import express from 'express';
import multer from 'multer';
import { Refusal } from '../../runtime/refusal.ts';
import type { Uploads } from './body-kinds.ts';

const maxBytes = 4 * 1024 * 1024;
const maxDepth = 64;

/** For what is compressed, of unknown length or in another charset. `strict` off: a body may be any JSON, the type of the operation says which. */
const parser = express.json({ limit: maxBytes, strict: false, type: ['application/json', 'application/*+json'] });

const multipart = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: 10 * 1024 * 1024, files: 100, fields: 20, fieldSize: 10_000, parts: 120, fieldNameSize: 200 },
  // Names are UTF-8, as browsers send them.
  defParamCharset: 'utf8',
}).any();

type Middleware = (request: never, response: never, next: (error?: unknown) => void) => void;

const runMiddleware = (middleware: Middleware, request: IncomingMessage, response: ServerResponse): Promise<void> =>
  new Promise((resolve, reject) => {
    middleware(request as never, response as never, (error) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error('The body could not be read.', { cause: error }));
    });
  });

/** Reads JSON of up to 4 MB; undefined where there is no body. An empty body that is labelled JSON, as clients send it with GET and DELETE, is no body. */
export const readJsonBody = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
  const length = Number(request.headers['content-length'] ?? 0);
  const isChunked = request.headers['transfer-encoding'] !== undefined;
  if (length === 0 && !isChunked) return undefined;
  const type = request.headers['content-type'] ?? '';
  const body =
    !isChunked && length <= maxBytes && isPlain(request, type)
      ? parse(await readText(request))
      : await readOtherwise(request, response, type);
  if (isDeeperThan(body, maxDepth))
    throw new Refusal('INVALID_ARGUMENT', `Expected JSON nested at most ${maxDepth} deep, found more.`);
  return body;
};

/** Reads the parts of an upload. Whatever the parser cannot read is the caller's mistake. */
export const readUploads = async (request: IncomingMessage, response: ServerResponse): Promise<Uploads> => {
  const type = request.headers['content-type'] ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) {
    throw new Refusal(
      'UNSUPPORTED_MEDIA_TYPE',
      `Expected content type multipart/form-data with one part 'resources' per file, found ${type === '' ? 'none' : type}.`,
    );
  }
  try {
    await runMiddleware(multipart, request, response);
  } catch (error) {
    if ((error as { code?: string }).code !== undefined) throw error;
    throw new Refusal('INVALID_ARGUMENT', `Expected a well-formed multipart upload; ${(error as Error).message}.`);
  }
  const { files = [], body = {} } = request as IncomingMessage & {
    files?: readonly { readonly originalname: string; readonly buffer: Buffer }[];
    body?: Record<string, string>;
  };
  return { files: files.map(({ originalname, buffer }) => ({ name: originalname, content: buffer })), fields: body };
};

const isPlain = ({ headers }: IncomingMessage, type: string): boolean =>
  headers['content-encoding'] === undefined && /^application\/json(; ?charset=utf-8)?$/i.test(type);

const readText = (request: IncomingMessage): Promise<string> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('error', reject);
    request.on('end', () => resolve((parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)).toString()));
  });

/** What the sender of text that is no JSON is told. */
export const unparsable = (message: string): Refusal =>
  new Refusal('INVALID_ARGUMENT', `Expected a JSON body, found text that does not parse: ${message}`);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (error) {
    throw unparsable((error as Error).message);
  }
};

const readOtherwise = async (request: IncomingMessage, response: ServerResponse, type: string): Promise<unknown> => {
  await runMiddleware(parser, request, response);
  const { body } = request as IncomingMessage & { body?: unknown };
  if (body !== undefined || /^application\/([^;]*\+)?json\b/i.test(type)) return body;
  throw new Refusal(
    'UNSUPPORTED_MEDIA_TYPE',
    `Expected content type application/json, found ${type === '' ? 'none' : type}. Set the header.`,
  );
};

/** Nesting of arrays and objects, without recursion. */
const isDeeperThan = (value: unknown, limit: number): boolean => {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    const next: unknown[] = [];
    for (const each of level)
      if (typeof each === 'object' && each !== null) for (const inner of Object.values(each)) next.push(inner);
    level = next;
  }
  return false;
};
