import type { Effect, Key, Variables } from '@baton/engine';

/** One receiver of a signal. */
export interface SignalTarget {
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly subscriptionKey: Key;
}

/** What finds its receivers by name. */
type ToTenant = Extract<Effect, { readonly type: 'publish-message' | 'broadcast-signal' }>;

/** Work between instances: what the engine asked for, and what the server adds. Durable in the outbox when its batch cannot do it. */
export type OutboxItem =
  | Exclude<Effect, ToTenant>
  /** To all who wait for it in the tenant of whoever sent it; absent in the outbox of 0.1, where there was one. */
  | (ToTenant & { readonly tenantId?: string })
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

/** What an instance of a tenant asked for, so that it stays in that tenant. */
export const outboxItemOf = (effect: Effect, tenantId: string): OutboxItem =>
  effect.type === 'publish-message' || effect.type === 'broadcast-signal' ? { ...effect, tenantId } : effect;
