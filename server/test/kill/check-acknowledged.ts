import assert from 'node:assert/strict';
import { post, startOf } from './load.ts';
import type { Acknowledged } from './load.ts';

const page = 500;

/** Looks everything up that was acknowledged, and finds out what became of starts without an answer. Throws where something is missing. */
export type CheckAcknowledged = (address: string) => Promise<void>;

/** A check that looks at what has been acknowledged since it was last asked. */
export const acknowledgedCheck = (known: Acknowledged): CheckAcknowledged => {
  let seen = { started: 0, completedJobs: 0, messages: 0 };
  return async (address) => {
    const fresh = {
      started: [...known.started.values()].slice(seen.started),
      completedJobs: [...known.completedJobs].slice(seen.completedJobs),
      messages: [...known.messages].slice(seen.messages),
    };
    seen = {
      started: known.started.size,
      completedJobs: known.completedJobs.size,
      messages: known.messages.size,
    };
    await expectAll(address, 'starts', '/v2/process-instances/search', fresh.started, (keys) => ({
      processInstanceKey: { $in: keys },
    }));
    await expectAll(address, 'completions', '/v2/jobs/search', fresh.completedJobs, (keys) => ({
      jobKey: { $in: keys },
      state: 'COMPLETED',
    }));
    await expectAll(address, 'messages', '/v2/process-instances/search', fresh.messages, (keys) => ({
      businessId: { $in: keys },
      processDefinitionId: 'catch-message',
      state: 'COMPLETED',
    }));
    for (const key of [...known.unknown]) await settleUnknown(address, key, known);
  };
};

const expectAll = async (
  address: string,
  what: string,
  path: string,
  keys: readonly string[],
  filterOf: (keys: readonly string[]) => object,
): Promise<void> => {
  for (let at = 0; at < keys.length; at += page) {
    const some = keys.slice(at, at + page);
    const found = await post(address, path, { filter: filterOf(some), page: { limit: page } });
    assert.equal(found.items.length, some.length, `acknowledged ${what} that are there`);
  }
};

/** A start that is repeated with its idempotency key has happened exactly once, whether or not it had before. */
const settleUnknown = async (address: string, key: string, known: Acknowledged): Promise<void> => {
  const repeated = await post(address, '/v2/process-instances', startOf(key), { 'idempotency-key': key });
  const found = await post(address, '/v2/process-instances/search', { filter: { businessId: key } });
  const keys = found.items.map((item: { processInstanceKey: string }) => item.processInstanceKey);
  assert.deepEqual(keys, [repeated.processInstanceKey], 'a repeated start');
  known.unknown.delete(key);
  known.started.set(key, repeated.processInstanceKey);
};
