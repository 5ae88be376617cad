import type { Migration } from '../migrate.ts';

/** Who has a draft open, and which of them edits it. */
export const migration0015: Migration = {
  id: '0015-draft-sessions',
  up: async (trx) => {
    await trx.schema.createTable('draft_sessions', (table) => {
      table.text('draft_id').notNullable();
      table.text('session').notNullable();
      table.text('name').notNullable();
      table.bigInteger('seen_ms').notNullable();
      table.bigInteger('hands_over').notNullable();
      table.primary(['draft_id', 'session']);
    });
    await trx.schema.createTable('draft_locks', (table) => {
      table.text('draft_id').primary().notNullable();
      table.text('session').notNullable();
      table.bigInteger('revision').notNullable();
      table.bigInteger('taken_ms').notNullable();
    });
  },
};
