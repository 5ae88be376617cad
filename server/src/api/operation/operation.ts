import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RefusalCode } from '../../runtime/refusal.ts';
import type { Access } from './access.ts';
import type { Answer } from './answer-kinds.ts';
import type { Call } from './call.ts';
import type { BodyKind } from './body-kinds.ts';
import type { Fields, FieldsOutput } from './shape.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The families under which operations are listed in the document. */
export type Tag =
  | 'Cluster'
  | 'Deployments'
  | 'Process definitions'
  | 'Process instances'
  | 'Element instances'
  | 'Variables'
  | 'Jobs'
  | 'User tasks'
  | 'Incidents'
  | 'Messages and signals'
  | 'Decisions'
  | 'Documents'
  | 'Expressions'
  | 'Batch operations'
  | 'Identity'
  | 'Web app'
  | 'Events and history';

/**
 * One operation of the API: all that is known of it, in one place. The routes, the checks of what comes in, the authorization, the OpenAPI document and
 * the types of clients come from here.
 */
export interface OperationSpec<P extends Fields, Q extends Fields, B, A> {
  /** Unique; what clients call their method. */
  readonly id: string;
  readonly method: Method;
  /** From the root, parameters in braces: `/v2/incidents/{incidentKey}`. */
  readonly path: string;
  readonly tag: Tag;
  /** A few words: what it does. */
  readonly summary: string;
  /** What the summary leaves open: rules, order, limits. */
  readonly description?: string;
  /** Parameters of the path, each by a zod type. */
  readonly params?: P;
  /** Parameters of the query, each by a zod type that takes a text or nothing. */
  readonly query?: Q;
  /** What comes in; absent where nothing does. */
  readonly body?: BodyKind<B>;
  readonly answer: Answer<A>;
  /** Refusals beside those that every operation knows (bad input, no access, trouble of the server). */
  readonly refusals?: readonly RefusalCode[];
  /** Whether it takes an `Idempotency-Key`: it does when `run` hands its tasks over by `submit` or `submitEach`. (Default: false.) */
  readonly isRepeatable?: boolean;
  /** Who may do it. */
  readonly access: Access;
  /**
   * Whether it looks itself at whether the caller may do it at the resource that it meets (`call.permit`). Without, only those get to it who may do it at
   * every resource. (Default: false.)
   */
  readonly isLimitable?: boolean;
  /**
   * Whether it keeps to the tenants of the caller (`call.permit`, `tenantOf`), or is about nothing that belongs to a tenant. Where tenants are told apart,
   * others are refused. (Default: as `isLimitable`.)
   */
  readonly isTenantAware?: boolean;
  /** Whether pages call it by themselves, so that it is no use of a session, which would never end for idleness else. (Default: false.) */
  readonly isUnattended?: boolean;
  readonly example: {
    /** Whoever sends this to a server with the right data gets an answer that is none of a refusal. */
    readonly body?: unknown;
    readonly answer?: unknown;
  };
  readonly run: (call: Call<FieldsOutput<P>, FieldsOutput<Q>, B>, raw: RawExchange) => Promise<A> | A;
}

/** For the few that speak HTTP themselves. */
export interface RawExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** An operation whose inner types nobody outside needs. */
export type Operation = OperationSpec<Fields, Fields, unknown, unknown>;

/** Declares an operation; checks that its types fit each other, then forgets them. */
export const operation = <B, A, P extends Fields = Record<never, never>, Q extends Fields = Record<never, never>>(
  spec: OperationSpec<P, Q, B, A>,
): Operation => spec as unknown as Operation;
