import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import './postgres-server.ts';

/** A database of its own for one test file. */
export interface TestDatabase {
  /** Address to hand to the server as BATON_DATABASE_URL. */
  readonly url: string;
  /** Ends its connections and deletes it. */
  readonly drop: () => Promise<void>;
}

async function maintain(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * Creates an empty database on the run's PostgreSQL. Call it in `beforeAll` and `drop` in `afterAll`.
 * @throws when the run has no PostgreSQL (the file is not in the server's vitest project)
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await maintain(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => maintain(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
