import type { Knex } from 'knex';
import { defaultTenant } from '../../default-tenant.ts';
import type { Migration } from '../migrate.ts';

/** What is found or shown by tenant. Other rows of an instance, which are only reached by its key, are of the tenant of the instance. */
const tables: readonly string[] = [
  'deployments',
  'resources',
  'process_definitions',
  'forms',
  'decision_definitions',
  'decision_requirements',
  'decision_instances',
  'process_instances',
  'jobs',
  'user_tasks',
  'incidents',
  'messages',
  'message_subscriptions',
  'message_correlations',
  'signal_subscriptions',
  'start_subscriptions',
  'start_timers',
  'documents',
  'drafts',
];

/** Looked up within a tenant from now on: each index takes the place of one, so that none is added to what a step writes. */
const indexes: readonly (readonly [name: string, on: string])[] = [
  ['process_definitions_version', 'process_definitions (process_id, tenant_id, version)'],
  ['forms_version', 'forms (form_id, tenant_id, version)'],
  ['decision_requirements_version', 'decision_requirements (drg_id, tenant_id, version)'],
  ['decision_definitions_version', 'decision_definitions (decision_id, tenant_id, version)'],
  ['resources_name', 'resources (name, tenant_id, version)'],
  ['message_subscriptions_address', 'message_subscriptions (message_name, correlation_key, tenant_id)'],
  ['messages_address', 'messages (name, correlation_key, tenant_id, key)'],
  ['signal_subscriptions_name', 'signal_subscriptions (signal_name, tenant_id, key)'],
  ['start_subscriptions_name', 'start_subscriptions (kind, name, tenant_id)'],
  ['jobs_fetchable', 'jobs (type, tenant_id, key) WHERE fetchable = 1'],
];
const unique = /^(process_definitions|forms|decision_requirements|decision_definitions)_version$/;

const addTenant = (table: Knex.AlterTableBuilder): void =>
  void table.text('tenant_id').notNullable().defaultTo(defaultTenant);

/** Gives a table a primary key that begins with the tenant. SQLite cannot change one: the rows, which are few, move. */
const prependTenant = async (
  trx: Knex.Transaction,
  dialect: 'sqlite' | 'postgresql',
  name: string,
  key: readonly string[],
  others: readonly string[],
): Promise<void> => {
  if (dialect === 'postgresql') {
    await trx.schema.alterTable(name, addTenant);
    await trx.raw(`ALTER TABLE ${name} DROP CONSTRAINT ${name}_pkey, ADD PRIMARY KEY (tenant_id, ${key.join(', ')})`);
    return;
  }
  const moved = `${name}_by_tenant`;
  await trx.schema.createTable(moved, (table) => {
    addTenant(table);
    for (const column of key) table.text(column).notNullable();
    for (const column of others) table.bigInteger(column).notNullable();
    table.primary(['tenant_id', ...key]);
  });
  const columns = [...key, ...others].join(', ');
  await trx.raw(`INSERT INTO ${moved} (${columns}) SELECT ${columns} FROM ${name}`);
  await trx.raw(`DROP TABLE ${name}`);
  await trx.raw(`ALTER TABLE ${moved} RENAME TO ${name}`);
};

/**
 * Everything belongs to a tenant; what was there before, to the default one. Whoever has a role is a member of that, so that nobody is locked out when
 * multi-tenancy is turned on. A server that does not know tenants yet may go on beside newer ones as long as it is off.
 */
export const migration0013: Migration = {
  id: '0013-tenants',
  up: async (trx, dialect) => {
    for (const name of tables) await trx.schema.alterTable(name, addTenant);
    await trx.schema.alterTable('batch_operations', (table) => void table.text('tenants').nullable());
    await trx.schema.alterTable('documents', (table) => void table.text('public_id').nullable());
    await trx.raw(
      'CREATE UNIQUE INDEX documents_public_id ON documents (tenant_id, public_id) WHERE public_id IS NOT NULL',
    );
    for (const [name, on] of indexes) {
      await trx.raw(`DROP INDEX ${name}`);
      await trx.raw(`CREATE ${unique.test(name) ? 'UNIQUE ' : ''}INDEX ${name} ON ${on}`);
    }
    await prependTenant(trx, dialect, 'message_starts', ['process_id', 'correlation_key'], ['process_instance_key']);
    await prependTenant(trx, dialect, 'message_addresses', ['name', 'correlation_key'], ['sent', 'opened', 'at_ms']);
    if (dialect === 'sqlite') {
      await trx.raw('CREATE INDEX message_starts_instance ON message_starts (process_instance_key)');
      await trx.raw('CREATE INDEX message_addresses_at ON message_addresses (at_ms)');
    }
    await trx.raw(
      `INSERT INTO memberships (container_type, container_id, member_type, member_id)
       SELECT 'TENANT', ?, 'ROLE', r.role_id FROM roles r WHERE NOT EXISTS (SELECT 1 FROM memberships m
         WHERE m.container_type = 'TENANT' AND m.container_id = ? AND m.member_type = 'ROLE' AND m.member_id = r.role_id)`,
      [defaultTenant, defaultTenant],
    );
  },
};
