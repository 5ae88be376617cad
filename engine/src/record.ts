import type { IncidentType } from './failure.ts';
import type { Json } from './json.ts';
import type { Key } from './key.ts';
import type { JobKind, Listening, ListenerEvent, ParentRef, QueueItem } from './state.ts';

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
  | ScopeRecord
  | LoopRecord
  | CompensationRecord
  | ListenerRecord
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
      /** Elements whose end ends the instance; absent where there are none. */
      readonly terminateAfter?: readonly string[];
    }
  | { readonly type: 'process-instance-completed' }
  | { readonly type: 'process-instance-terminated' }
  | { readonly type: 'process-instance-suspended' }
  | { readonly type: 'process-instance-resumed' }
  | { readonly type: 'business-id-assigned'; readonly businessId: string }
  /** It goes on by another definition. `elementIds`: new ids by the old ones, where they differ. */
  | {
      readonly type: 'process-instance-migrated';
      readonly definitionKey: Key;
      readonly processId: string;
      readonly version: number;
      readonly elementIds: Readonly<Record<string, string>>;
    }
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
  | { readonly type: 'tokens-discarded'; readonly scopeKey: Key }
  /** A complex gateway fired with these flows; it waits for the others before it can fire anew. */
  | {
      readonly type: 'gateway-reset-awaited';
      readonly scopeKey: Key;
      readonly elementId: string;
      readonly flowIds: readonly string[];
    }
  | { readonly type: 'gateway-reset'; readonly scopeKey: Key; readonly elementId: string };

export type ElementRecord =
  | {
      readonly type: 'element-activating';
      readonly key: Key;
      readonly elementId: string;
      readonly scopeKey: Key | null;
      /** Absent for the element itself, see `roles.ts`. */
      readonly role?: 'body' | 'inner';
    }
  /** Creates the element instance when no `element-activating` came before. */
  | {
      readonly type: 'element-activated';
      readonly key: Key;
      readonly elementId: string;
      readonly scopeKey: Key | null;
      readonly role?: 'body' | 'inner';
    }
  | { readonly type: 'element-completing'; readonly key: Key }
  | { readonly type: 'element-completed'; readonly key: Key }
  /** It is canceled and waits for listeners of that; it stands directly in the process now. The process itself: it waits for such. */
  | { readonly type: 'element-terminating'; readonly key: Key }
  | { readonly type: 'element-terminated'; readonly key: Key }
  /** An event reached the element instance; kept until the work that follows from it succeeded. */
  | {
      readonly type: 'element-triggered';
      readonly key: Key;
      readonly targetId: string;
      readonly variables: Readonly<Record<string, Json>>;
      /** Only of the process: what begins in place of the start event. */
      readonly begins?: readonly string[];
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
/** A deployed file that the job's worker is told about; the server finds its version. */
export interface LinkedResource {
  readonly resourceId: string;
  readonly resourceType: string;
  readonly linkName: string;
  readonly bindingType: 'latest' | 'deployment' | 'versionTag';
  readonly versionTag: string | null;
}
export type JobRecord =
  | (OfJob & {
      readonly type: 'job-created';
      readonly jobType: string;
      readonly retries: number;
      readonly headers: Readonly<Record<string, string>>;
      /** Absent in journals of 0.1: work of the element itself. */
      readonly kind?: JobKind;
      readonly listenerEvent?: ListenerEvent;
      readonly linkedResources?: readonly LinkedResource[];
    })
  | (OfJob & {
      readonly type: 'job-completed';
      /** A task listener refused what it listened to, and why. */
      readonly denied?: { readonly reason: string };
    })
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
  | (OfWait & { readonly type: 'signal-subscription-closed' })
  | (OfWait & {
      readonly type: 'condition-subscription-opened';
      readonly targetId: string;
      readonly eventIndex: number;
      readonly holds: boolean;
    })
  /** The condition was looked at and is now this, without that it happened. */
  | (OfWait & { readonly type: 'condition-evaluated'; readonly holds: boolean })
  /** The condition became true. */
  | (OfWait & { readonly type: 'condition-met'; readonly targetId: string; readonly closed: boolean })
  | (OfWait & { readonly type: 'condition-subscription-closed' })
  /** One of several events that all have to happen has happened. */
  | {
      readonly type: 'event-gathered';
      readonly elementInstanceKey: Key;
      readonly targetId: string;
      readonly variables: Readonly<Record<string, Json>>;
    }
  | { readonly type: 'gathered-events-cleared'; readonly elementInstanceKey: Key; readonly targetId: string };

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

export type ScopeRecord =
  /** An interrupting event sub-process takes over the scope. */
  | { readonly type: 'scope-interrupted'; readonly scopeKey: Key; readonly elementId: string }
  /** Activities of an ad-hoc sub-process wait for their turn. */
  | {
      readonly type: 'ad-hoc-activities-queued';
      readonly scopeKey: Key;
      readonly pending: readonly { readonly elementId: string; readonly variables: Readonly<Record<string, Json>> }[];
    }
  /** The first of them begins. */
  | { readonly type: 'ad-hoc-activity-begun'; readonly scopeKey: Key }
  | { readonly type: 'ad-hoc-condition-fulfilled'; readonly scopeKey: Key };

export type LoopRecord =
  | {
      readonly type: 'loop-started';
      readonly bodyKey: Key;
      readonly total: number | null;
      readonly items: readonly Json[] | null;
    }
  | {
      readonly type: 'loop-instance-created';
      readonly bodyKey: Key;
      readonly elementInstanceKey: Key;
      readonly loopCounter: number;
    }
  | { readonly type: 'loop-instance-completed'; readonly bodyKey: Key; readonly loopCounter: number }
  /** What one instance adds to the list that comes out, at its place (from 0). */
  | { readonly type: 'loop-output-set'; readonly bodyKey: Key; readonly index: number; readonly value: Json };

export type CompensationRecord =
  /** An activity completed that can be compensated. What was noted inside it (`innerKey`, its own instance) moves into the new entry. */
  | {
      readonly type: 'compensation-registered';
      readonly key: Key;
      readonly scopeKey: Key;
      readonly elementId: string;
      /** Counts up inside the scope. */
      readonly order: number;
      readonly variables: Readonly<Record<string, Json>>;
      readonly innerKey: Key;
    }
  /** Somebody asks for these to be compensated; null: it was interrupted, and nobody asks any more. */
  | {
      readonly type: 'compensation-triggered';
      readonly scopeKey: Key;
      readonly keys: readonly Key[];
      readonly runKey: Key | null;
    }
  /** Its handler begins; what was noted inside the activity moves to the handler's own scope. */
  | {
      readonly type: 'compensation-started';
      readonly scopeKey: Key;
      readonly key: Key;
      readonly handlerKey: Key;
    }
  | { readonly type: 'compensation-completed'; readonly scopeKey: Key; readonly key: Key }
  /** Nobody can ask for these any more; entries inside them are gone with them. */
  | { readonly type: 'compensations-discarded'; readonly scopeKey: Key };

export type ListenerRecord =
  | ({ readonly type: 'listener-started'; readonly elementInstanceKey: Key } & Listening)
  | { readonly type: 'listeners-finished'; readonly elementInstanceKey: Key };

/** An element asked the server to evaluate something (a decision); the key names the question. */
export type EvaluationRecord =
  | { readonly type: 'evaluation-requested'; readonly key: Key; readonly elementInstanceKey: Key }
  /** Answered, with a value or a failure; what follows from it are the next records. */
  | { readonly type: 'evaluation-ended'; readonly key: Key; readonly elementInstanceKey: Key };

export type JournalRecordType = JournalRecord['type'];
