/** How pauses between attempts grow. */
export interface BackOff {
  /** The first pause is up to so long, milliseconds. (Default: 100.) */
  readonly baseMs?: number;
  /** No pause is longer, milliseconds. (Default: 5,000.) */
  readonly capMs?: number;
}

/**
 * The pause after so many failed attempts (from 1), milliseconds: a random part of a span that doubles each time, so that many clients that met the same
 * trouble do not come back together. `random` is from 0 to 1.
 */
export const pauseAfter = (
  failures: number,
  { baseMs = 100, capMs = 5_000 }: BackOff = {},
  random: () => number = Math.random,
): number => random() * Math.min(capMs, baseMs * 2 ** Math.min(failures - 1, 30));

/** What `Retry-After` asks for, milliseconds from now; 0 where it says nothing. */
export const retryAfterMs = (header: string | null, nowMs: number = Date.now()): number => {
  if (header === null) return 0;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - nowMs;
  return Number.isFinite(ms) ? Math.max(0, Math.min(ms, 60_000)) : 0;
};

/** Waits; ends early, without an error, when the signal aborts. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted === true) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
