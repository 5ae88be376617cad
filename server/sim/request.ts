import type { Runtime } from '../src/runtime/create-runtime.ts';
import { Refusal } from '../src/runtime/refusal.ts';
import type { Cluster } from './cluster.ts';
import type { Faults } from './faults.ts';
import { afterInNode } from './sim-node-life.ts';
import type { World } from './world.ts';

/** What a client gets to know. `unknown`: perhaps it has happened, perhaps not. */
export type Response<A> =
  | { readonly type: 'done'; readonly answer: A }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | { readonly type: 'unknown' };

/** How long a client waits for an answer, milliseconds. */
const patienceMs = 6_000;

/** Sends a request to some node, over a network that may lose the answer. */
export type Request = <A>(deed: (runtime: Runtime) => Promise<A>) => Promise<Response<A>>;

/** `failed` is told of answers that no fault explains: a bug of the server. */
export const createRequest =
  (world: World, cluster: Cluster, faults: Faults, failed: (sentence: string) => void): Request =>
  (deed) =>
    new Promise((resolve) => {
      const node = cluster.any();
      const giveUp = world.after(node === null ? 10 : patienceMs, () => resolve({ type: 'unknown' }));
      if (node === null) return;
      const travelMs = (): number => world.random.between(0, 4);
      const respond = (response: Parameters<typeof resolve>[0]): void => {
        if (faults.strikes('lost-response', 0.1)) return;
        world.after(travelMs(), () => {
          giveUp();
          resolve(response);
        });
      };
      afterInNode(world, node.life)(travelMs(), () => {
        deed(node.runtime).then(
          (answer) => respond({ type: 'done', answer }),
          (error: unknown) => {
            if (error instanceof Refusal && error.code !== 'INTERNAL')
              return respond(error.code === 'UNAVAILABLE' ? { type: 'unknown' } : { type: 'refused', refusal: error });
            failed(`a request failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
            return respond({ type: 'unknown' });
          },
        );
      });
    });
