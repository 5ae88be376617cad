import { createAuthorization } from './authorization.ts';
import type { Auth } from './authorization.ts';
import type { BackOff } from './back-off.ts';
import { families } from './generated/families.ts';
import type { Families } from './generated/families.ts';
import type { CallOptions, OperationEntry } from './operation-entry.ts';
import { send } from './send.ts';
import type { Connection } from './send.ts';
import { watchChanges } from './watch-changes.ts';
import type { Change } from './watch-changes.ts';
import { createWorker } from './worker/create-worker.ts';
import type { Worker, WorkerOptions } from './worker/worker-options.ts';

export interface ClientOptions {
  /** Where the server is, without `/v2`. (Default: http://localhost:8080.) */
  readonly address?: string;
  /** (Default: none.) */
  readonly auth?: Auth;
  /** How long one attempt may take, milliseconds; calls that ask the server to wait get that time on top. (Default: 30,000.) */
  readonly timeoutMs?: number;
  /** How often a call is tried at most when trouble passes and repeating does no harm. (Default: 5.) */
  readonly attempts?: number;
  /** The pauses between attempts. (Default: up to 100 ms, doubling up to 5 s.) */
  readonly backOff?: BackOff;
}

/** The API of a Baton server: operations by family, `client.jobs.completeJob({ jobKey })`, and workers. */
export interface Client extends Families {
  readonly address: string;
  /** Starts fetching jobs of a type and handing them to a handler. */
  createWorker<V extends object = Record<string, unknown>>(options: WorkerOptions<V>): Worker;
  /** What changes, as it changes, until the signal aborts: `for await (const change of client.watchChanges(signal))`. Throws `BatonError` when it is refused. */
  watchChanges(signal: AbortSignal): AsyncGenerator<Change, void, undefined>;
  /** An operation that this version of the library does not know. Answers the JSON, null where there is none. */
  request(call: PlainCall, options?: CallOptions): Promise<unknown>;
}

/** A call by its address. */
export interface PlainCall {
  readonly method: OperationEntry['method'];
  /** From the root: `/ext/overview`. */
  readonly path: string;
  /** Sent as JSON. (Default: nothing is sent.) */
  readonly body?: Readonly<Record<string, unknown>>;
}

/** Makes a client. It opens no connection before it is used and holds none that has to be closed. */
export const createClient = ({
  address = 'http://localhost:8080',
  auth = { type: 'none' },
  timeoutMs = 30_000,
  attempts = 5,
  backOff = {},
}: ClientOptions = {}): Client => {
  const connection: Connection = {
    address: readAddress(address),
    authorization: createAuthorization(auth),
    timeoutMs,
    attempts,
    backOff,
  };
  const made = Object.entries(families).map(([name, operations]) => [name, familyOf(connection, operations)]);
  const api = Object.fromEntries(made) as Families;
  return {
    ...api,
    address: connection.address,
    createWorker: (options) => createWorker(api, options),
    watchChanges: (signal) => watchChanges(connection, signal),
    request: ({ method, path, body }, options = {}) => {
      const isSafe = method === 'GET' || method === 'PUT' ? true : undefined;
      const entry: OperationEntry = { method, path, answer: 'json', body: body && 'json', isSafe };
      return send(connection, `${method} ${path}`, entry, body ?? {}, options);
    },
  };
};

const familyOf = (connection: Connection, operations: Readonly<Record<string, OperationEntry>>): object =>
  Object.fromEntries(
    Object.entries(operations).map(([id, entry]) => [
      id,
      entry.hasNoInput === true
        ? (options: CallOptions = {}) => send(connection, id, entry, {}, options)
        : (input: Readonly<Record<string, unknown>> = {}, options: CallOptions = {}) =>
            send(connection, id, entry, input, options),
    ]),
  );

/** Addresses are often written with the version of the API at their end. */
const readAddress = (address: string): string => {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address))
    throw new TypeError(`Expected an address such as http://localhost:8080, found '${address}'.`);
  return address.replace(/\/+$/, '').replace(/\/v2$/, '');
};
