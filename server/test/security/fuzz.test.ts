import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { families } from '../../fuzz/families.ts';
import type { FamilyName } from '../../fuzz/fuzz-case.ts';
import { fuzzFamily } from '../../fuzz/fuzz-family.ts';
import { fuzzedServer } from '../../fuzz/fuzzed-server.ts';
import type { FuzzedServer } from '../../fuzz/fuzzed-server.ts';
import { verify } from '../../src/verify.ts';
import type { Dialect } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

/** The short form of `npm run fuzz`, whose seeds begin elsewhere; here every answer is checked against its type besides. */
const firstSeed = 1_000_000;

const runs: readonly [Dialect, readonly (readonly [FamilyName, number])[]][] = [
  [
    'sqlite',
    [
      ['xml', 80],
      ['feel', 400],
      ['rest', 300],
    ],
  ],
  ['postgresql', [['filters', 300]]],
];

describe.each(runs)('a server on %s that is fed with what nobody expects', (dialect, fed) => {
  let server: TestServer;
  let client: FuzzedServer;
  beforeAll(async () => {
    server = await startTestServer(dialect, { listenerWaitMs: 200 });
    client = fuzzedServer(server.address, process.pid);
  });
  afterAll(async () => {
    client.close();
    await server.close();
  });

  it.each(fed)('should answer all of it soon and without a failure of its own: %s', async (name, inputs) => {
    const result = await fuzzFamily({
      family: families[name](),
      server: client,
      inputs,
      seed: firstSeed,
      maxFailures: 3,
    });
    expect(result.failures).toEqual([]);
    expect(result.inputs).toBe(inputs);
    // The inputs are no garbage: some of them are taken.
    expect(client.statuses.get(200)).toBeGreaterThan(inputs / 10);
  });

  it('should be well and hold together afterwards', async () => {
    expect((await server.get('/v2/status')).status).toBe(204);
    await expect
      .poll(async () => (await verify(server.runtime.database)).violations, { timeout: 10_000, interval: 500 })
      .toEqual([]);
  });
});
