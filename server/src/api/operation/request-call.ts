import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Permit } from '../../identity/permit.ts';
import type { AuditNote } from '../../runtime/audit/audit-note.ts';
import { auditNoteOf } from './audit-note-of.ts';
import type { Call } from './call.ts';
import type { Operation } from './operation.ts';

/**
 * A fingerprint is kept for a day, and is quickly made: whoever reads the database could try passwords with it, which their own slow hashes are there to
 * prevent.
 */
const withoutPasswords = (name: string, value: unknown): unknown =>
  name.toLowerCase().endsWith('password') && typeof value === 'string' ? '' : value;

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
  readonly #operation: Operation;

  constructor(
    given: { readonly params: unknown; readonly query: unknown; readonly body: unknown; readonly sent: unknown },
    operation: Operation,
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
    this.isRepeatable = operation.isRepeatable ?? false;
    this.#operation = operation;
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

  audit(): AuditNote | null {
    const { principal } = this.permit;
    // Where nobody is asked who they are there is nothing to say that the journals do not say.
    if (principal.grants === null) return null;
    const { params } = this;
    return auditNoteOf(this.#operation, principal, params as never, this.#sent, this.header('idempotency-key'));
  }

  fingerprint(): string {
    const { method = '', url = '' } = this.#request;
    const who = this.caller === null ? '' : `${this.permit.principal.type} ${this.caller} `;
    const body = JSON.stringify(this.#sent ?? null, this.#operation.tag === 'Identity' ? withoutPasswords : undefined);
    return createHash('sha256').update(`${who}${method} ${url} ${body}`).digest('base64');
  }
}
