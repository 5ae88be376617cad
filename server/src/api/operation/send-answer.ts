import type { ServerResponse } from 'node:http';
import type { FileContent } from './answer-kinds.ts';
import type { Operation } from './operation.ts';

/** Sends what an operation returned. With `check` an answer that does not fit its type is an error. */
export const sendAnswer = (operation: Operation, result: unknown, response: ServerResponse, check: boolean): void => {
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
      return send(response, answer.status, 'application/json; charset=utf-8', JSON.stringify(result));
    }
    case 'file': {
      const { contentType, content } = result as FileContent;
      return send(response, 200, contentType, content);
    }
    case 'events':
      return;
  }
};

const send = (response: ServerResponse, status: number, contentType: string, content: string | Buffer): void => {
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(content) });
  response.end(content);
};
