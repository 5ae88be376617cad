import type { IncomingMessage, ServerResponse } from 'node:http';
import findMyWay from 'find-my-way';
import { Refusal } from '../../runtime/refusal.ts';
import { describeIssues } from '../input.ts';
import type { Operation } from './operation.ts';
import { readJsonBody, readUploads } from './read-body.ts';
import { RequestCall } from './request-call.ts';
import { sendAnswer } from './send-answer.ts';
import type { Fields } from './shape.ts';

export interface DispatchOptions {
  readonly operations: readonly Operation[];
  /** Answers what was thrown. */
  readonly failed: (error: unknown, request: IncomingMessage, response: ServerResponse) => void;
  /** Checks every answer against its type and fails on one that does not fit; for tests. (Default: false.) */
  readonly checkAnswers?: boolean;
}

export type Dispatch = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Hands each request to its operation; `next` gets those that no operation is for. */
export const createDispatch = ({ operations, failed, checkAnswers = false }: DispatchOptions): Dispatch => {
  const router = findMyWay({ caseSensitive: true, maxParamLength: 1_000 });
  for (const operation of operations)
    router.on(operation.method, operation.path.replaceAll(/\{(\w+)\}/g, ':$1'), () => undefined, operation);
  return (request, response, next) => {
    const { url = '/', method = 'GET' } = request;
    const at = url.indexOf('?');
    const path = at < 0 ? url : url.slice(0, at);
    const found = router.find(method as 'GET', path);
    if (found === null) return isWellFormed(path) ? next() : failed(new URIError('malformed'), request, response);
    const search = at < 0 ? '' : url.slice(at + 1);
    answer(found.store as Operation, found.params, search, request, response, checkAnswers).catch((error: unknown) =>
      failed(error, request, response),
    );
  };
};

/** Whether every escape in an address is one. */
const isWellFormed = (path: string): boolean => {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
};

const answer = async (
  operation: Operation,
  pathParams: Readonly<Record<string, string | undefined>>,
  search: string,
  request: IncomingMessage,
  response: ServerResponse,
  checkAnswers: boolean,
): Promise<void> => {
  // First, so that a request whose body cannot be read is not left half read.
  const sent =
    operation.body?.kind === 'multipart'
      ? await readUploads(request, response, operation.body)
      : await readJsonBody(request, response);
  const given = {
    params: readFields(operation.params, pathParams, 'path'),
    query: readFields(operation.query, readQuery(search), 'query'),
    body: operation.body?.read(sent as never),
    sent,
  };
  const call = new RequestCall(given, operation, null, request, response);
  const result = await operation.run(call as never, { request, response });
  sendAnswer(operation, result, { request, response }, checkAnswers);
};

const nothing: Readonly<Record<string, string>> = {};

/** The parameters of a query: of one that comes twice the last counts. */
const readQuery = (search: string): Readonly<Record<string, string>> =>
  search === '' ? nothing : Object.fromEntries(new URLSearchParams(search));

const readFields = (
  fields: Fields | undefined,
  given: Readonly<Record<string, string | undefined>>,
  where: 'path' | 'query',
): Readonly<Record<string, unknown>> => {
  const read: Record<string, unknown> = {};
  for (const name in fields) {
    const result = fields[name]?.safeParse(Object.hasOwn(given, name) ? given[name] : undefined);
    if (result?.success === true) read[name] = result.data;
    else
      throw new Refusal(
        'INVALID_ARGUMENT',
        `The value for ${name} in the ${where} is '${given[name] ?? ''}', which is not right. ${describeIssues(result?.error.issues ?? [])}`,
      );
  }
  return read;
};
