/** Milliseconds for which one expression may hold the process. */
export const longestHold = 50;

/**
 * Milliseconds for which some work holds the process: the best of up to six turns, and of clock and processor time, because whatever else the
 * machine does only adds to them. Ends when one turn is below {@link longestHold}.
 */
export const bestHold = (work: () => unknown): number => {
  let best = Infinity;
  for (let turn = 0; turn < 6 && best >= longestHold; turn += 1) {
    const started = performance.now();
    const busy = process.cpuUsage();
    work();
    const took = performance.now() - started;
    const { user, system } = process.cpuUsage(busy);
    best = Math.min(best, took, (user + system) / 1_000);
  }
  return best;
};
