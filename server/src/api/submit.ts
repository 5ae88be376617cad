import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import type { Task } from '../runtime/task.ts';

/**
 * Hands a task of a request to the pipeline. With an `Idempotency-Key` header the same key gets the first answer again, also after a
 * restart: a client that got no answer may simply repeat its request.
 */
export const submit = <A>(runtime: Runtime, request: Request, task: Task<A>): Promise<A> => {
  const id = request.get('idempotency-key');
  if (id === undefined || id === '') return runtime.pipeline.submit(task);
  if (!/^[\x20-\x7e]{1,200}$/.test(id)) {
    throw new Refusal(
      'INVALID_ARGUMENT',
      'Expected an Idempotency-Key of 1 to 200 printable ASCII characters. A random UUID is a good one.',
    );
  }
  const fingerprint = createHash('sha256')
    .update(`${request.method} ${request.originalUrl} ${JSON.stringify(request.body ?? null)}`)
    .digest('base64');
  return runtime.pipeline.submit({ ...task, idempotency: { id, fingerprint } });
};
