import type { Migration } from '../migrate.ts';

/** Who may do what, who is signed in, and what was done: users and what groups them, authorizations, sessions, tokens, the audit log. */
export const migration0010: Migration = {
  id: '0010-identity',
  up: async (trx) => {
    await trx.schema.createTable('users', (table) => {
      table.text('username').notNullable().primary();
      for (const name of ['name', 'email', 'password_hash']) table.text(name).nullable();
      table.integer('is_enabled').notNullable();
      table.bigInteger('created_ms').notNullable();
      table.bigInteger('updated_ms').notNullable();
    });
    for (const [name, id] of [
      ['groups', 'group_id'],
      ['roles', 'role_id'],
      ['tenants', 'tenant_id'],
    ] as const)
      await trx.schema.createTable(name, (table) => {
        table.text(id).notNullable().primary();
        table.text('name').notNullable();
        table.text('description').nullable();
      });
    await trx.schema.createTable('mapping_rules', (table) => {
      table.text('mapping_rule_id').notNullable().primary();
      for (const name of ['claim_name', 'claim_value', 'name']) table.text(name).notNullable();
    });
    await trx.schema.createTable('memberships', (table) => {
      for (const name of ['container_type', 'container_id', 'member_type', 'member_id']) table.text(name).notNullable();
      table.primary(['container_type', 'container_id', 'member_type', 'member_id']);
      table.index(['member_type', 'member_id'], 'memberships_member');
    });
    await trx.schema.createTable('authorizations', (table) => {
      table.bigInteger('key').notNullable().primary();
      for (const name of ['owner_type', 'owner_id', 'resource_type', 'resource_id', 'permissions'])
        table.text(name).notNullable();
      table.text('property_name').notNullable();
      table.index(['owner_type', 'owner_id'], 'authorizations_owner');
    });
    await trx.schema.createTable('sessions', (table) => {
      table.text('id_hash').notNullable().primary();
      for (const name of ['kind', 'owner_type', 'owner_id', 'claims']) table.text(name).notNullable();
      table.text('token_id').nullable();
      for (const name of ['created_ms', 'seen_ms', 'expires_ms']) table.bigInteger(name).notNullable();
      table.index(['owner_type', 'owner_id'], 'sessions_owner');
      table.index(['expires_ms'], 'sessions_expires');
    });
    await trx.schema.createTable('api_tokens', (table) => {
      table.text('token_id').notNullable().primary();
      for (const name of ['name', 'owner_type', 'owner_id', 'secret_hash', 'scopes']) table.text(name).notNullable();
      table.bigInteger('created_ms').notNullable();
      table.text('created_by').nullable();
      table.bigInteger('expires_ms').nullable();
      table.index(['owner_type', 'owner_id'], 'api_tokens_owner');
    });
    await trx.schema.createTable('audit_log', (table) => {
      table.bigInteger('key').notNullable().primary();
      table.bigInteger('at_ms').notNullable();
      for (const name of ['category', 'entity_type', 'operation_type', 'entity_key', 'actor_type', 'result'])
        table.text(name).notNullable();
      for (const name of [
        'actor_id',
        'tenant_id',
        'command_id',
        'process_id',
        'details',
        'related_type',
        'related_key',
      ])
        table.text(name).nullable();
      for (const name of ['definition_key', 'process_instance_key', 'element_instance_key', 'job_key', 'user_task_key'])
        table.bigInteger(name).nullable();
      table.bigInteger('seal').nullable();
      table.index(['at_ms', 'key'], 'audit_log_time');
      table.index(['process_instance_key'], 'audit_log_instance');
    });
    await trx.raw('CREATE INDEX audit_log_seal ON audit_log (seal, key) WHERE seal IS NOT NULL');
    await trx.raw('CREATE INDEX audit_log_unsealed ON audit_log (key) WHERE seal IS NULL');
    await trx.raw('CREATE INDEX audit_log_user_task ON audit_log (user_task_key) WHERE user_task_key IS NOT NULL');
    await trx.schema.createTable('audit_seals', (table) => {
      table.bigInteger('seal').notNullable().primary();
      table.bigInteger('at_ms').notNullable();
      table.integer('entries').notNullable();
      table.integer('is_last').notNullable();
      table.text('previous_hash').notNullable();
      table.text('hash').notNullable();
    });
  },
};
