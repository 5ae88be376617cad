import type { AuditNote } from '../../runtime/audit/audit-note.ts';
import type { Permit } from '../../identity/permit.ts';

/** One request to one operation, read and checked. */
export interface Call<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** Username or client id of who asks; null where nobody is asked. */
  readonly caller: string | null;
  /** Where the caller may do what the operation does. */
  readonly permit: Permit;
  /** The address that was asked for, from the root, with its query. */
  readonly url: string;
  /** Whether the operation takes an idempotency key. */
  readonly isRepeatable: boolean;
  /** The value of a header; null where it was not sent. Names in lower case. */
  header(name: string): string | null;
  /** Aborts when the caller hangs up before the answer; nobody has to be waited for then. */
  hangUp(): AbortSignal;
  /** What the audit log is to say of what this call does; null where none is kept. */
  audit(): AuditNote | null;
  /** The same for the same request: method, address and body but for passwords. For idempotency keys. */
  fingerprint(): string;
}
