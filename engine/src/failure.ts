/**
 * Why the engine refuses a command. Nothing has changed then.
 * `NOT_FOUND` the thing addressed is not there (any more); `INVALID_STATE` it is there, but this cannot be done to it now;
 * `INVALID_ARGUMENT` the command itself is wrong.
 */
export type RejectionCode = 'NOT_FOUND' | 'INVALID_STATE' | 'INVALID_ARGUMENT';

/** A refused command: a code that is API, and a sentence that tells what was expected and what was found. */
export interface Rejection {
  readonly code: RejectionCode;
  readonly detail: string;
}

/** Why an element instance cannot go on by itself. The names are those of the Camunda 8 REST API. */
export type IncidentType =
  | 'IO_MAPPING_ERROR'
  | 'JOB_NO_RETRIES'
  | 'CONDITION_ERROR'
  | 'EXTRACT_VALUE_ERROR'
  | 'CALLED_ELEMENT_ERROR'
  | 'CALLED_DECISION_ERROR'
  | 'DECISION_EVALUATION_ERROR'
  | 'UNHANDLED_ERROR_EVENT'
  | 'EXECUTION_LISTENER_NO_RETRIES'
  | 'TASK_LISTENER_NO_RETRIES'
  | 'AD_HOC_SUB_PROCESS_NO_RETRIES'
  | 'UNKNOWN';

/** A runtime failure on its way to becoming an incident. */
export interface Failure {
  readonly type: IncidentType;
  readonly message: string;
}

/** Either a value or the reason why there is none. */
export type Result<T, E = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const fail = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });
