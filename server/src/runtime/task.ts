import type { Key } from '@baton/engine';
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
  /** Runs in a batch of its own: deployments, which change what other tasks look up. */
  readonly exclusive?: boolean;
  /** The same id gets the first answer again. `fingerprint` tells two requests apart that use one id by mistake. */
  readonly idempotency?: { readonly id: string; readonly fingerprint: string };
  /** Statements of the embedding program that `run` adds to the batch, see `with-statements.ts`; one that fails is this task's fault. */
  readonly statements?: readonly OwnStatement[];
  /** Does it. Throws `Refusal`; nothing of this task may be in the batch then. */
  run(batch: Batch): Promise<A>;
}
