import type { Key } from '@baton/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishMessage } from '../src/runtime/messages.ts';
import type { Refusal } from '../src/runtime/refusal.ts';
import { defaultTenant } from '../src/default-tenant.ts';
import { verify } from '../src/verify.ts';
import { fixture } from './fixture.ts';
import { createTestStore, openTestRuntime } from './test-runtime.ts';
import type { TestRuntime, TestStore } from './test-runtime.ts';

/** Pairs that meet at the same moment: enough that some are decided while the other is on its way. */
const pairs = 60;

describe('two servers on one PostgreSQL that meet at a message', () => {
  let store: TestStore;
  let one: TestRuntime;
  let other: TestRuntime;
  beforeAll(async () => {
    store = await createTestStore('postgresql');
    one = await openTestRuntime(store);
    other = await openTestRuntime(store);
    await one.deploy(fixture('catch-message'));
    // Both have compiled the model and taken keys, so that nothing keeps them apart below.
    await Promise.all([one, other].map((runtime) => runtime.start('catch-message', { orderId: 'first', amount: 1 })));
  }, 60_000);
  afterAll(async () => {
    expect((await verify(one.database)).violations).toEqual([]);
    await one.close();
    await other.close();
    await store.drop();
  });

  const publish = (runtime: TestRuntime, correlationKey: string, messageId: string | null): Promise<Key> => {
    const to = { tenantId: defaultTenant, name: 'paid', correlationKey };
    const message = { ...to, variables: { sum: 1 }, timeToLiveMs: 600_000, messageId };
    return runtime.pipeline.submit({ name: 'publish', run: (batch) => publishMessage(batch, message) });
  };

  it('should bring each message to the instance that begins to wait for it at the same moment', async () => {
    for (let pair = 0; pair < pairs; pair += 1) {
      await Promise.all([
        one.start('catch-message', { orderId: `o${pair}`, amount: 1 }),
        publish(other, `o${pair}`, null),
      ]);
    }
    const waiting = await one.database.rows(
      `SELECT correlation_key FROM message_subscriptions WHERE correlation_key <> 'first'`,
    );
    expect(waiting).toEqual([]);
  });

  it('should take one of two messages with the same id', async () => {
    for (let pair = 0; pair < pairs; pair += 1) {
      const sent = await Promise.allSettled([one, other].map((runtime) => publish(runtime, `twins ${pair}`, 'the id')));
      const refused = sent.flatMap((each) => (each.status === 'rejected' ? [(each.reason as Refusal).code] : []));
      expect(refused).toEqual(['ALREADY_EXISTS']);
    }
  });
});
