/** Thrown by a handler: not a failure to be tried again, but a BPMN error that the process catches. */
export class BpmnError extends Error {
  readonly errorCode: string;
  /** Set in the scope that catches the error. */
  readonly variables: Readonly<Record<string, unknown>>;

  constructor(errorCode: string, message = '', variables: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'BpmnError';
    this.errorCode = errorCode;
    this.variables = variables;
  }
}
