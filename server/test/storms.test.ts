import { describe, expect, it } from 'vitest';
import { leaseStorm } from './storm/lease-storm.ts';
import { timerStorm } from './storm/timer-storm.ts';
import { createTestStore, dialects } from './test-runtime.ts';

// The large ones are `npm run storm`. They throw where a timer or a job is lost or done twice, and where verify finds anything. The bounds are those of
// a machine that does much else at the same time.
describe.each(dialects)('a storm on %s', (dialect) => {
  const nodes = dialect === 'sqlite' ? 1 : 3;

  it(`should fire 2,000 timers that are due at one instant once each, spread over its servers: ${nodes}`, async () => {
    const store = await createTestStore(dialect);
    const { byNode, canaryMs, perSecond } = await timerStorm(store, 2_000, nodes);
    for (const fired of byNode) expect(fired).toBeGreaterThan(0);
    expect(canaryMs.p99).toBeLessThan(5_000);
    expect(perSecond).toBeGreaterThan(50);
    await store.drop();
  }, 60_000);

  it('should give out 1,000 jobs again whose locks run out in one millisecond', async () => {
    const store = await createTestStore(dialect);
    const { perSecond } = await leaseStorm(store, 1_000, nodes);
    expect(perSecond).toBeGreaterThan(50);
    await store.drop();
  }, 60_000);
});
