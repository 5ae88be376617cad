import type { ServerResponse } from 'node:http';

/** Answers 200 with JSON, without what `response.json` of Express looks up for each answer: formats, entity tags, freshness. */
export const sendJson = (response: ServerResponse, value: unknown): void => {
  const text = JSON.stringify(value);
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
};
