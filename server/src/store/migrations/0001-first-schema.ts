import type { Knex } from 'knex';
import type { Migration } from '../migrate.ts';

/** Columns in short: a name alone is an integer, `name:t` a text; a trailing `?` allows null. */
const make = async (trx: Knex.Transaction, name: string, columns: string, key: readonly string[]): Promise<void> => {
  await trx.schema.createTable(name, (table) => {
    for (const column of columns.split(/\s+/).filter((part) => part !== '')) {
      const nullable = column.endsWith('?');
      const [id = '', type] = column.replace('?', '').split(':');
      const built = type === 't' ? table.text(id) : table.bigInteger(id);
      if (nullable) built.nullable();
      else built.notNullable();
    }
    table.primary([...key]);
  });
};

const runtimeTables = async (trx: Knex.Transaction): Promise<void> => {
  await make(
    trx,
    'process_instances',
    `key revision status:t definition_key process_id:t version process_name:t? version_tag:t? parent_instance_key? parent_element_key?
     root_key call_depth business_id:t? tags:t start_ms end_ms? incident_count continuation:t?`,
    ['key'],
  );
  await make(
    trx,
    'element_instances',
    `process_instance_key key element_id:t element_name:t? element_type:t scope_key? state:t start_ms end_ms? incident_key?
     called_instance_key? trigger:t? definition_key process_id:t root_key`,
    ['process_instance_key', 'key'],
  );
  await make(trx, 'variables', 'process_instance_key key scope_key name:t value:t root_key', [
    'process_instance_key',
    'key',
  ]);
  await make(
    trx,
    'jobs',
    `process_instance_key key element_instance_key element_id:t type:t state:t engine_state:t? retries headers:t fetchable due_ms?
     worker:t? deadline_ms? error_message:t? error_code:t? created_ms updated_ms end_ms? definition_key process_id:t version root_key`,
    ['process_instance_key', 'key'],
  );
  await make(
    trx,
    'user_tasks',
    `process_instance_key key element_instance_key element_id:t element_name:t? state:t assignee:t? candidate_groups:t candidate_users:t
     due_date:t? due_ms? follow_up_date:t? follow_up_ms? priority form_id:t? form_binding:t? form_version_tag:t? form_key? embedded_form:t?
     external_form_reference:t? headers:t created_ms end_ms? definition_key process_id:t version process_name:t? root_key tags:t`,
    ['process_instance_key', 'key'],
  );
  await make(trx, 'timers', 'process_instance_key key element_instance_key target_id:t due_ms repetitions cycle:t?', [
    'process_instance_key',
    'key',
  ]);
  await make(
    trx,
    'message_subscriptions',
    'process_instance_key key element_instance_key target_id:t message_name:t correlation_key:t process_id:t',
    ['process_instance_key', 'key'],
  );
  await make(trx, 'signal_subscriptions', 'process_instance_key key element_instance_key target_id:t signal_name:t', [
    'process_instance_key',
    'key',
  ]);
  await make(trx, 'parked_tokens', 'process_instance_key scope_key element_id:t flow_id:t tokens', [
    'process_instance_key',
    'scope_key',
    'element_id',
    'flow_id',
  ]);
  await make(
    trx,
    'incidents',
    `process_instance_key key element_instance_key element_id:t type:t message:t state:t job_key? created_ms resolved_ms? definition_key
     process_id:t root_key`,
    ['process_instance_key', 'key'],
  );
  await make(trx, 'journal', 'process_instance_key seq at_ms command:t records:t', ['process_instance_key', 'seq']);
};

const sharedTables = async (trx: Knex.Transaction): Promise<void> => {
  await make(
    trx,
    'messages',
    'key name:t correlation_key:t message_id:t? variables:t published_ms expires_ms correlated:t',
    ['key'],
  );
  await make(trx, 'message_starts', 'process_id:t correlation_key:t process_instance_key', [
    'process_id',
    'correlation_key',
  ]);
  await make(trx, 'start_subscriptions', 'key kind:t name:t process_id:t definition_key element_id:t', ['key']);
  await make(trx, 'start_timers', 'key process_id:t definition_key element_id:t due_ms repetitions cycle:t?', ['key']);
  await make(trx, 'outbox', 'key process_instance_key due_ms attempts item:t', ['key']);
  await make(trx, 'command_ids', 'id:t fingerprint:t answer:t at_ms', ['id']);
};

const modelTables = async (trx: Knex.Transaction): Promise<void> => {
  await make(trx, 'deployments', 'key at_ms', ['key']);
  await make(trx, 'resources', 'key deployment_key name:t kind:t version checksum:t encoding:t content:t deleted', [
    'key',
  ]);
  await make(
    trx,
    'process_definitions',
    `key process_id:t version version_tag:t? name:t? resource_key resource_name:t deployment_key checksum:t start_form_id:t? is_latest
     deleted`,
    ['key'],
  );
  await make(
    trx,
    'forms',
    'key form_id:t version version_tag:t? resource_key resource_name:t deployment_key checksum:t is_latest deleted',
    ['key'],
  );
  await make(
    trx,
    'decision_requirements',
    'key drg_id:t name:t? version resource_key resource_name:t deployment_key checksum:t decisions:t is_latest deleted',
    ['key'],
  );
  await make(trx, 'drafts', 'id:t name:t kind:t resource_id:t? content:t revision created_ms updated_ms', ['id']);
};

/** Partial where most rows are finished: an index then holds what is still to be done, however long the history is. */
const indexes: readonly string[] = [
  'UNIQUE INDEX element_instances_key ON element_instances (key)',
  'INDEX element_instances_living ON element_instances (process_instance_key) WHERE end_ms IS NULL',
  'INDEX element_instances_definition ON element_instances (definition_key, element_id)',
  'UNIQUE INDEX variables_key ON variables (key)',
  'UNIQUE INDEX variables_scope ON variables (scope_key, name)',
  'INDEX variables_name ON variables (name, process_instance_key)',
  'UNIQUE INDEX jobs_key ON jobs (key)',
  'INDEX jobs_fetchable ON jobs (type, key) WHERE fetchable = 1',
  'INDEX jobs_due ON jobs (due_ms) WHERE due_ms IS NOT NULL',
  'INDEX jobs_living ON jobs (process_instance_key) WHERE engine_state IS NOT NULL',
  'INDEX jobs_state ON jobs (state, key)',
  'UNIQUE INDEX user_tasks_key ON user_tasks (key)',
  'INDEX user_tasks_open ON user_tasks (assignee, created_ms) WHERE end_ms IS NULL',
  'INDEX user_tasks_living ON user_tasks (process_instance_key) WHERE end_ms IS NULL',
  'INDEX user_tasks_created ON user_tasks (created_ms, key)',
  'INDEX timers_due ON timers (due_ms, key)',
  'INDEX message_subscriptions_address ON message_subscriptions (message_name, correlation_key)',
  'INDEX signal_subscriptions_name ON signal_subscriptions (signal_name, key)',
  'UNIQUE INDEX incidents_key ON incidents (key)',
  `INDEX incidents_active ON incidents (process_instance_key) WHERE state = 'ACTIVE'`,
  'INDEX process_instances_state ON process_instances (status, start_ms, key)',
  'INDEX process_instances_definition ON process_instances (definition_key, status, key)',
  'INDEX process_instances_process ON process_instances (process_id, status, key)',
  'INDEX process_instances_start ON process_instances (start_ms, key)',
  'INDEX process_instances_parent ON process_instances (parent_instance_key) WHERE parent_instance_key IS NOT NULL',
  'INDEX process_instances_root ON process_instances (root_key)',
  'INDEX process_instances_business ON process_instances (business_id) WHERE business_id IS NOT NULL',
  'INDEX process_instances_incident ON process_instances (key) WHERE incident_count > 0',
  'INDEX process_instances_continuation ON process_instances (key) WHERE continuation IS NOT NULL',
  'INDEX messages_address ON messages (name, correlation_key, key)',
  'INDEX messages_expiry ON messages (expires_ms)',
  'INDEX message_starts_instance ON message_starts (process_instance_key)',
  'INDEX start_subscriptions_name ON start_subscriptions (kind, name)',
  'INDEX start_timers_due ON start_timers (due_ms, key)',
  'INDEX outbox_due ON outbox (due_ms, key)',
  'INDEX command_ids_at ON command_ids (at_ms)',
  'UNIQUE INDEX process_definitions_version ON process_definitions (process_id, version)',
  'UNIQUE INDEX forms_version ON forms (form_id, version)',
  'UNIQUE INDEX decision_requirements_version ON decision_requirements (drg_id, version)',
  'INDEX resources_name ON resources (name, version)',
];

/** The first schema. Every table of the runtime has the instance's key first in its own, so that it can be spread by it one day. */
export const migration0001: Migration = {
  id: '0001-first-schema',
  up: async (trx) => {
    await runtimeTables(trx);
    await sharedTables(trx);
    await modelTables(trx);
    await make(trx, 'key_blocks', 'name:t next', ['name']);
    await trx('key_blocks').insert({ name: 'keys', next: 1_000_000_001 });
    await make(trx, 'meta', 'name:t value:t', ['name']);
    for (const index of indexes) await trx.raw(`CREATE ${index}`);
  },
};
