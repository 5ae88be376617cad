/** Why a call failed: a code of the server, or one of the client when no answer came. */
export type BatonErrorCode =
  | 'INVALID_ARGUMENT'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'ALREADY_EXISTS'
  | 'INVALID_STATE'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'INTERNAL'
  | 'RESOURCE_EXHAUSTED'
  | 'UNAVAILABLE'
  | 'DEADLINE_EXCEEDED'
  /** No server answered at the address. Whether a command was done is not known; a repeatable one may be sent again with its key. */
  | 'UNREACHABLE'
  /** The server did not answer in time. Whether a command was done is not known. */
  | 'TIMEOUT'
  /** An answer that is none of Baton's: a proxy in between, or another program. */
  | 'UNEXPECTED_ANSWER';

const codeOfStatus: Readonly<Record<number, BatonErrorCode>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'INVALID_STATE',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
};

const known = new Set<string>([...Object.values(codeOfStatus), 'ALREADY_EXISTS', 'RESOURCE_EXHAUSTED']);

interface Failure {
  readonly code: BatonErrorCode;
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  /** What was expected, what was found, what to do. */
  readonly detail: string;
  /** Id of the operation: `completeJob`. */
  readonly operation: string;
  /** The whole body of the refusal: a deployment has its `problems` there. (Default: null, there was none.) */
  readonly problem?: Readonly<Record<string, unknown>> | null;
}

/** A call that was refused, or that got no answer. */
export class BatonError extends Error {
  readonly code: BatonErrorCode;
  readonly status: number;
  readonly detail: string;
  readonly operation: string;
  readonly problem: Readonly<Record<string, unknown>> | null;

  constructor({ code, status, detail, operation, problem = null }: Failure, options?: ErrorOptions) {
    super(`${code} [${operation}]: ${detail}`, options);
    this.name = 'BatonError';
    this.code = code;
    this.status = status;
    this.detail = detail;
    this.operation = operation;
    this.problem = problem;
  }
}

/** The error that an answer tells of; its body is a problem of RFC 9457 when it comes from Baton. */
export const errorOfAnswer = (operation: string, status: number, text: string): BatonError => {
  const problem = objectIn(text);
  const { title, detail } = problem ?? {};
  const ofStatus = codeOfStatus[status] ?? 'UNEXPECTED_ANSWER';
  return new BatonError({
    code: typeof title === 'string' && known.has(title) ? (title as BatonErrorCode) : ofStatus,
    status,
    detail:
      typeof detail === 'string'
        ? detail
        : `The answer was ${status} without a reason. Is there a Baton server at this address?`,
    operation,
    problem,
  });
};

const objectIn = (text: string): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? (value as Readonly<Record<string, unknown>> | null) : null;
  } catch {
    return null;
  }
};
