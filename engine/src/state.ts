import type { IncidentType } from './failure.ts';
import type { Json } from './json.ts';
import type { Key } from './key.ts';
import type { ElementState } from './lifecycle.ts';

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
  startMs: number;
  endMs: number | null;
  /** The living element instances; the process itself is among them under the instance's own key. */
  readonly elements: Map<Key, ElementInstance>;
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
  readonly elementId: string;
  /** The element instance of the enclosing scope; null for the process itself. */
  readonly scopeKey: Key | null;
  state: ElementState;
  readonly startMs: number;
  /** How many living element instances have this one as their scope. */
  children: number;
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
}

export interface Variable {
  readonly key: Key;
  value: Json;
}

/** Work for an external worker. Who holds its lock, and until when, is the server's business and not part of the state. */
export interface Job {
  readonly key: Key;
  readonly type: string;
  state: 'CREATED' | 'FAILED' | 'ERROR_THROWN';
  retries: number;
}

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
export type Wait = TimerWait | MessageWait | SignalWait;

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
}

/** One thing to do inside a step. The queue replaces recursion: taking a sequence flow only adds an item. */
export type QueueItem =
  | { readonly do: 'arrive'; readonly flowId: string; readonly scopeKey: Key }
  | { readonly do: 'complete-scope'; readonly scopeKey: Key };
