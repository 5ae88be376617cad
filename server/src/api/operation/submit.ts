import type { Permit } from '../../identity/permit.ts';
import { guardTask } from '../../identity/guard-task.ts';
import { isPassing, Refusal } from '../../runtime/refusal.ts';
import type { Runtime } from '../../runtime/create-runtime.ts';
import type { Task } from '../../runtime/task.ts';
import type { Call } from './call.ts';

type Identified = Pick<Call<unknown, unknown, unknown>, 'header' | 'fingerprint' | 'isRepeatable' | 'permit' | 'audit'>;
/** Tells a repeated call from another one with the same key. */
type Idempotency = NonNullable<Task<unknown>['idempotency']>;

/**
 * Hands a task of a call to the pipeline. With an `Idempotency-Key` header the same key gets the first answer again, also after a restart: a client
 * that got no answer may simply repeat its request.
 */
export const submit = <A>({ pipeline }: Pick<Runtime, 'pipeline'>, call: Identified, task: Task<A>): Promise<A> => {
  const idempotency = idempotencyOf(call);
  const guarded = { ...guardTask(task, call.permit), audit: call.audit() };
  return pipeline.submit(idempotency === null ? guarded : { ...guarded, idempotency });
};

/** How one of several tasks of a call came out. */
export type ItemOutcome<A> =
  | { readonly answer: A; readonly refusal: null }
  | { readonly answer: null; readonly refusal: Refusal };

/**
 * Hands the tasks of a call to the pipeline, each for itself and with its own note for the audit log where it has one, and answers how each came out, in their order; a refusal in place of a task is its own
 * outcome. With an `Idempotency-Key` header a repeated call gets the first answers again, and what was refused is tried again. Throws the
 * refusal when all items met trouble that passes: then the call as a whole is to be repeated.
 */
export const submitEach = async <A>(
  { pipeline }: Pick<Runtime, 'pipeline'>,
  call: Identified,
  tasks: readonly (Task<A> | Refusal)[],
  /** A narrower permission than that of the operation. */
  permit: Permit = call.permit,
): Promise<readonly ItemOutcome<A>[]> => {
  const whole = idempotencyOf(call);
  // Claims the key for this call before any item is done: another one under the same key is refused as a whole.
  if (whole !== null)
    await pipeline.submit({ name: 'claim-key', idempotency: whole, run: () => Promise.resolve(null) });
  const outcomes = await Promise.all(
    tasks.map(async (task, index): Promise<ItemOutcome<A>> => {
      try {
        if (task instanceof Refusal) throw task;
        // No key of a client has this sign, so an item never meets one.
        const idempotency = whole === null ? undefined : { ...whole, id: `${whole.id}§${index}` };
        const guarded = { ...guardTask(task, permit), audit: task.audit ?? call.audit() };
        return {
          answer: await pipeline.submit(idempotency === undefined ? guarded : { ...guarded, idempotency }),
          refusal: null,
        };
      } catch (error) {
        if (error instanceof Refusal) return { answer: null, refusal: error };
        throw error;
      }
    }),
  );
  const [first] = outcomes;
  if (first?.refusal != null && outcomes.every(({ refusal }) => isPassing(refusal))) throw first.refusal;
  return outcomes;
};

/** The idempotency key of a call, null where it has none. Throws INVALID_ARGUMENT for one that cannot be kept. */
const idempotencyOf = (call: Identified): Idempotency | null => {
  if (!call.isRepeatable) throw new Error('Expected an operation that hands over tasks to say that it is repeatable.');
  const id = call.header('idempotency-key') ?? '';
  if (id === '') return null;
  if (!/^[\x20-\x7e]{1,200}$/.test(id)) {
    throw new Refusal(
      'INVALID_ARGUMENT',
      'Expected an Idempotency-Key of 1 to 200 printable ASCII characters. A random UUID is a good one.',
    );
  }
  const { within, type, id: caller } = call.permit.principal;
  // Where tenants are told apart, keys are each caller's own: nobody meets those of another one. A name has no line break.
  return { id: within === null ? id : `${type} ${caller}\n${id}`, fingerprint: call.fingerprint() };
};
