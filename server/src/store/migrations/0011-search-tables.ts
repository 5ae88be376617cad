import type { Knex } from 'knex';
import type { Migration } from '../migrate.ts';

/** Which message reached whom. `subscription_key` is that of the open wait, or of the start event. */
const correlations = (table: Knex.CreateTableBuilder): void => {
  for (const name of ['process_instance_key', 'subscription_key', 'message_key', 'at_ms', 'definition_key', 'root_key'])
    table.bigInteger(name).notNullable();
  table.bigInteger('element_instance_key').nullable();
  for (const name of ['message_name', 'correlation_key', 'element_id', 'process_id']) table.text(name).notNullable();
  table.primary(['process_instance_key', 'subscription_key', 'message_key']);
};

/** Variables of the whole cluster (scope GLOBAL, without a tenant) and of tenants. */
const clusterVariables = (table: Knex.CreateTableBuilder): void => {
  for (const name of ['scope', 'tenant_id', 'name', 'value']) table.text(name).notNullable();
  table.primary(['scope', 'tenant_id', 'name']);
};

/** Files that somebody stored, and their bytes in pieces. */
const documents = (table: Knex.CreateTableBuilder): void => {
  for (const name of ['id', 'file_name', 'content_type', 'content_hash', 'properties']) table.text(name).notNullable();
  for (const name of ['size', 'is_complete', 'created_ms']) table.bigInteger(name).notNullable();
  table.bigInteger('expires_ms').nullable();
  table.text('process_id').nullable();
  table.bigInteger('process_instance_key').nullable();
  table.primary(['id']);
};

const documentChunks = (table: Knex.CreateTableBuilder): void => {
  table.text('document_id').notNullable();
  table.bigInteger('position').notNullable();
  table.text('content').notNullable();
  table.primary(['document_id', 'position']);
};

/** Partial: who has no incident and deploys no file of the kind pays nothing. */
const indexes: readonly string[] = [
  'message_correlations_at ON message_correlations (at_ms)',
  'documents_expiry ON documents (expires_ms) WHERE expires_ms IS NOT NULL',
  'process_instances_troubled ON process_instances (process_id, definition_key) WHERE incident_count > 0',
  `resources_generic ON resources (key) WHERE kind = 'generic' AND deleted = 0`,
  `resources_generic_id ON resources (COALESCE(script_id, name), version) WHERE kind = 'generic' AND deleted = 0`,
];

/** What searches read beside the state: correlated messages, variables of the cluster, documents. */
export const migration0011: Migration = {
  id: '0011-search-tables',
  up: async (trx) => {
    await trx.schema.createTable('message_correlations', correlations);
    await trx.raw('ALTER TABLE message_subscriptions ADD COLUMN updated_ms bigint');
    await trx.schema.createTable('cluster_variables', clusterVariables);
    await trx.schema.createTable('documents', documents);
    await trx.schema.createTable('document_chunks', documentChunks);
    for (const index of indexes) await trx.raw(`CREATE INDEX ${index}`);
  },
};
