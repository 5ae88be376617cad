import { beforeAll, describe, expect, it } from 'vitest';
import { killLoop } from './kill/kill-loop.ts';
import { buildServer } from './kill/server-process.ts';
import { createTestStore, dialects } from './test-runtime.ts';

beforeAll(buildServer);

// The long form is `npm run kill`.
describe.each(dialects)('a server on %s that is killed under load', (dialect) => {
  // Each life costs the start of a process, about two seconds on a busy machine; PostgreSQL keeps its own promises, so fewer do there.
  const kills = dialect === 'sqlite' ? 12 : 3;

  it(`should have kept everything that it acknowledged, ${kills} times`, async () => {
    const store = await createTestStore(dialect);
    const figures = await killLoop({ place: store, kills, lifeMs: [50, 500] });
    expect(figures.started).toBeGreaterThan(kills * 10);
    expect(figures.completedJobs).toBeGreaterThan(kills * 5);
    expect(figures.messages).toBeGreaterThan(kills);
    await store.drop();
  }, 180_000);
});
