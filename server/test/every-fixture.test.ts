import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../src/verify.ts';
import { decisionFixture, fixture, fixtureNames } from './fixture.ts';
import { actions, anyVariables, changeByHand } from './outside-world.ts';
import { createTestStore, dialects, openTestRuntime } from './test-runtime.ts';
import type { TestRuntime, TestStore } from './test-runtime.ts';

/** In another order each round. */
const deeds = Object.values(actions);

describe.each(dialects)('every model of the project on %s', (dialect) => {
  let store: TestStore;
  let runtime: TestRuntime;
  beforeAll(async () => {
    store = await createTestStore(dialect);
    runtime = await openTestRuntime(store);
  });
  afterAll(async () => {
    await runtime.close();
    await store.drop();
  });

  it('should have as rows after every step exactly what the journal folds to', async () => {
    const newestKey = async (): Promise<number> => {
      const [row] = await runtime.database.rows<{ key: number | null }>(
        'SELECT max(key) AS key FROM process_instances',
      );
      return row?.key ?? 0;
    };
    await runtime.deploy(decisionFixture('business-rule-task'));
    for (const name of fixtureNames()) {
      // What is there of the models before is looked at once more at the end.
      const after = await newestKey();
      await runtime.deploy(fixture(name));
      const started = await runtime.database.rows<{ process_id: string }>(
        `SELECT process_id FROM process_definitions WHERE resource_name = '${name}.bpmn' AND is_latest = 1`,
      );
      // A statement is a round trip on PostgreSQL; the steps are the same on both.
      for (let round = 0; round < (dialect === 'sqlite' ? 3 : 1); round += 1) {
        for (const { process_id: processId } of started)
          await runtime.start(processId, anyVariables).catch(() => undefined);
        for (let index = 0; index < deeds.length; index += 1) {
          // In between it is changed by hand, which is to make no difference to what holds.
          if (index === 2 && round === 0) await changeByHand(runtime, after);
          await deeds[(index + round * 3) % deeds.length]?.(runtime);
        }
        const { violations } = await verify(runtime.database, { after });
        expect(violations, `${name}, round ${round}`).toEqual([]);
      }
    }
    const whole = await verify(runtime.database);
    expect(whole.violations).toEqual([]);
    expect(whole.instances).toBeGreaterThan(dialect === 'sqlite' ? 150 : 50);
  }, 240_000);

  it('should notice when a row does not fit its journal', async () => {
    const { knex } = runtime.database;
    const [row] = (await knex('variables')
      .select('key', 'value')
      .whereIn('scope_key', knex('process_instances').select('key').where('status', 'ACTIVE'))
      .limit(1)) as { key: number; value: string }[];
    await knex('variables').where({ key: row?.key }).update({ value: '"tampered"' });
    expect((await verify(runtime.database)).violations.join()).toMatch(/tampered.*in the rows/);
    await knex('variables').where({ key: row?.key }).update({ value: row?.value });
    const [entry] = (await knex('journal').select('*').where({ seq: 2 }).limit(1)) as Record<string, unknown>[];
    await knex('journal').where({ process_instance_key: entry?.['process_instance_key'], seq: 2 }).delete();
    expect((await verify(runtime.database)).violations.join()).toMatch(/journal entr/);
    await knex('journal').insert(entry);
  });

  it('should go on after a restart where it was', async () => {
    const before = await verify(runtime.database);
    await runtime.close();
    runtime = await openTestRuntime(store, runtime.clock);
    for (const deed of deeds) await deed(runtime);
    const after = await verify(runtime.database);
    expect(after.violations).toEqual([]);
    expect(after.entries).toBeGreaterThan(before.entries);
  });
});
