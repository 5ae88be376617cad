import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Permit } from '../../identity/permit.ts';
import type { Call } from './call.ts';
import type { Operation } from './operation.ts';

/** The call that a request makes. A class, because hot operations must not pay for what they do not ask. */
export class RequestCall implements Call<unknown, unknown, unknown> {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly caller: string | null;
  readonly permit: Permit;
  readonly isRepeatable: boolean;
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  /** The body before it was read by its type. */
  readonly #sent: unknown;

  constructor(
    given: { readonly params: unknown; readonly query: unknown; readonly body: unknown; readonly sent: unknown },
    { isRepeatable = false }: Pick<Operation, 'isRepeatable'>,
    permit: Permit,
    request: IncomingMessage,
    response: ServerResponse,
  ) {
    this.params = given.params;
    this.query = given.query;
    this.body = given.body;
    this.#sent = given.sent;
    this.caller = permit.principal.id;
    this.permit = permit;
    this.isRepeatable = isRepeatable;
    this.#request = request;
    this.#response = response;
  }

  get url(): string {
    return this.#request.url ?? '/';
  }

  header(name: string): string | null {
    const value = this.#request.headers[name];
    return value === undefined ? null : Array.isArray(value) ? value.join(', ') : value;
  }

  hangUp(): AbortSignal {
    const gone = new AbortController();
    this.#response.on('close', () => gone.abort());
    return gone.signal;
  }

  fingerprint(): string {
    const { method = '', url = '' } = this.#request;
    return createHash('sha256')
      .update(
        `${this.caller === null ? '' : `${this.permit.principal.type} ${this.caller} `}${method} ${url} ${JSON.stringify(this.#sent ?? null)}`,
      )
      .digest('base64');
  }
}
