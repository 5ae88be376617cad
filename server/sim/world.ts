import { EventQueue } from './event-queue.ts';
import type { Random } from './random.ts';

/** The time of a run and everything that happens in it, one thing after the other. */
export interface World {
  readonly random: Random;
  /** Whole milliseconds since the epoch. */
  nowMs(): number;
  /** Lets `run` happen `ms` milliseconds from now. Returns what calls it off. */
  after(ms: number, run: () => void): () => void;
  /** The same for what only the run itself (and no node, client or worker) can notice; nobody is waited for after it. */
  quietly(ms: number, run: () => Promise<void>): void;
  sleep(ms: number): Promise<void>;
  /** Goes on until `isDone`, or until nothing is left to happen. */
  run(isDone: () => boolean): Promise<void>;
  /** How many events have happened. */
  events(): number;
}

/** The simulated time at which every run begins. */
export const beginMs = Date.parse('2030-01-01T00:00:00Z');

const oneTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/**
 * Releases one event, then lets everybody who was woken by it go on until all of them wait for further events, then releases the next. Nothing
 * in a run may wait for anything but events and turns of the event loop: that makes a run the same for the same seed.
 */
export const createWorld = (random: Random): World => {
  const queue = new EventQueue();
  let now = beginMs;
  let registered = 0;
  let happened = 0;

  const add = (ms: number, run: () => void | Promise<void>, isQuiet: boolean): (() => void) => {
    registered += 1;
    const event = {
      atMs: now + Math.max(0, Math.ceil(ms)),
      lot: random.next(),
      run: run as (() => void | Promise<void>) | null,
      isQuiet,
    };
    queue.push(event);
    return () => (event.run = null);
  };

  /** A batch waits one turn for others to join; who is woken by its answer may begin the next one. */
  const settle = async (): Promise<void> => {
    for (let quiet = 0; quiet < 2;) {
      const before = registered;
      await oneTurn();
      quiet = registered === before ? quiet + 1 : 0;
    }
  };

  return {
    random,
    nowMs: () => now,
    after: (ms, run) => add(ms, run, false),
    quietly: (ms, run) => void add(ms, run, true),
    sleep: (ms) => new Promise((resolve) => void add(ms, resolve, false)),
    run: async (isDone) => {
      await settle();
      while (!isDone()) {
        const event = queue.pop();
        if (event === undefined) return;
        if (event.run === null) continue;
        now = event.atMs;
        happened += 1;
        await event.run();
        if (!event.isQuiet) await settle();
      }
    },
    events: () => happened,
  };
};
