import type { IncomingMessage, ServerResponse } from 'node:http';
import express from 'express';
import multer from 'multer';
import { Refusal } from '../../runtime/refusal.ts';
import type { BodyKind, UploadLimits, Uploads } from './body-kinds.ts';

const maxBytes = 4 * 1024 * 1024;
const maxDepth = 64;

/** For what is compressed, of unknown length or in another charset. `strict` off: a body may be any JSON, the type of the operation says which. */
const parser = express.json({ limit: maxBytes, strict: false, type: ['application/json', 'application/*+json'] });

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

const parsers = new WeakMap<UploadLimits, Middleware>();

const parserFor = (limits: UploadLimits): Middleware => {
  let parser = parsers.get(limits);
  if (parser === undefined) {
    parser = multer({
      storage: multer.memoryStorage(),
      limits: {
        fileSize: limits.fileBytes,
        files: limits.files,
        fields: limits.files + 20,
        fieldSize: 20_000,
        parts: 2 * limits.files + 20,
        fieldNameSize: 200,
      },
      // Names are UTF-8, as browsers send them.
      defParamCharset: 'utf8',
    }).any() as Middleware;
    parsers.set(limits, parser);
  }
  return parser;
};

/** Reads the parts of an upload. Whatever the parser cannot read is the caller's mistake. */
export const readUploads = async (
  request: IncomingMessage,
  response: ServerResponse,
  { part, limits }: Pick<Extract<BodyKind<unknown>, { kind: 'multipart' }>, 'part' | 'limits'>,
): Promise<Uploads> => {
  const type = request.headers['content-type'] ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) {
    throw new Refusal(
      'UNSUPPORTED_MEDIA_TYPE',
      `Expected content type multipart/form-data with one part '${part}' per file, found ${type === '' ? 'none' : type}.`,
    );
  }
  try {
    const parsed = runMiddleware(parserFor(limits), request, response);
    await (limits.totalBytes === undefined ? parsed : Promise.race([parsed, tooMuch(request, limits.totalBytes)]));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code, message } = error as { code?: string; message: string };
    if (code === 'LIMIT_FILE_SIZE')
      throw new Refusal(
        'PAYLOAD_TOO_LARGE',
        `Expected files of at most ${megabytes(limits.fileBytes)} MB each, found a larger one.`,
      );
    if (code !== undefined) throw error;
    throw new Refusal('INVALID_ARGUMENT', `Expected a well-formed multipart upload; ${message}.`);
  }
  const { files = [], body = {} } = request as IncomingMessage & {
    files?: readonly {
      readonly originalname: string;
      readonly fieldname: string;
      readonly mimetype: string;
      readonly buffer: Buffer;
    }[];
    body?: Record<string, string | string[]>;
  };
  return {
    files: files.map(({ originalname, fieldname, mimetype, buffer }) => ({
      name: originalname,
      content: buffer,
      part: fieldname,
      contentType: mimetype,
    })),
    fields: body,
  };
};

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

/** Rejects when more comes than that. Never resolves. */
const tooMuch = (request: IncomingMessage, totalBytes: number): Promise<never> =>
  new Promise((_resolve, reject) => {
    let total = 0;
    request.on('data', (bytes: Buffer) => {
      total += bytes.length;
      if (total <= totalBytes) return;
      // What is still to come is read, so that the sender gets to the answer, and not kept.
      request.unpipe();
      request.resume();
      reject(
        new Refusal(
          'PAYLOAD_TOO_LARGE',
          `Expected an upload of at most ${megabytes(totalBytes)} MB, found a larger one.`,
        ),
      );
    });
  });

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
