import type { Authorization } from './authorization.ts';
import { pause, pauseAfter, retryAfterMs } from './back-off.ts';
import type { BackOff } from './back-off.ts';
import { BatonError, errorOfAnswer } from './baton-error.ts';
import type { CallOptions, OperationEntry, Upload } from './operation-entry.ts';

/** What all calls of a client share. */
export interface Connection {
  /** Without a slash at its end. */
  readonly address: string;
  readonly authorization: Authorization;
  readonly timeoutMs: number;
  readonly attempts: number;
  readonly backOff: BackOff;
}

type Input = Readonly<Record<string, unknown>>;

/** One call: sends it, again where that is safe and of use, and reads the answer. Throws `BatonError`, or the reason of the caller's signal. */
export const send = async (
  connection: Connection,
  id: string,
  entry: OperationEntry,
  input: Input,
  options: CallOptions,
): Promise<unknown> => {
  const request = requestOf(connection.address, entry, input);
  const headers: Record<string, string> = { ...request.headers };
  if (entry.isRepeatable === true) headers['idempotency-key'] = options.idempotencyKey ?? crypto.randomUUID();
  const attempts = options.attempts ?? connection.attempts;
  const timeoutMs = options.timeoutMs ?? Math.max(connection.timeoutMs, waitOf(input) + connection.timeoutMs);
  let wasRefused = false;
  for (let attempt = 1; ; attempt += 1) {
    options.signal?.throwIfAborted();
    const authorization = await connection.authorization.header();
    const sent = await once(id, timeoutMs, options.signal, request.url, {
      method: entry.method,
      headers: authorization === null ? headers : { ...headers, authorization },
      body: request.body,
    });
    if (sent.ok) return read(id, entry, sent.response);
    const { error } = sent;
    if (error.code === 'UNAUTHORIZED' && !wasRefused && connection.authorization.refused()) {
      wasRefused = true;
      continue;
    }
    if (attempt >= attempts || !mayRepeat(entry, sent)) throw error;
    await pause(sent.retryAfterMs + pauseAfter(attempt, connection.backOff), options.signal);
  }
};

/** How long a call itself asks the server to wait, milliseconds. */
const waitOf = ({ requestTimeout }: Input): number =>
  typeof requestTimeout === 'number' ? Math.max(0, requestTimeout) : 0;

interface Failed {
  readonly ok: false;
  readonly error: BatonError;
  readonly retryAfterMs: number;
  /** Whether nobody can have got the request. */
  readonly isUnheard: boolean;
}

/** Trouble that passes, in an operation where a second time does no harm, or where there was no first. */
const mayRepeat = (entry: OperationEntry, { error: { code }, isUnheard }: Failed): boolean => {
  if (code === 'RESOURCE_EXHAUSTED' || isUnheard) return true;
  const passes = code === 'UNAVAILABLE' || code === 'UNREACHABLE' || code === 'TIMEOUT';
  return passes && (entry.isRepeatable === true || entry.isSafe === true);
};

const once = async (
  id: string,
  timeoutMs: number,
  signal: AbortSignal | undefined,
  url: string,
  init: RequestInit,
): Promise<{ readonly ok: true; readonly response: Response } | Failed> => {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      ...init,
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    });
    if (response.ok) return { ok: true, response: await loaded(response) };
    return {
      ok: false,
      error: errorOfAnswer(id, response.status, await response.text()),
      retryAfterMs: retryAfterMs(response.headers.get('retry-after')),
      isUnheard: false,
    };
  } catch (error) {
    signal?.throwIfAborted();
    const code = codeIn(error);
    const failure = timeout.aborted
      ? { code: 'TIMEOUT' as const, detail: `Expected an answer within ${timeoutMs} ms, found none.` }
      : {
          code: 'UNREACHABLE' as const,
          detail: `Expected a server at ${new URL(url).origin}: ${code ?? String(error)}.`,
        };
    const isUnheard = !timeout.aborted && (code === 'ECONNREFUSED' || code === 'ENOTFOUND');
    return {
      ok: false,
      error: new BatonError({ ...failure, status: 0, operation: id }, { cause: error }),
      retryAfterMs: 0,
      isUnheard,
    };
  }
};

/** The same answer with its whole body in memory: a connection that breaks while it is read counts as no answer. */
const loaded = async (response: Response): Promise<Response> =>
  new Response(response.status === 204 ? null : await response.arrayBuffer(), response);

/** The code of the system's error that `fetch` wraps; several addresses of one name are wrapped once more. */
const codeIn = (error: unknown): string | null => {
  for (let each = error; each instanceof Error; each = each.cause) {
    const { code } = each as { code?: unknown };
    if (typeof code === 'string') return code;
  }
  return null;
};

const read = async (id: string, { answer }: OperationEntry, response: Response): Promise<unknown> => {
  switch (answer) {
    case 'nothing':
      return undefined;
    case 'text':
      return response.text();
    case 'bytes':
      return new Uint8Array(await response.arrayBuffer());
    case 'json': {
      if (response.status === 204) return null;
      const text = await response.text();
      try {
        return JSON.parse(text) as unknown;
      } catch (error) {
        const detail = 'Expected JSON, found something else. Is there a Baton server at this address?';
        throw new BatonError(
          { code: 'UNEXPECTED_ANSWER', status: response.status, detail, operation: id },
          { cause: error },
        );
      }
    }
  }
};

/** Puts each field of the input where it belongs: into the path, the query or the body. */
const requestOf = (
  address: string,
  { path, query = [], body }: OperationEntry,
  input: Input,
): { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string | FormData } => {
  const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const take = (name: string): unknown => {
    const value = rest.get(name);
    rest.delete(name);
    return value;
  };
  const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const value = take(name);
    if (value === undefined || value === '') throw new TypeError(`Expected ${name} in the input, found none.`);
    return encodeURIComponent(asText(value));
  });
  const search = new URLSearchParams();
  for (const name of query) {
    const value = take(name);
    if (value !== undefined) search.set(name, asText(value));
  }
  const url = `${address}${filled}${search.size > 0 ? `?${search.toString()}` : ''}`;
  if (body === 'upload') return { url, headers: {}, body: formOf(input as unknown as Upload) };
  if (body === undefined) return { url, headers: {} };
  return { url, headers: { 'content-type': 'application/json' }, body: JSON.stringify(Object.fromEntries(rest)) };
};

const formOf = ({ resources, tenantId }: Upload): FormData => {
  const form = new FormData();
  for (const { name, content } of resources)
    form.append('resources', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
  if (tenantId !== undefined) form.append('tenantId', tenantId);
  return form;
};
