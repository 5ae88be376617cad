import type { Effect, Key, Variables } from '@baton/engine';

/** One receiver of a signal. */
export interface SignalTarget {
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly subscriptionKey: Key;
}

/** Work between instances: what the engine asked for, and what the server adds. Durable in the outbox when its batch cannot do it. */
export type OutboxItem =
  | Effect
  /** A subscription was opened: buffered messages may be waiting for it. */
  | {
      readonly type: 'offer-messages';
      readonly processInstanceKey: Key;
      readonly elementInstanceKey: Key;
      readonly subscriptionKey: Key;
      readonly processId: string;
      readonly name: string;
      readonly correlationKey: string;
    }
  /** An instance ended: if a message had started it, the next message with the same key may start one. */
  | { readonly type: 'release-message-start'; readonly processInstanceKey: Key }
  | {
      readonly type: 'deliver-signal';
      readonly signalKey: Key;
      readonly targets: readonly SignalTarget[];
      readonly variables: Variables;
    }
  | {
      readonly type: 'start-by-signal';
      readonly signalKey: Key;
      readonly definitionKey: Key;
      readonly elementId: string;
      /** Where several triggers have to happen; absent in the outbox of 0.1. */
      readonly partIndex?: number | null;
      readonly partOf?: number | null;
      readonly variables: Variables;
    };
