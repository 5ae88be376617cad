import type { Command } from './command.ts';
import type { IncidentType } from './failure.ts';
import type { Json } from './json.ts';
import type { Key } from './key.ts';
import type { ElementState } from './lifecycle.ts';
import type { UserTaskDetails } from './record.ts';

/**
 * Everything the engine knows of one process instance between two steps: plain data, keyed by element instance, holding the living only.
 * `evolve` alone changes it. The server keeps the same facts as rows and builds this from them (`restoreState`).
 */
export interface InstanceState {
  /** 0 before the instance was created. */
  key: Key;
  /** The deployed version that this instance follows. */
  definitionKey: Key;
  /** The BPMN id of the process, and its version number. */
  processId: string;
  version: number;
  status: InstanceStatus;
  /** The call activity that started this instance, in which instance; null for a root. */
  parent: ParentRef | null;
  /** The outermost calling instance; its own key for a root. */
  rootKey: Key;
  businessId: string | null;
  tags: readonly string[];
  /** Since when nothing in it goes on, epoch milliseconds; null while it is not suspended. */
  suspendedMs: number | null;
  /** Elements whose end ends the instance. */
  terminateAfter: readonly string[];
  startMs: number;
  endMs: number | null;
  /** The living element instances; the process itself is among them under the instance's own key. */
  readonly elements: Map<Key, ElementInstance>;
  /** Element instances with an open condition; derived from `elements` (see `state-index.ts`); null before the first. */
  watching: Set<Key> | null;
  /** What was still to be done when a step used up its budget; empty otherwise. The next step goes on from here. */
  continuation: readonly QueueItem[];
}

export type InstanceStatus = 'NONE' | 'ACTIVE' | 'COMPLETED' | 'TERMINATED';

export interface ParentRef {
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
}

/** One element being executed: a token that is inside it, with all that it waits for. */
export interface ElementInstance {
  readonly key: Key;
  /** Another one after a migration. */
  elementId: string;
  /** The element instance of the enclosing scope; null for the process itself. */
  readonly scopeKey: Key | null;
  state: ElementState;
  readonly startMs: number;
  /** How many living element instances have this one as their scope; derived, see `state-index.ts`. */
  children: number;
  /** The same by element id; null before the first. Joins that look around read it. */
  childrenAt: Map<string, number> | null;
  /** Variables of this scope by name; null while there are none. */
  variables: Map<string, Variable> | null;
  /** Tokens that wait in this scope: element id of the join → sequence flow id → number of tokens. */
  parked: Map<string, Map<string, number>> | null;
  job: Job | null;
  userTask: UserTask | null;
  /** Open timers and subscriptions by their key. */
  waits: Map<Key, Wait> | null;
  incident: Incident | null;
  /** The instance that a call activity waits for. */
  calledInstanceKey: Key | null;
  /** What the server is asked to evaluate for this element; null when nothing is. */
  evaluationKey: Key | null;
  /** An event that has reached this element but is not worked off yet (set while an incident blocks it); null otherwise. */
  trigger: PendingTrigger | null;
  /** The interrupting event sub-process that has taken over this scope; its other handlers are closed then. */
  interruptedBy: string | null;
  /** How far a loop or multi-instance activity is; only on its body. */
  loop: LoopState | null;
  /** What the instances of a loop gave so far, by index from 0; only on its body. */
  outputs: Map<number, Json> | null;
  /** The number of this instance inside its loop, from 1; null outside of loops. */
  loopCounter: number | null;
  /** Completed activities of this scope that can be compensated, in the order in which they completed. */
  compensations: Map<Key, Compensation> | null;
  /** What this element instance compensates: it is a handler, or a completed scope come back for its handlers. */
  compensates: Key | null;
  /** Complex gateways of this scope that have fired and wait for reset: the flows whose token they have had. */
  resets: Map<string, readonly string[]> | null;
  /** Events of a parallel multiple event that have happened while others have not: what they brought, by catching element. */
  gathered: Map<string, Readonly<Record<string, Json>>> | null;
  /** Which listener is at work, and for what. */
  listening: Listening | null;
  /** Activities of an ad-hoc sub-process that wait for their turn, and whether its completion condition has held. */
  adHoc: AdHocState | null;
}

/** Counters of a loop. `total` is null where it is not known beforehand (standard loop). */
export interface LoopState {
  readonly total: number | null;
  /** The collection, frozen when the loop began; null where a number was given. */
  readonly items: readonly Json[] | null;
  created: number;
  completed: number;
}

/** A completed activity that can be compensated, once. BPMN 2.0.2, 10.7 and 13.5.5. */
export interface Compensation {
  readonly key: Key;
  readonly elementId: string;
  /** Counts up inside a scope: the order of completion. */
  readonly order: number;
  /** The local variables as they were at completion. */
  readonly variables: Readonly<Record<string, Json>>;
  /** What completed inside, for a scope that has no handler of its own. */
  readonly inner: Map<Key, Compensation>;
  /** The throw event that asked for it; null while nobody has. */
  runKey: Key | null;
  /** The element instance that compensates it now; null before that begins. */
  handlerKey: Key | null;
}

/** When listeners run. `start` and `end` are execution listeners, the others task listeners. */
export type ListenerEvent = 'start' | 'end' | 'creating' | 'assigning' | 'updating' | 'completing' | 'canceling';

export interface Listening {
  readonly event: ListenerEvent;
  /** Which listener of that event runs, from 0. */
  readonly index: number;
  /** Task listeners: what the transition changes, corrections by listeners included. */
  readonly changes: Partial<UserTaskDetails> | null;
  readonly action: string;
  /** Task listeners on completing: what the task's completion brought. */
  readonly variables: Readonly<Record<string, Json>> | null;
}

export interface AdHocState {
  readonly pending: readonly { readonly elementId: string; readonly variables: Readonly<Record<string, Json>> }[];
  /** The completion condition has held: nothing new begins, and it ends with what still runs. */
  readonly isFulfilled: boolean;
}

export interface Variable {
  readonly key: Key;
  value: Json;
}

/** Work for an external worker. Who holds its lock, and until when, is the server's business and not part of the state. */
export interface Job {
  readonly key: Key;
  readonly type: string;
  readonly kind: JobKind;
  state: 'CREATED' | 'FAILED' | 'ERROR_THROWN';
  retries: number;
}

export type JobKind = 'BPMN_ELEMENT' | 'EXECUTION_LISTENER' | 'TASK_LISTENER' | 'AD_HOC_SUB_PROCESS';

export interface UserTask {
  readonly key: Key;
  assignee: string | null;
  candidateGroups: readonly string[];
  candidateUsers: readonly string[];
  /** ISO 8601 date-times with offset, as the model or a person gave them. */
  dueDate: string | null;
  followUpDate: string | null;
  /** 0 to 100. */
  priority: number;
}

/** Something that an element instance waits for. `targetId` names the catching element: itself, a boundary event, an event behind a gateway. */
export type Wait = TimerWait | MessageWait | SignalWait | ConditionWait;

export interface TimerWait {
  readonly kind: 'timer';
  readonly key: Key;
  readonly targetId: string;
  dueMs: number;
  /** How often it fires from now on, this time included; -1 without end. */
  repetitions: number;
  /** The evaluated cycle (ISO 8601 repetition or cron) from which the next due time comes; null when it fires once. */
  readonly cycle: string | null;
}

export interface MessageWait {
  readonly kind: 'message';
  readonly key: Key;
  readonly targetId: string;
  readonly messageName: string;
  readonly correlationKey: string;
}

export interface SignalWait {
  readonly kind: 'signal';
  readonly key: Key;
  readonly targetId: string;
  readonly signalName: string;
}

export interface ConditionWait {
  readonly kind: 'condition';
  readonly key: Key;
  readonly targetId: string;
  /** Which of the event definitions of the target it is, from 0. */
  readonly eventIndex: number;
  /** What the condition was when it was last looked at: it happens when it becomes true. */
  holds: boolean;
}

export interface Incident {
  readonly key: Key;
  readonly type: IncidentType;
  readonly message: string;
  readonly jobKey: Key | null;
}

/** What woke an element instance, together with what it brought. */
export interface PendingTrigger {
  readonly targetId: string;
  readonly variables: Readonly<Record<string, Json>>;
  /** Only of the process: elements that begin in place of the start event. */
  readonly begins?: readonly string[];
}

/** One thing to do inside a step. The queue replaces recursion: taking a sequence flow only adds an item. */
export type QueueItem =
  | { readonly do: 'arrive'; readonly flowId: string; readonly scopeKey: Key }
  /** An element begins by hand, with these variables of its own. */
  | {
      readonly do: 'activate';
      readonly elementId: string;
      readonly scopeKey: Key;
      readonly variables: Readonly<Record<string, Json>> | null;
    }
  | { readonly do: 'complete-scope'; readonly scopeKey: Key }
  /** The next instance of a loop, or of an ad-hoc sub-process, begins. */
  | { readonly do: 'begin-next'; readonly scopeKey: Key }
  /** Something came to the instance while it was suspended. */
  | { readonly do: 'deliver'; readonly command: Command }
  /** An element has ended after which the instance is to be terminated. */
  | { readonly do: 'terminate-instance' }
  /** The process instance is being canceled: what lives in it ends one by one, the innermost first, and the process last. */
  | { readonly do: 'terminate-next' }
  /** A compensation handler is done; the next one of its run begins. */
  | { readonly do: 'compensate-next'; readonly scopeKey: Key; readonly completedKey: Key }
  /** Variables changed, or one element instance began to watch: conditions that see them are looked at. */
  | {
      readonly do: 'check-conditions';
      readonly changes: readonly VariableChange[];
      readonly instanceKey: Key | null;
    }
  /**
   * What inclusive joins, complex gateways and stuck scopes depend on changed in these scopes. With `worked` it is looked at only when the
   * instance comes to rest; that is how many items have been worked off since it last was.
   */
  | { readonly do: 'look-around'; readonly scopeKeys: readonly Key[]; readonly worked?: number };

export interface VariableChange {
  readonly scopeKey: Key;
  readonly name: string;
  readonly isNew: boolean;
}
