import { Refusal } from '../../runtime/refusal.ts';
import type { Runtime } from '../../runtime/create-runtime.ts';
import type { Task } from '../../runtime/task.ts';
import type { Call } from './call.ts';

/**
 * Hands a task of a call to the pipeline. With an `Idempotency-Key` header the same key gets the first answer again, also after a restart: a client
 * that got no answer may simply repeat its request.
 */
export const submit = <A>(
  { pipeline }: Pick<Runtime, 'pipeline'>,
  call: Pick<Call<unknown, unknown, unknown>, 'header' | 'fingerprint'>,
  task: Task<A>,
): Promise<A> => {
  const id = call.header('idempotency-key') ?? '';
  if (id === '') return pipeline.submit(task);
  if (!/^[\x20-\x7e]{1,200}$/.test(id)) {
    throw new Refusal(
      'INVALID_ARGUMENT',
      'Expected an Idempotency-Key of 1 to 200 printable ASCII characters. A random UUID is a good one.',
    );
  }
  return pipeline.submit({ ...task, idempotency: { id, fingerprint: call.fingerprint() } });
};
