/** Why the server does not do what was asked. The HTTP status of each is in `api/problem.ts` and nowhere else. */
export type RefusalCode =
  | 'INVALID_ARGUMENT'
  | 'NOT_FOUND'
  | 'ALREADY_EXISTS'
  | 'INVALID_STATE'
  | 'RESOURCE_EXHAUSTED'
  | 'DEADLINE_EXCEEDED'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'TOO_MANY_REQUESTS'
  | 'UNAVAILABLE'
  | 'INTERNAL';

/** A refusal on its way to the caller. `extra` goes into the problem body (for example `problems` of a model). */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(code: RefusalCode, detail: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(detail);
    this.name = 'Refusal';
    this.code = code;
    this.extra = extra;
  }
}

/** Whether the server itself was in trouble, and not what it was asked for. */
export const isPassing = (reason: unknown): boolean =>
  reason instanceof Refusal && ['UNAVAILABLE', 'RESOURCE_EXHAUSTED'].includes(reason.code);
