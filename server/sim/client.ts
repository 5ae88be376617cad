import { isDeepStrictEqual } from 'node:util';
import type { Task } from '../src/runtime/task.ts';
import type { Faults } from './faults.ts';
import type { Request, Response } from './request.ts';
import type { World } from './world.ts';

/** Sends commands as a careful client does. */
export interface Client {
  /** Asked once: the outcome may remain unknown. */
  once<A>(task: Task<A>): Promise<Response<A>>;
  /** Asked with this idempotency key until the outcome is known. */
  untilKnown<A>(id: string, task: Task<A>): Promise<Exclude<Response<A>, { type: 'unknown' }>>;
}

export const createClient = (
  world: World,
  request: Request,
  faults: Faults,
  violated: (sentence: string) => void,
): Client => {
  const once = <A>(task: Task<A>): Promise<Response<A>> => request((runtime) => runtime.pipeline.submit(task));
  return {
    once,
    untilKnown: async <A>(id: string, task: Task<A>) => {
      const repeatable = { ...task, idempotency: { id, fingerprint: task.name } };
      let first: unknown;
      const note = (response: Response<A>): void => {
        if (response.type !== 'done') return;
        first ??= response.answer;
        if (!isDeepStrictEqual(first, response.answer))
          violated(
            `I6: expected request '${id}' to be answered as before by ${JSON.stringify(first)}, found ${JSON.stringify(response.answer)}`,
          );
      };
      for (;;) {
        // Something between client and server sends it twice.
        if (faults.strikes('doubled-request', 0.3)) void once(repeatable).then(note);
        const response = await once(repeatable);
        note(response);
        if (response.type !== 'unknown') return response;
        await world.sleep(world.random.between(20, 1_500));
      }
    },
  };
};
