import type { Key } from '@baton/engine';
import type { AuditNote } from './audit/audit-note.ts';
import type { OwnStatement } from '../store/own-statement.ts';
import type { Batch } from './batch.ts';

/** One thing that somebody wants done in a transaction. It may be run again from the start when its batch has to be. */
export interface Task<A> {
  /** For logs. */
  readonly name: string;
  /** Rows that will be needed, so that a batch reads them together: jobs, user tasks and incidents by key, or instances. */
  readonly needs?: {
    readonly table: 'process_instances' | 'jobs' | 'user_tasks' | 'incidents' | 'element_instances';
    readonly key: Key;
  };
  /** Whether it asks `Batch.delegations` about the user task that it `needs`: a batch reads that of all such tasks together. (Default: false.) */
  readonly asksForDelegation?: boolean;
  /** Runs in a batch of its own: deployments, which change what other tasks look up. */
  readonly exclusive?: boolean;
  /** The same id gets the first answer again. `fingerprint` tells two requests apart that use one id by mistake. */
  readonly idempotency?: { readonly id: string; readonly fingerprint: string };
  /**
   * What it is about, for those who may do such things at some resources only; null where that does not exist. Without, it is the process of what it `needs`.
   */
  readonly concerns?: (batch: Batch) => Promise<Concerned | null>;
  /** The tenant that it is about; null for what is of no tenant. Without, it is that of what it `concerns` or `needs`. */
  readonly tenantId?: string | null;
  /** Written to the audit log with what the task does. */
  readonly audit?: AuditNote | null;
  /** What it changed, of its answer: for the audit log. */
  change?(answer: A): { readonly before: unknown; readonly after: unknown };
  /** Statements of the embedding program that `run` adds to the batch, see `with-statements.ts`; one that fails is this task's fault. */
  readonly statements?: readonly OwnStatement[];
  /** Does it. Throws `Refusal`; nothing of this task may be in the batch then. */
  run(batch: Batch): Promise<A>;
}

/** A resource that permissions are granted for, and its tenant. */
export interface Concerned {
  readonly resource: 'PROCESS_DEFINITION' | 'DECISION_DEFINITION' | 'RESOURCE' | 'BATCH' | 'MESSAGE';
  readonly id: string;
  /** Null: it was looked at whether the caller sees it. */
  readonly tenantId: string | null;
}
