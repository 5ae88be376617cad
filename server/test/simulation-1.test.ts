import { expect, it } from 'vitest';
import { faultNames } from '../sim/faults.ts';
import { runSimulation } from '../sim/run.ts';

// Half of the thousand seeds of `npm test`; the other half is in a file of its own, so that two processors share the work.
it('should keep its promises in five hundred simulated runs, whatever goes wrong', async () => {
  const { failures, strikeCounts, commits } = await runSimulation({ firstSeed: 1, seeds: 500, tell: () => undefined });
  expect(failures.join('\n\n')).toBe('');
  expect(commits).toBeGreaterThan(10_000);
  // What never strikes proves nothing.
  expect(faultNames.filter((name) => (strikeCounts.get(name) ?? 0) < 10)).toEqual([]);
}, 300_000);
