import { t } from '../language/texts';

/** One problem of a model, as `/ext/validation`, a refused deployment and a refused draft report it. */
export interface ModelProblem {
  readonly resourceName: string;
  readonly elementId: string | null;
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** The body of an `application/problem+json` answer. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  /** Present where a deployment or a draft was refused. */
  readonly problems?: readonly ModelProblem[];
  /** Present on a refused draft save: the revision that the server holds. */
  readonly revision?: number;
  /** Present where what a form sent breaks its rules: which field, and how. */
  readonly fields?: readonly { readonly label: string; readonly message: string }[];
  /** Present where a task listener denied a change of a user task: what it said. */
  readonly deniedReason?: string;
}

/** The server refused a request. `message` is the problem's detail, ready to be shown. */
export class ProblemError extends Error {
  readonly problem: ProblemBody;

  constructor(problem: ProblemBody) {
    super(problem.detail === '' ? problem.title : problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }

  /** HTTP status of the answer. */
  get status(): number {
    return this.problem.status;
  }

  /** The code of the problem, for example `NOT_FOUND`. */
  get code(): string {
    return this.problem.title;
  }
}

/** The request did not reach the server, or no answer came back. */
export class OfflineError extends Error {
  constructor(cause: unknown) {
    super(t('The Baton server cannot be reached. Check that it runs; the page goes on by itself once it answers.'), {
      cause,
    });
    this.name = 'OfflineError';
  }
}
