import { boundary, catching, end, model, serviceTask, start, userTask } from '@baton/fixtures/build-model';

/** A task for a worker that may fail in every way: by errors that the process knows, and by others. */
export const parcel = model(
  'parcel',
  [start('s'), serviceTask('wrap'), boundary('sold-out', 'wrap', { error: 'sold-out' }), end('sent'), end('refused')],
  ['s > wrap', 'wrap > sent', 'sold-out > refused'],
);

/** Waits for a message, then for a signal, then for a person. */
export const pickup = model(
  'pickup',
  [
    start('s'),
    catching('called', { message: 'call', key: '=ticket' }),
    catching('opened', { signal: 'doors-open' }),
    userTask('hand-over'),
    end('e'),
  ],
  ['s > called', 'called > opened', 'opened > hand-over', 'hand-over > e'],
);

/** How the handler of a worker behaves, said by the variable `mode`; the rest of a job is what it was given. */
export const modes = ['fails once', 'throws once', 'sold out', 'forgets once', 'takes long'] as const;
export type Mode = (typeof modes)[number];

/** What a worker was handed: when, and how many attempts were left. */
export interface Attempt {
  readonly atMs: number;
  readonly retries: number;
}

/** How long a lock lasts, and how long a failed job is left alone, milliseconds. */
export const lockMs = 700;
export const backOffMs = 400;

/** Keeps what a worker was handed, by mode. */
export class Attempts {
  readonly #byMode = new Map<string, Attempt[]>();

  /** Notes one and answers how many there were before it. */
  note(mode: string, retries: number): number {
    const before = this.of(mode);
    this.#byMode.set(mode, [...before, { atMs: performance.now(), retries }]);
    return before.length;
  }

  of(mode: string): readonly Attempt[] {
    return this.#byMode.get(mode) ?? [];
  }

  /** The pause between the first two. */
  pauseMs(mode: string): number {
    const [first, second] = this.of(mode);
    return (second?.atMs ?? Number.NaN) - (first?.atMs ?? Number.NaN);
  }
}
