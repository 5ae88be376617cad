import type { Key, Variables } from '@baton/engine';
import { findStartGathering } from '../store/operations/find-start-gathering.ts';
import { startGatherings } from '../store/tables/start-gatherings.ts';
import type { StartGatheringRow } from '../store/tables/start-gatherings.ts';
import type { Batch } from './batch.ts';
import { createInstance } from './create-instance.ts';
import type { Rejection } from '@baton/engine';

/** Something that starts a process happened. */
export interface StartCause {
  readonly definition_key: number;
  readonly element_id: string;
  /** Set where several triggers all have to happen first. */
  readonly part_index: number | null;
  readonly part_of: number | null;
}

/** `key` null: it was taken, and others have to happen before the instance starts. */
export type Begun =
  | { readonly ok: true; readonly key: Key | null }
  | { readonly ok: false; readonly error: Rejection | null };

/** Starts an instance, or notes that one of the triggers of a parallel multiple start event has happened. */
export const beginByTrigger = async (batch: Batch, cause: StartCause, variables: Variables): Promise<Begun> => {
  const all = cause.part_of === null ? variables : await gather(batch, cause, variables);
  if (all === null) return { ok: true, key: null };
  const deployed = await batch.services.definitions.byKey(cause.definition_key as Key);
  if (deployed === null) return { ok: false, error: null };
  const created = await createInstance(batch, { deployed, variables: all, startElementId: cause.element_id });
  return created.ok ? { ok: true, key: created.instance.facts.key } : created;
};

/** All that the triggers brought when this was the last one; null while others are missing. */
const gather = async (batch: Batch, cause: StartCause, variables: Variables): Promise<Variables | null> => {
  const key = { definition_key: cause.definition_key, element_id: cause.element_id };
  const pending = batch.changes.pending(startGatherings, key);
  const stored = pending
    ? pending.op === 'delete'
      ? null
      : ({ ...pending.row, ...(pending.op === 'patch' ? pending.set : {}) } as unknown as StartGatheringRow)
    : await findStartGathering(batch.services.database, cause.definition_key, cause.element_id);
  const received = stored === null ? {} : (JSON.parse(stored.received) as Record<string, Variables>);
  received[String(cause.part_index)] = variables;
  const parts = Object.values(received);
  if (parts.length < (cause.part_of ?? 0)) {
    const text = JSON.stringify(received);
    // The guard keeps two servers from each noting one part and losing the other's.
    if (stored === null) batch.changes.insert(startGatherings, { ...key, received: text });
    else batch.changes.patch(startGatherings, key, { received: text }, { received: stored.received });
    return null;
  }
  if (stored !== null) batch.changes.delete(startGatherings, key, true);
  return Object.assign({}, ...parts) as Variables;
};
