import type { Migration } from '../migrate.ts';

/** Filters of the tasklist that somebody saved, for themselves or for others. */
export const migration0019: Migration = {
  id: '0019-task-filters',
  up: async (trx) => {
    await trx.schema.createTable('task_filters', (table) => {
      table.text('id').notNullable().primary();
      for (const name of ['tenant_id', 'name', 'content', 'audience']) table.text(name).notNullable();
      for (const name of ['owner', 'group_id', 'updated_by']) table.text(name).nullable();
      for (const name of ['revision', 'created_ms', 'updated_ms']) table.bigInteger(name).notNullable();
      table.index(['tenant_id', 'owner'], 'task_filters_by_owner');
    });
  },
};
