import type { Knex } from 'knex';
import { migration0001 } from './migrations/0001-first-schema.ts';
import { migration0002 } from './migrations/0002-decisions.ts';
import { migration0003 } from './migrations/0003-executable-bpmn.ts';
import { migration0004 } from './migrations/0004-script-files.ts';
import { migration0005 } from './migrations/0005-history.ts';
import { migration0006 } from './migrations/0006-nodes.ts';
import { migration0007 } from './migrations/0007-message-addresses.ts';
import { migration0008 } from './migrations/0008-search-indexes.ts';
import { migration0009 } from './migrations/0009-batch-operations.ts';
import { migration0010 } from './migrations/0010-identity.ts';
import { migration0011 } from './migrations/0011-search-tables.ts';
import { migration0012 } from './migrations/0012-changing-instances.ts';
import { migration0013 } from './migrations/0013-tenants.ts';
import { migration0014 } from './migrations/0014-draft-folders.ts';
import { migration0015 } from './migrations/0015-draft-sessions.ts';
import { migration0016 } from './migrations/0016-draft-scenarios.ts';
import { migration0017 } from './migrations/0017-element-templates.ts';
import { migration0018 } from './migrations/0018-draft-comments.ts';
import { migration0019 } from './migrations/0019-task-filters.ts';
import { migration0020 } from './migrations/0020-task-delegations.ts';

/** One step of the schema. A released one is never edited; the next change is a new file at the end of the list. */
export interface Migration {
  readonly id: string;
  /**
   * Whether a Baton that does not know it can no longer work on the database. Avoid it: during a rolling upgrade, old and new servers share one
   * schema. What is added must be nullable or have a default; what is no longer used is removed one release later. (Default: false.)
   */
  readonly isBreaking?: boolean;
  up(trx: Knex.Transaction, dialect: 'sqlite' | 'postgresql'): Promise<void>;
}

/** All of them, oldest first. */
export const migrations: readonly Migration[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
  migration0008,
  migration0009,
  migration0010,
  migration0011,
  migration0012,
  migration0013,
  migration0014,
  migration0015,
  migration0016,
  migration0017,
  migration0018,
  migration0019,
  migration0020,
];

const table = 'schema_migrations';
/** Any number will do as long as every Baton server uses the same. */
const advisoryLock = 727_003_241;

/**
 * Brings the schema up to date, forward only. Each migration and the note that it was done are one transaction: a server that is
 * killed half way leaves the schema as it was before that migration. Servers that start together wait for each other.
 * A newer Baton may have migrated the database: that is fine unless one of its migrations is breaking; then this throws.
 */
export const migrate = async (knex: Knex, dialect: 'sqlite' | 'postgresql'): Promise<void> => {
  await knex.transaction(async (trx) => {
    if (dialect === 'postgresql') await trx.raw('SELECT pg_advisory_xact_lock(?)', [advisoryLock]);
    await trx.raw(`CREATE TABLE IF NOT EXISTS ${table} (id text PRIMARY KEY, at text NOT NULL)`);
    if (!(await trx.schema.hasColumn(table, 'breaking')))
      await trx.raw(`ALTER TABLE ${table} ADD COLUMN breaking integer NOT NULL DEFAULT 0`);
  });
  for (const migration of migrations) {
    await knex.transaction(async (trx) => {
      if (dialect === 'postgresql') await trx.raw('SELECT pg_advisory_xact_lock(?)', [advisoryLock]);
      const done: unknown = await trx(table).where({ id: migration.id }).first();
      if (done !== undefined) return;
      await migration.up(trx, dialect);
      const breaking = migration.isBreaking === true ? 1 : 0;
      await trx(table).insert({ id: migration.id, at: new Date().toISOString(), breaking });
    });
  }
  const known = new Set(migrations.map((migration) => migration.id));
  const stored: { id: string }[] = await knex<{ id: string; breaking: number }>(table)
    .select('id')
    .where({ breaking: 1 });
  const newer = stored.find((row) => !known.has(row.id));
  if (newer !== undefined) {
    throw new Error(
      `The database holds migration ${newer.id}, which this Baton does not know and cannot work with: it was made by a newer one. Use that.`,
    );
  }
};
