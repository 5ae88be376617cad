import { createBatchEnd } from './batch-end.ts';
import type { PipelineServices, Waiting } from './batch-end.ts';
import { createLanes } from './lanes.ts';
import { createOverlap } from './overlap.ts';
import { Refusal } from './refusal.ts';
import type { Task } from './task.ts';

/** Takes tasks and answers each when its effect is durable. */
export interface Pipeline {
  /** Rejects with `Refusal`: RESOURCE_EXHAUSTED when too many wait, UNAVAILABLE while stopping or when the database fails. */
  submit<A>(task: Task<A>): Promise<A>;
  /** Takes nothing new and waits until all that was accepted is answered. */
  drain(): Promise<void>;
}

export interface PipelineOptions extends PipelineServices {
  /** How many tasks may wait for their answers. (Default: 10,000.) */
  readonly capacity?: number;
}

/** How the waiting tasks become batches. */
export interface Course {
  /** Something new waits. */
  wake(): void;
  /** Resolves when nothing waits and nothing is on its way. */
  idle(): Promise<void>;
}

/**
 * Tasks that wait are decided and committed together. A database of our own takes one batch after the other, each decided while the one before
 * is written; one that is shared takes several side by side.
 */
export const createPipeline = (options: PipelineOptions): Pipeline => {
  const { capacity = 10_000 } = options;
  const queue: Waiting[] = [];
  let unanswered = 0;
  let stopping = false;

  const submit = <A>(task: Task<A>): Promise<A> => {
    if (stopping) return Promise.reject(new Refusal('UNAVAILABLE', 'The server is stopping. Try again in a moment.'));
    if (unanswered >= capacity) {
      return Promise.reject(
        new Refusal('RESOURCE_EXHAUSTED', `Expected fewer than ${capacity} waiting commands. Try again later.`),
      );
    }
    unanswered += 1;
    const answer = new Promise<unknown>((resolve, reject) => queue.push({ task, resolve, reject })).finally(
      () => (unanswered -= 1),
    );
    course.wake();
    return answer as Promise<A>;
  };

  const end = createBatchEnd(options, submit);
  const course = options.database.isShared ? createLanes(queue, options, end) : createOverlap(queue, options, end);
  return {
    submit,
    drain: async () => {
      stopping = true;
      await course.idle();
    },
  };
};
