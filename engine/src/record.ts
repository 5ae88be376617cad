import type { IncidentType } from './failure.ts';
import type { Json } from './json.ts';
import type { Key } from './key.ts';
import type { ParentRef, QueueItem } from './state.ts';

/**
 * What happened, in the past tense: the only way in which state changes, and what the journal keeps for ever. A released record type is
 * never edited; when one must change, a new type is added and `evolve` keeps reading the old one. Times are those of the journal entry.
 */
export type JournalRecord =
  | InstanceRecord
  | TokenRecord
  | ElementRecord
  | VariableRecord
  | JobRecord
  | UserTaskRecord
  | WaitRecord
  | IncidentRecord
  | CallRecord
  | EvaluationRecord;

export type InstanceRecord =
  | {
      readonly type: 'process-instance-created';
      readonly processInstanceKey: Key;
      readonly definitionKey: Key;
      readonly processId: string;
      readonly version: number;
      readonly parent: ParentRef | null;
      readonly rootKey: Key;
      readonly businessId: string | null;
      readonly tags: readonly string[];
    }
  | { readonly type: 'process-instance-completed' }
  | { readonly type: 'process-instance-terminated' }
  /** The step's budget was used up; `queue` is what the next step starts with. */
  | { readonly type: 'step-suspended'; readonly queue: readonly QueueItem[] }
  | { readonly type: 'step-resumed' };

export type TokenRecord =
  | { readonly type: 'sequence-flow-taken'; readonly scopeKey: Key; readonly flowId: string }
  /** A token waits at a join for those of the other flows. */
  | { readonly type: 'token-parked'; readonly scopeKey: Key; readonly elementId: string; readonly flowId: string }
  /** A join fired: one token of each of these flows is gone. */
  | {
      readonly type: 'tokens-consumed';
      readonly scopeKey: Key;
      readonly elementId: string;
      readonly flowIds: readonly string[];
    }
  /** The scope was interrupted: all tokens that waited in it are gone. */
  | { readonly type: 'tokens-discarded'; readonly scopeKey: Key };

export type ElementRecord =
  | {
      readonly type: 'element-activating';
      readonly key: Key;
      readonly elementId: string;
      readonly scopeKey: Key | null;
    }
  /** Creates the element instance when no `element-activating` came before. */
  | { readonly type: 'element-activated'; readonly key: Key; readonly elementId: string; readonly scopeKey: Key | null }
  | { readonly type: 'element-completing'; readonly key: Key }
  | { readonly type: 'element-completed'; readonly key: Key }
  | { readonly type: 'element-terminated'; readonly key: Key }
  /** An event reached the element instance; kept until the work that follows from it succeeded. */
  | {
      readonly type: 'element-triggered';
      readonly key: Key;
      readonly targetId: string;
      readonly variables: Readonly<Record<string, Json>>;
    };

/** A variable got a value; the first record of a name in a scope creates it. */
export type VariableRecord = {
  readonly type: 'variable-set';
  readonly key: Key;
  readonly scopeKey: Key;
  readonly name: string;
  readonly value: Json;
};

interface OfJob {
  readonly key: Key;
  readonly elementInstanceKey: Key;
}
export type JobRecord =
  | (OfJob & {
      readonly type: 'job-created';
      readonly jobType: string;
      readonly retries: number;
      readonly headers: Readonly<Record<string, string>>;
    })
  | (OfJob & { readonly type: 'job-completed' })
  /** `retryAtMs` is when it may be fetched again (epoch milliseconds); null: at once, or never when no retries are left. */
  | (OfJob & {
      readonly type: 'job-failed';
      readonly retries: number;
      readonly errorMessage: string;
      readonly retryAtMs: number | null;
    })
  | (OfJob & { readonly type: 'job-error-thrown'; readonly errorCode: string; readonly errorMessage: string })
  | (OfJob & { readonly type: 'job-retries-updated'; readonly retries: number })
  /** An incident was resolved: workers may fetch the job again. */
  | (OfJob & { readonly type: 'job-reopened' })
  | (OfJob & { readonly type: 'job-canceled' });

export interface UserTaskDetails {
  readonly assignee: string | null;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  readonly dueDate: string | null;
  readonly followUpDate: string | null;
  readonly priority: number;
}
interface OfUserTask {
  readonly key: Key;
  readonly elementInstanceKey: Key;
}
export type UserTaskRecord =
  | (OfUserTask &
      UserTaskDetails & {
        readonly type: 'user-task-created';
        /** Id of the linked form (the server resolves its version), or null. */
        readonly formId: string | null;
        /** How the form's version is chosen. */
        readonly formBinding: 'latest' | 'deployment' | 'versionTag';
        readonly formVersionTag: string | null;
        /** A form-js schema that is embedded in the process, as text; null when there is none. */
        readonly embeddedForm: string | null;
        readonly externalFormReference: string | null;
        readonly headers: Readonly<Record<string, string>>;
      })
  | (OfUserTask & { readonly type: 'user-task-assigned'; readonly assignee: string | null; readonly action: string })
  | (OfUserTask & {
      readonly type: 'user-task-updated';
      readonly changes: Partial<UserTaskDetails>;
      readonly action: string;
    })
  | (OfUserTask & { readonly type: 'user-task-completed'; readonly action: string })
  | (OfUserTask & { readonly type: 'user-task-canceled' });

interface OfWait {
  readonly key: Key;
  readonly elementInstanceKey: Key;
}
export type WaitRecord =
  | (OfWait & {
      readonly type: 'timer-scheduled';
      readonly targetId: string;
      readonly dueMs: number;
      readonly repetitions: number;
      readonly cycle: string | null;
    })
  /** Fired; scheduled again when `nextDueMs` is set, else gone. */
  | (OfWait & {
      readonly type: 'timer-fired';
      readonly targetId: string;
      readonly repetitions: number;
      readonly nextDueMs: number | null;
    })
  | (OfWait & { readonly type: 'timer-canceled' })
  | (OfWait & {
      readonly type: 'message-subscription-opened';
      readonly targetId: string;
      readonly messageName: string;
      readonly correlationKey: string;
    })
  /** A message came in. `closed` tells whether the subscription is gone with it (interrupting) or waits for more. */
  | (OfWait & {
      readonly type: 'message-correlated';
      readonly targetId: string;
      readonly messageKey: Key;
      readonly closed: boolean;
    })
  | (OfWait & { readonly type: 'message-subscription-closed' })
  | (OfWait & { readonly type: 'signal-subscription-opened'; readonly targetId: string; readonly signalName: string })
  | (OfWait & {
      readonly type: 'signal-caught';
      readonly targetId: string;
      readonly signalKey: Key;
      readonly closed: boolean;
    })
  | (OfWait & { readonly type: 'signal-subscription-closed' });

export type IncidentRecord =
  | {
      readonly type: 'incident-raised';
      readonly key: Key;
      readonly elementInstanceKey: Key;
      readonly incidentType: IncidentType;
      readonly message: string;
      readonly jobKey: Key | null;
    }
  | { readonly type: 'incident-resolved'; readonly key: Key; readonly elementInstanceKey: Key };

/** A call activity asked for another instance, whose key is known beforehand. */
export type CallRecord = {
  readonly type: 'process-called';
  readonly elementInstanceKey: Key;
  readonly calledInstanceKey: Key;
  readonly processId: string;
};

/** An element asked the server to evaluate something (a decision); the key names the question. */
export type EvaluationRecord =
  | { readonly type: 'evaluation-requested'; readonly key: Key; readonly elementInstanceKey: Key }
  /** Answered, with a value or a failure; what follows from it are the next records. */
  | { readonly type: 'evaluation-ended'; readonly key: Key; readonly elementInstanceKey: Key };

export type JournalRecordType = JournalRecord['type'];
