import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { createDatabase, maintain } from './create-database.ts';
import './postgres-server.ts';

/** A database of its own for one test file. */
export interface TestDatabase {
  /** Address to hand to the server as BATON_DATABASE_URL. */
  readonly url: string;
  /** Ends its connections and deletes it. */
  readonly drop: () => Promise<void>;
}

/**
 * Creates an empty database on the run's PostgreSQL. Call it in `beforeAll` and `drop` in `afterAll`.
 * @throws when the run has no PostgreSQL (the file is not in the server's vitest project)
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const url = await createDatabase(inject('postgresUrl'), name);
  return {
    url,
    drop: () => maintain(inject('postgresUrl'), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
