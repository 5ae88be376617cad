import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from './postgres.ts';
import type { TestDatabase } from './postgres.ts';

describe('the PostgreSQL of a test run', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await database.drop();
  });

  it('should be a real server in UTF-8', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const answer = await client.query<{ server_version: string; encoding: string }>(
      "select current_setting('server_version') as server_version, current_setting('server_encoding') as encoding",
    );
    await client.end();
    expect(answer.rows[0]?.encoding).toBe('UTF8');
    expect(Number(answer.rows[0]?.server_version.split('.')[0])).toBeGreaterThanOrEqual(14);
  });

  it('should give each test file a database of its own', async () => {
    const other = await createTestDatabase();
    const first = new pg.Client({ connectionString: database.url });
    await first.connect();
    await first.query('create table only_here (id int)');
    const second = new pg.Client({ connectionString: other.url });
    await second.connect();
    const seen = await second.query("select to_regclass('only_here') as found");
    await Promise.all([first.end(), second.end()]);
    await other.drop();
    expect(seen.rows[0]).toEqual({ found: null });
  });

  it('should drop a database that still has connections', async () => {
    const other = await createTestDatabase();
    const client = new pg.Client({ connectionString: other.url });
    client.on('error', () => undefined);
    await client.connect();
    await other.drop();
    await expect(client.query('select 1')).rejects.toThrow();
    await client.end().catch(() => undefined);
  });
});
