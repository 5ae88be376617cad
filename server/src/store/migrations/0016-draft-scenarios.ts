import type { Migration } from '../migrate.ts';

/** Scenarios of a draft, beside it: saving them is no change of the drawing, and the other way round. */
export const migration0016: Migration = {
  id: '0016-draft-scenarios',
  up: async (trx) => {
    await trx.schema.createTable('draft_scenarios', (table) => {
      table.text('draft_id').notNullable().primary();
      table.text('content').notNullable();
      table.bigInteger('revision').notNullable();
      table.bigInteger('updated_ms').notNullable();
    });
  },
};
