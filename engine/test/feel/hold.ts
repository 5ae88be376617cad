/** Milliseconds for which one expression may hold a processor like the one that {@link referenceMs} was measured on. */
export const longestHold = 50;

/** Milliseconds of {@link reference} on the quiet machine that the limits are made for (2 shared cores, Node.js 20). */
const referenceMs = 5;

/** A piece of work like an evaluation's: small objects, texts, calls of closures, look-ups by name. */
const reference = (): number => {
  const found = new Map<string, { readonly at: number; readonly of: readonly number[] }>();
  const calls = [(at: number) => at + 1, (at: number) => at ^ 7, (at: number) => at >> 1];
  let sum = 0;
  for (let at = 0; at < 20_000; at += 1) {
    const name = `k${at % 5_000}`;
    sum += calls[at % 3]?.(at) ?? 0;
    found.set(name, { at: sum, of: [at, sum] });
    sum -= found.get(name)?.of.length ?? 0;
  }
  return sum;
};

/** Milliseconds of some work: the shorter of clock and processor time, because whatever else the machine does only adds to them. */
const took = (work: () => unknown): number => {
  const started = performance.now();
  const busy = process.cpuUsage();
  work();
  const byClock = performance.now() - started;
  const { user, system } = process.cpuUsage(busy);
  return Math.min(byClock, (user + system) / 1_000);
};

// What runs for the first time is compiled as it goes, which would make every machine look slow.
for (let turn = 0; turn < 30; turn += 1) reference();

/**
 * Milliseconds for which some work holds the process: the best of up to 24 turns, of which the first ones are
 * slow because what runs is compiled as it goes. Each turn is divided by how much slower than {@link referenceMs}
 * the machine is at that moment, so that a slow or shared machine says nothing about the work; a faster one gives no credit.
 * Ends when one turn is below {@link longestHold}.
 */
export const bestHold = (work: () => unknown): number => {
  let best = Infinity;
  for (let turn = 0; turn < 24 && best >= longestHold; turn += 1) {
    const before = took(reference);
    const hold = took(work);
    const slowness = Math.min(before, took(reference)) / referenceMs;
    best = Math.min(best, hold / Math.max(1, slowness));
  }
  return best;
};
