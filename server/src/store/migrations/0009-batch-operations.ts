import type { Migration } from '../migrate.ts';

/** Batch operations: what is done, bit by bit, to all that a filter finds. */
export const migration0009: Migration = {
  id: '0009-batch-operations',
  up: async (trx) => {
    await trx.schema.createTable('batch_operations', (table) => {
      table.bigInteger('key').notNullable().primary();
      for (const name of ['revision', 'is_open', 'is_collected', 'total', 'completed', 'failed'])
        table.integer(name).notNullable();
      table.text('type').notNullable();
      table.text('state').notNullable();
      table.text('filter').notNullable();
      table.text('change').nullable();
      table.bigInteger('collected_to').notNullable();
      table.bigInteger('created_ms').notNullable();
      table.bigInteger('start_ms').nullable();
      table.bigInteger('end_ms').nullable();
      table.text('actor').nullable();
      table.text('error').nullable();
      table.bigInteger('claimed_ms').nullable();
    });
    await trx.raw('CREATE INDEX batch_operations_open ON batch_operations (key) WHERE is_open = 1');
    await trx.schema.createTable('batch_operation_items', (table) => {
      table.bigInteger('key').notNullable().primary();
      table.bigInteger('batch_operation_key').notNullable();
      table.text('type').notNullable();
      table.bigInteger('item_key').notNullable();
      table.bigInteger('process_instance_key').nullable();
      table.bigInteger('root_key').nullable();
      table.text('state').notNullable();
      table.bigInteger('processed_ms').nullable();
      table.text('error').nullable();
      table.index(['batch_operation_key', 'state', 'key'], 'batch_operation_items_state');
      table.index(['process_instance_key'], 'batch_operation_items_instance');
    });
  },
};
