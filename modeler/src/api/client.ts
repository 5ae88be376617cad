import { t } from '../language/texts';
import { isUnattended } from './attention';
import { OfflineError, ProblemError, type ProblemBody } from './problem-error';

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; a `FormData` is sent as multipart. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** Lets the request outlive the page (a last save while the tab closes). */
  readonly keepalive?: boolean;
}

function init({ method = 'GET', body, signal, keepalive }: RequestOptions): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (isUnattended()) headers['baton-unattended'] = 'yes';
  const request: RequestInit = { method, headers };
  if (signal !== undefined) request.signal = signal;
  if (keepalive !== undefined) request.keepalive = keepalive;
  if (body instanceof FormData) request.body = body;
  else if (body !== undefined) {
    headers['content-type'] = 'application/json';
    request.body = JSON.stringify(body);
  }
  return request;
}

function isProblemBody(value: unknown): value is ProblemBody {
  return typeof value === 'object' && value !== null && 'title' in value && 'status' in value;
}

async function problemOf(path: string, response: Response): Promise<ProblemError> {
  const text = await response.text().catch(() => '');
  try {
    const body: unknown = JSON.parse(text);
    if (isProblemBody(body)) return new ProblemError({ ...body, detail: body.detail ?? '' });
  } catch {
    // A proxy or a crashed server answers with something else than a problem; the status still tells.
  }
  return new ProblemError({
    type: 'about:blank',
    title: `HTTP ${response.status}`,
    status: response.status,
    detail: t("Expected an answer from {{path}}, found {{answer}}. Look into the server's log.", {
      path,
      answer: `HTTP ${response.status}${text === '' ? '' : `: ${text.slice(0, 200)}`}`,
    }),
    instance: path,
  });
}

let unauthorized: () => void = () => undefined;

/** What to do when the server no longer knows who asks: the session has ended. */
export function onUnauthorized(listener: () => void): void {
  unauthorized = listener;
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, init(options));
  } catch (error) {
    if (options.signal?.aborted === true) throw error;
    throw new OfflineError(error);
  }
  // The dev proxy and most reverse proxies answer 502 or 504 for a server that is not there. A problem is an answer of the server itself.
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
  if ((response.status === 502 || response.status === 504) && !isProblem) throw new OfflineError(response.status);
  if (response.status === 401) unauthorized();
  if (!response.ok) throw await problemOf(path, response);
  return response;
}

/**
 * Calls the server and reads JSON; an empty answer (204) is `undefined`.
 *
 * @throws {ProblemError} when the server refuses
 * @throws {OfflineError} when the server cannot be reached
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options);
  const text = await response.text();
  // The type is the caller's knowledge of the contract; an empty body stands for `undefined`.
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Like {@link request}, for answers that are text (BPMN XML). */
export async function requestText(path: string, options: RequestOptions = {}): Promise<string> {
  return (await send(path, options)).text();
}
