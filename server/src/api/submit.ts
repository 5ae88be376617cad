import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import type { Task } from '../runtime/task.ts';

/** Tells a repeated request from another one with the same key. */
type Idempotency = NonNullable<Task<unknown>['idempotency']>;

/**
 * Hands a task of a request to the pipeline. With an `Idempotency-Key` header the same key gets the first answer again, also after a
 * restart: a client that got no answer may simply repeat its request.
 */
export const submit = <A>(runtime: Runtime, request: Request, task: Task<A>): Promise<A> => {
  const idempotency = idempotencyOf(request);
  return runtime.pipeline.submit(idempotency === null ? task : { ...task, idempotency });
};

/** How one of several tasks of a request came out. */
export type ItemOutcome<A> =
  { readonly answer: A; readonly refusal: null } | { readonly answer: null; readonly refusal: Refusal };

/**
 * Hands the tasks of a request to the pipeline, each for itself, and answers how each came out, in their order; a refusal in place of a task is its own
 * outcome. With an `Idempotency-Key` header a repeated request gets the first answers again, and what was refused is tried again. Throws the
 * refusal when all items met trouble that passes: then the request as a whole is to be repeated.
 */
export const submitEach = async <A>(
  runtime: Runtime,
  request: Request,
  tasks: readonly (Task<A> | Refusal)[],
): Promise<readonly ItemOutcome<A>[]> => {
  const call = idempotencyOf(request);
  // Claims the key for this request before any item is done: another request under the same key is refused as a whole.
  if (call !== null)
    await runtime.pipeline.submit({ name: 'claim-key', idempotency: call, run: () => Promise.resolve(null) });
  const outcomes = await Promise.all(
    tasks.map(async (task, index): Promise<ItemOutcome<A>> => {
      try {
        if (task instanceof Refusal) throw task;
        // No key of a client has this sign, so an item never meets one.
        const idempotency = call === null ? undefined : { ...call, id: `${call.id}§${index}` };
        return {
          answer: await runtime.pipeline.submit(idempotency === undefined ? task : { ...task, idempotency }),
          refusal: null,
        };
      } catch (error) {
        if (error instanceof Refusal) return { answer: null, refusal: error };
        throw error;
      }
    }),
  );
  const [first] = outcomes;
  if (first?.refusal != null && outcomes.every(({ refusal }) => refusal !== null && passes(refusal)))
    throw first.refusal;
  return outcomes;
};

const passes = ({ code }: Refusal): boolean => code === 'RESOURCE_EXHAUSTED' || code === 'UNAVAILABLE';

/** The idempotency key of a request, null where it has none. Throws INVALID_ARGUMENT for one that cannot be kept. */
const idempotencyOf = (request: Request): Idempotency | null => {
  const id = request.get('idempotency-key');
  if (id === undefined || id === '') return null;
  if (!/^[\x20-\x7e]{1,200}$/.test(id)) {
    throw new Refusal(
      'INVALID_ARGUMENT',
      'Expected an Idempotency-Key of 1 to 200 printable ASCII characters. A random UUID is a good one.',
    );
  }
  const fingerprint = createHash('sha256')
    .update(`${request.method} ${request.originalUrl} ${JSON.stringify(request.body ?? null)}`)
    .digest('base64');
  return { id, fingerprint };
};
