import type { Migration } from '../migrate.ts';

/** Drafts in folders, and versions of drafts. */
export const migration0014: Migration = {
  id: '0014-draft-folders',
  up: async (trx) => {
    await trx.schema.createTable('draft_folders', (table) => {
      table.text('id').primary().notNullable();
      table.text('tenant_id').notNullable();
      table.text('parent_id').nullable();
      table.text('name').notNullable();
      table.bigInteger('revision').notNullable();
      table.bigInteger('created_ms').notNullable();
      table.bigInteger('updated_ms').notNullable();
    });
    await trx.schema.alterTable('drafts', (table) => {
      table.text('folder_id').nullable();
      table.text('updated_by').nullable();
      table.bigInteger('version_count').notNullable().defaultTo(0);
    });
    await trx.schema.createTable('draft_versions', (table) => {
      table.text('draft_id').notNullable();
      table.text('id').notNullable();
      table.text('reason').notNullable();
      table.text('name').nullable();
      table.text('description').nullable();
      table.text('draft_name').notNullable();
      table.text('hash').notNullable();
      table.text('author').nullable();
      table.bigInteger('created_ms').notNullable();
      table.bigInteger('kept_ms').notNullable();
      table.primary(['draft_id', 'id']);
    });
    await trx.schema.createTable('draft_contents', (table) => {
      table.text('draft_id').notNullable();
      table.text('hash').notNullable();
      table.text('content').notNullable();
      table.primary(['draft_id', 'hash']);
    });
  },
};
