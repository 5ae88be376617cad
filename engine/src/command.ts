import type { IncidentType } from './failure.ts';
import type { Json, Variables } from './json.ts';
import type { Key } from './key.ts';
import type { Migration } from './migration/instructions.ts';
import type { Modification } from './modification/instructions.ts';
import type { UserTaskDetails } from './record.ts';
import type { ParentRef } from './state.ts';

/** What somebody asks of one process instance, in the imperative. Answered by `decide`. */
export type Command =
  | CreateInstance
  | { readonly type: 'cancel-instance' }
  /** Nothing in it goes on until it is resumed. */
  | { readonly type: 'suspend-instance' }
  | { readonly type: 'resume-instance' }
  | { readonly type: 'assign-business-id'; readonly businessId: string }
  | ({ readonly type: 'modify-instance' } & Modification)
  /** The target's definition is in the environment of the step. */
  | ({ readonly type: 'migrate-instance' } & Migration)
  /** A called instance is ended by its caller; it tells nobody. */
  | { readonly type: 'terminate-called-instance' }
  | {
      readonly type: 'complete-job';
      readonly elementInstanceKey: Key;
      readonly jobKey: Key;
      readonly variables: Variables;
      /** What a listener or the worker of an ad-hoc sub-process says beyond variables. */
      readonly result?: JobResult | null;
    }
  | {
      readonly type: 'fail-job';
      readonly elementInstanceKey: Key;
      readonly jobKey: Key;
      /** Attempts left; 0 raises an incident. */
      readonly retries: number;
      readonly errorMessage: string;
      /** Pause before the next attempt, milliseconds. */
      readonly retryBackOffMs: number;
      /** Set in the scope of the element itself. */
      readonly variables: Variables;
    }
  | {
      readonly type: 'throw-job-error';
      readonly elementInstanceKey: Key;
      readonly jobKey: Key;
      readonly errorCode: string;
      readonly errorMessage: string;
      readonly variables: Variables;
    }
  | {
      readonly type: 'update-job-retries';
      readonly elementInstanceKey: Key;
      readonly jobKey: Key;
      readonly retries: number;
    }
  | {
      readonly type: 'assign-user-task';
      readonly elementInstanceKey: Key;
      readonly userTaskKey: Key;
      /** null takes the assignee away. */
      readonly assignee: string | null;
      /** false refuses when somebody else has the task. (Default of the API: true.) */
      readonly allowOverride: boolean;
      readonly action: string;
    }
  | {
      readonly type: 'update-user-task';
      readonly elementInstanceKey: Key;
      readonly userTaskKey: Key;
      /** Only the named fields change; null or an empty list clears. */
      readonly changes: UserTaskChanges;
      readonly action: string;
    }
  | {
      readonly type: 'complete-user-task';
      readonly elementInstanceKey: Key;
      readonly userTaskKey: Key;
      readonly variables: Variables;
      readonly action: string;
    }
  | { readonly type: 'fire-timer'; readonly elementInstanceKey: Key; readonly timerKey: Key }
  | {
      readonly type: 'correlate-message';
      readonly elementInstanceKey: Key;
      readonly subscriptionKey: Key;
      readonly messageKey: Key;
      readonly variables: Variables;
    }
  | {
      readonly type: 'catch-signal';
      readonly elementInstanceKey: Key;
      readonly subscriptionKey: Key;
      readonly signalKey: Key;
      readonly variables: Variables;
    }
  | {
      readonly type: 'set-variables';
      /** The scope; the instance's own key for the outermost. */
      readonly scopeKey: Key;
      readonly variables: Variables;
      /** true: exactly in that scope. false: each where it is defined, going outward, else in the outermost scope. */
      readonly local: boolean;
    }
  | { readonly type: 'resolve-incident'; readonly elementInstanceKey: Key; readonly incidentKey: Key }
  /** Goes on after a step that used up its budget. */
  | { readonly type: 'continue-step' }
  | {
      readonly type: 'complete-call';
      readonly elementInstanceKey: Key;
      readonly calledInstanceKey: Key;
      readonly variables: Variables;
    }
  /** The called process could not be started. */
  | {
      readonly type: 'fail-call';
      readonly elementInstanceKey: Key;
      readonly calledInstanceKey: Key;
      readonly incidentType: IncidentType;
      readonly message: string;
    }
  /** A called instance threw an error that it does not catch itself. */
  | {
      readonly type: 'throw-called-error';
      readonly elementInstanceKey: Key;
      readonly calledInstanceKey: Key;
      readonly error: ThrownError;
    }
  /** A called instance escalated, and nobody inside it caught that. */
  | {
      readonly type: 'throw-called-escalation';
      readonly elementInstanceKey: Key;
      readonly calledInstanceKey: Key;
      readonly code: string;
      readonly variables: Variables;
    }
  /** Begins activities of an ad-hoc sub-process. */
  | {
      readonly type: 'activate-ad-hoc-activities';
      /** The element instance of the ad-hoc sub-process. */
      readonly elementInstanceKey: Key;
      readonly activations: readonly { readonly elementId: string; readonly variables: Variables }[];
      /** Whether what is active in it ends first. */
      readonly cancelRemainingInstances: boolean;
    }
  /** The answer to a thrown error that no caller catches, delivered to where it was thrown. */
  | { readonly type: 'report-uncaught-error'; readonly elementInstanceKey: Key; readonly error: ThrownError }
  /** The value of what the element asked to evaluate. */
  | {
      readonly type: 'complete-evaluation';
      readonly elementInstanceKey: Key;
      readonly evaluationKey: Key;
      readonly value: Json;
    }
  /** It could not be evaluated: an incident, whose resolution asks again. */
  | {
      readonly type: 'fail-evaluation';
      readonly elementInstanceKey: Key;
      readonly evaluationKey: Key;
      readonly incidentType: IncidentType;
      readonly message: string;
    };

/** How a worker answers for a task listener or an ad-hoc sub-process. */
export type JobResult =
  | {
      readonly type: 'userTask';
      /** Refuses what the listener listens to. */
      readonly denied: boolean;
      readonly deniedReason: string;
      /** Values that take the place of the task's. */
      readonly corrections: Partial<UserTaskDetails>;
    }
  | {
      readonly type: 'adHocSubProcess';
      readonly activateElements: readonly { readonly elementId: string; readonly variables: Variables }[];
      readonly isCompletionConditionFulfilled: boolean;
      readonly isCancelRemainingInstances: boolean;
    };

/** Starts an instance. The state must be empty. */
export interface CreateInstance {
  readonly type: 'create-instance';
  readonly processInstanceKey: Key;
  readonly definitionKey: Key;
  readonly version: number;
  readonly variables: Variables;
  /** The start event that begins; null takes the none start event. */
  readonly startElementId: string | null;
  /** Elements that begin in place of a start event. (Default: none, a start event begins.) */
  readonly startInstructions?: readonly string[];
  /** The instance is terminated as soon as one of these elements has completed or was terminated. (Default: none.) */
  readonly terminateAfter?: readonly string[];
  readonly parent: ParentRef | null;
  /** The outermost calling instance; null for a root. */
  readonly rootKey: Key | null;
  readonly businessId: string | null;
  readonly tags: readonly string[];
}

export interface UserTaskChanges {
  readonly candidateGroups?: readonly string[];
  readonly candidateUsers?: readonly string[];
  readonly dueDate?: string | null;
  readonly followUpDate?: string | null;
  readonly priority?: number;
}

/** A BPMN error on its way outward through calling instances. `origin` is where it was thrown. */
export interface ThrownError {
  readonly code: string;
  readonly message: string;
  readonly variables: Variables;
  readonly origin: { readonly processInstanceKey: Key; readonly elementInstanceKey: Key };
}

export type CommandType = Command['type'];
