import type { ThrownError } from './command.ts';
import type { Variables } from './json.ts';
import type { Key } from './key.ts';

/**
 * What a step wants from the world outside its instance. The server keeps effects durable with the step and turns each into a command
 * for another instance (or a publication), in their order, exactly once.
 */
export type Effect =
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
