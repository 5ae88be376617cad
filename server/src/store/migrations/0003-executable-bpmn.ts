import type { Knex } from 'knex';
import type { Migration } from '../migrate.ts';

/** What the whole of executable BPMN keeps beyond the first schema: loops, compensation, conditions, listeners, ad-hoc activities. */
export const migration0003: Migration = {
  id: '0003-executable-bpmn',
  up: async (trx) => {
    await trx.schema.alterTable('element_instances', (table) => {
      for (const name of ['interrupted_by', 'loop', 'loop_items', 'resets', 'gathered', 'listening', 'ad_hoc'])
        table.text(name).nullable();
      table.bigInteger('loop_counter').nullable();
      table.bigInteger('compensates').nullable();
    });
    await trx.schema.alterTable('jobs', (table) => {
      table.text('kind').notNullable().defaultTo('BPMN_ELEMENT');
      table.text('listener_event').notNullable().defaultTo('UNSPECIFIED');
      table.bigInteger('is_denied').notNullable().defaultTo(0);
      table.text('denied_reason').nullable();
    });
    await trx.schema.alterTable('start_subscriptions', partColumns);
    await trx.schema.alterTable('start_timers', partColumns);
    await trx.schema.createTable('start_gatherings', (table) => {
      table.bigInteger('definition_key').notNullable();
      table.text('element_id').notNullable();
      table.text('received').notNullable();
      table.primary(['definition_key', 'element_id']);
    });
    await trx.schema.createTable('condition_subscriptions', (table) => {
      for (const name of ['process_instance_key', 'key', 'element_instance_key', 'event_index', 'holds'])
        table.bigInteger(name).notNullable();
      table.text('target_id').notNullable();
      table.primary(['process_instance_key', 'key']);
    });
    await trx.schema.createTable('loop_outputs', (table) => {
      for (const name of ['process_instance_key', 'body_key', 'position']) table.bigInteger(name).notNullable();
      table.text('value').notNullable();
      table.primary(['process_instance_key', 'body_key', 'position']);
    });
    await trx.schema.createTable('compensations', (table) => {
      for (const name of ['process_instance_key', 'key', 'owner_key', 'position']) table.bigInteger(name).notNullable();
      table.text('element_id').notNullable();
      table.text('variables').notNullable();
      table.bigInteger('run_key').nullable();
      table.bigInteger('handler_key').nullable();
      table.primary(['process_instance_key', 'key']);
    });
  },
};

/** Which of several triggers it is that all have to happen before an instance starts. */
const partColumns = (table: Knex.AlterTableBuilder): void => {
  table.bigInteger('part_index').nullable();
  table.bigInteger('part_of').nullable();
};
