import type { ThrownError } from './command.ts';
import type { Variables } from './json.ts';
import type { Key } from './key.ts';

/**
 * What a step wants from the world outside its instance. The server keeps effects durable with the step and turns each into a command
 * for another instance (or a publication), in their order, exactly once.
 */
export type Effect =
  | EvaluateDecision
  | RunScript
  /** Start the called process under the given key; on failure answer `fail-call`. Answered by `complete-call` or `throw-called-error`. */
  | {
      readonly type: 'call-process';
      readonly parent: { readonly processInstanceKey: Key; readonly elementInstanceKey: Key };
      readonly rootKey: Key;
      readonly calledInstanceKey: Key;
      readonly processId: string;
      readonly binding: 'latest' | 'deployment' | 'versionTag';
      readonly versionTag: string | null;
      /** The definition of the caller, for binding `deployment`. */
      readonly callerDefinitionKey: Key;
      readonly variables: Variables;
    }
  /** → `terminate-called-instance` for the called instance; nothing to do when it has ended already. */
  | { readonly type: 'terminate-called'; readonly calledInstanceKey: Key }
  /** → `complete-call` for the caller. */
  | {
      readonly type: 'answer-call';
      readonly parent: { readonly processInstanceKey: Key; readonly elementInstanceKey: Key };
      readonly calledInstanceKey: Key;
      readonly variables: Variables;
    }
  /** → `throw-called-error` for the caller. */
  | {
      readonly type: 'throw-to-caller';
      readonly parent: { readonly processInstanceKey: Key; readonly elementInstanceKey: Key };
      readonly calledInstanceKey: Key;
      readonly error: ThrownError;
    }
  /** → `throw-called-escalation` for the caller. */
  | {
      readonly type: 'escalate-to-caller';
      readonly parent: { readonly processInstanceKey: Key; readonly elementInstanceKey: Key };
      readonly calledInstanceKey: Key;
      readonly code: string;
      readonly variables: Variables;
    }
  /** → `report-uncaught-error` for the instance in which the error was thrown. */
  | { readonly type: 'report-uncaught-error'; readonly error: ThrownError }
  | {
      readonly type: 'publish-message';
      readonly name: string;
      readonly correlationKey: string;
      readonly timeToLiveMs: number;
      readonly messageId: string | null;
      readonly variables: Variables;
    }
  | { readonly type: 'broadcast-signal'; readonly signalName: string; readonly variables: Variables };

/** Evaluate a decision for an element → `complete-evaluation` or `fail-evaluation` for its instance. */
export interface EvaluateDecision {
  readonly type: 'evaluate-decision';
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  /** Names the question; the answer carries it. */
  readonly evaluationKey: Key;
  readonly decisionId: string;
  readonly binding: 'latest' | 'deployment' | 'versionTag';
  readonly versionTag: string | null;
  /** The definition of the caller, for binding `deployment`. */
  readonly callerDefinitionKey: Key;
  /** All that are visible to the element. */
  readonly variables: Variables;
}

/** Run a JavaScript script for an element → `complete-evaluation` or `fail-evaluation` for its instance. */
export interface RunScript {
  readonly type: 'run-script';
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  /** Names the question; the answer carries it. */
  readonly evaluationKey: Key;
  readonly source: string;
  /** The present time as the script sees it: that of the step that asked, so that running it again gives the same. */
  readonly nowMs: number;
  /** All that are visible to the element. */
  readonly variables: Variables;
}
