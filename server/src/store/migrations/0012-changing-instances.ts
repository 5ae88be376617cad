import type { Migration } from '../migrate.ts';

/** Instances that are suspended, timers that came due in them, and instances that end with an element. */
export const migration0012: Migration = {
  id: '0012-changing-instances',
  up: async (trx) => {
    await trx.schema.alterTable('process_instances', (table) => {
      table.text('terminate_after').nullable();
      table.bigInteger('suspended_ms').nullable();
    });
    await trx.schema.alterTable('timers', (table) => {
      table.bigInteger('held_due_ms').nullable();
    });
  },
};
