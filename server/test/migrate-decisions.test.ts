import { decision, decisionFile, literal } from '@baton/fixtures/build-decisions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateTask } from '../src/runtime/decisions/decision-tasks.ts';
import { migrations } from '../src/store/migrate.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { createTestStore, dialects, openTestRuntime } from './test-runtime.ts';
import type { TestStore } from './test-runtime.ts';

const listTables = {
  sqlite: `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
  postgresql: `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
};

describe.each(dialects)('decisions of the first schema on %s', (dialect) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await createTestStore(dialect);
  });
  afterAll(() => store.drop());

  it('should be rows with their keys, versions and states after the migration, and go on working', async () => {
    const old = await openDatabase(store);
    await old.knex.transaction(async (trx) => {
      // The schema as it was at first.
      const tables = await trx.raw<{ name: string }[] | { rows: { name: string }[] }>(listTables[dialect]);
      for (const { name } of Array.isArray(tables) ? tables : tables.rows)
        if (name !== 'schema_migrations') await trx.schema.dropTable(name);
      // Of a migration to come: tables that go take what is theirs along, functions stay.
      if (dialect === 'postgresql') await trx.raw('DROP FUNCTION baton_guard');
      await trx('schema_migrations').whereNot('id', '0001-first-schema').delete();
      await migrations[0]?.up(trx, dialect);
      const file = (key: number, drgId: string, version: number, deleted: number, decisions: object[]) => ({
        key,
        drg_id: drgId,
        name: drgId === 'named' ? 'Named' : null,
        version,
        resource_key: key + 1,
        resource_name: `${drgId}.dmn`,
        deployment_key: 7,
        checksum: String(key),
        decisions: JSON.stringify(decisions),
        is_latest: 0,
        deleted,
      });
      await trx('decision_requirements').insert([
        file(100, 'named', 1, 0, [{ id: 'd', name: 'D', key: 102 }]),
        file(200, 'named', 2, 0, [
          { id: 'd', name: 'D', key: 202 },
          { id: 'e', name: null, key: 203 },
        ]),
        file(300, 'other', 1, 1, [{ id: 'd', name: 'D', key: 302 }]),
      ]);
      const content = decisionFile('named', [decision('d', literal('42')), decision('e', literal('d'))]);
      for (const key of [101, 201])
        await trx('resources').insert({
          key,
          deployment_key: 7,
          name: 'named.dmn',
          kind: 'dmn',
          version: 1,
          checksum: 'c',
          encoding: 'utf8',
          content: key === 201 ? content : '<definitions id="never checked"/>',
          deleted: 0,
        });
    });
    await old.close();

    const runtime = await openTestRuntime(store);
    const rows = await runtime.database.rows<Record<string, unknown>>(
      'SELECT * FROM decision_definitions ORDER BY key',
    );
    expect(
      rows.map((row) => [
        row['key'],
        row['decision_id'],
        row['name'],
        row['version'],
        row['is_latest'],
        row['deleted'],
      ]),
    ).toEqual([
      [102, 'd', 'D', 1, 0, 0],
      [202, 'd', 'D', 2, 1, 0],
      [203, 'e', 'e', 1, 1, 0],
      [302, 'd', 'D', 3, 0, 1],
    ]);
    expect(rows[0]).toMatchObject({ requirements_id: 'named', requirements_name: 'Named', requirements_version: 1 });
    expect(await runtime.pipeline.submit(evaluateTask({ id: 'd' }, {}))).toMatchObject({ output: 42, failure: null });
    // The first version took whatever had the outline of a DMN file.
    expect(await runtime.pipeline.submit(evaluateTask({ key: 102 as never }, {}))).toMatchObject({
      failure: { decisionId: 'd', message: expect.stringMatching(/DMN file to compile.*namespace/) as string },
    });
    await runtime.close();
  });
});
