import type { Migration } from '../migrate.ts';

/** Tasks that their assignee has handed to somebody for a while, and what somebody is told of a task. */
export const migration0020: Migration = {
  id: '0020-task-delegations',
  up: async (trx) => {
    await trx.schema.createTable('task_delegations', (table) => {
      table.bigInteger('user_task_key').notNullable().primary();
      for (const name of ['tenant_id', 'owner', 'delegate', 'state']) table.text(name).notNullable();
      table.text('note').nullable();
      table.bigInteger('created_ms').notNullable();
      table.bigInteger('returned_ms').nullable();
      table.index(['owner', 'state'], 'task_delegations_by_owner');
    });
    await trx.schema.alterTable('notifications', (table) => {
      table.bigInteger('user_task_key').nullable();
    });
  },
};
