import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';
import type { FileContent } from './answer-kinds.ts';
import type { Operation, RawExchange } from './operation.ts';

/** Sends what an operation returned. With `check` an answer that does not fit its type is an error. */
export const sendAnswer = (
  operation: Operation,
  result: unknown,
  { request, response }: RawExchange,
  check: boolean,
): void => {
  // Nobody is there to read it.
  if (response.destroyed) return;
  const { answer } = operation;
  switch (answer.kind) {
    case 'nothing':
      response.writeHead(204).end();
      return;
    case 'json': {
      if (answer.orNothing && result === null) {
        response.writeHead(204).end();
        return;
      }
      if (check) {
        const checked = answer.type.safeParse(result);
        if (!checked.success)
          throw new Error(`Expected ${operation.id} to answer what it says, found: ${checked.error.message}`);
      }
      const status = answer.isPartial?.(result) === true ? 207 : answer.status;
      return send(request, response, status, 'application/json; charset=utf-8', JSON.stringify(result));
    }
    case 'file': {
      const { contentType, content, headers = {} } = result as FileContent;
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      return send(request, response, 200, contentType, content);
    }
    case 'stream':
    case 'events':
      return;
  }
};

/** Answers up to this size go as they are, bytes: compressing them would cost more than it saves. */
const smallBytes = 4_096;
const compress = compression();

const send = (
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  contentType: string,
  content: string | Buffer,
): void => {
  const length = Buffer.byteLength(content);
  // Takes over the writing of this one answer, where the caller accepts it.
  if (length > smallBytes) compress(request as never, response as never, () => undefined);
  response.writeHead(status, { 'content-type': contentType, 'content-length': length });
  response.end(content);
};
