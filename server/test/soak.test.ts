import { beforeAll, expect, it } from 'vitest';
import { buildServer } from './kill/server-process.ts';
import { soak } from './soak/soak.ts';
import { createTestStore } from './test-runtime.ts';

beforeAll(buildServer);

// The long form is `npm run soak`. It throws where a job is lost or done twice, and where verify finds anything.
it('should have every job done once by two workers of which one is killed', async () => {
  const store = await createTestStore('sqlite');
  const figures = await soak({ place: store, workers: 2, jobs: 200, kills: 1, everyMs: [50, 150] });
  expect(figures.kills).toBe(1);
  expect(figures.acknowledged).toBeGreaterThan(150);
  await store.drop();
}, 60_000);
