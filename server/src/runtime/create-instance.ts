import type { Key, ParentRef, Rejection, Variables } from '@baton/engine';
import type { Batch } from './batch.ts';
import type { Deployed } from './definitions.ts';
import { newInstance } from './live-instance.ts';
import type { LiveInstance } from './live-instance.ts';

export interface StartRequest {
  readonly deployed: Deployed;
  readonly variables: Variables;
  /** The start event that begins; null for the none start event. */
  readonly startElementId?: string | null;
  /** Elements that begin in place of a start event. */
  readonly startInstructions?: readonly string[];
  /** Elements whose end ends the instance. */
  readonly terminateAfter?: readonly string[];
  readonly businessId?: string | null;
  readonly tags?: readonly string[];
  /** Set for called instances: their key is known to the caller beforehand. */
  readonly called?: {
    readonly key: Key;
    readonly parent: ParentRef;
    readonly rootKey: Key;
    readonly callDepth: number;
  };
  readonly actor?: string | null;
}

/** Starts an instance inside a batch. */
export const createInstance = async (
  batch: Batch,
  request: StartRequest,
): Promise<
  { readonly ok: true; readonly instance: LiveInstance } | { readonly ok: false; readonly error: Rejection }
> => {
  const { deployed, called } = request;
  const key = called?.key ?? (await batch.services.keys.take());
  const instance = newInstance(key, deployed, called?.rootKey ?? key, called?.callDepth ?? 0);
  const error = await batch.apply(
    instance,
    {
      type: 'create-instance',
      processInstanceKey: key,
      definitionKey: deployed.row.key as Key,
      version: deployed.row.version,
      variables: request.variables,
      startElementId: request.startElementId ?? null,
      startInstructions: request.startInstructions,
      terminateAfter: request.terminateAfter,
      parent: called?.parent ?? null,
      rootKey: called?.rootKey ?? null,
      businessId: request.businessId ?? null,
      tags: request.tags ?? [],
    },
    request.actor ?? null,
  );
  if (error !== null) return { ok: false, error };
  batch.add(instance);
  return { ok: true, instance };
};
