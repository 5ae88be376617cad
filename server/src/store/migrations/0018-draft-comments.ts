import type { Migration } from '../migrate.ts';

/** Comments on drafts and their elements, and what somebody is to be told of. */
export const migration0018: Migration = {
  id: '0018-draft-comments',
  up: async (trx) => {
    await trx.schema.createTable('draft_comments', (table) => {
      table.bigInteger('key').notNullable().primary();
      table.text('tenant_id').notNullable();
      table.text('draft_id').notNullable().index('draft_comments_by_draft');
      table.bigInteger('thread_key').notNullable();
      table.text('element_id').nullable();
      table.text('element_name').nullable();
      table.text('author_type').nullable();
      table.text('author').nullable();
      table.text('author_name').nullable();
      table.text('text').notNullable();
      table.text('mentions').notNullable();
      table.bigInteger('created_ms').notNullable();
      table.bigInteger('edited_ms').nullable();
      table.bigInteger('resolved_ms').nullable();
      table.text('resolved_by').nullable();
    });
    await trx.schema.createTable('notifications', (table) => {
      table.bigInteger('key').notNullable().primary();
      table.text('tenant_id').notNullable();
      table.text('kind').notNullable();
      table.text('recipient').notNullable();
      table.text('draft_id').nullable().index('notifications_by_draft');
      table.bigInteger('comment_key').nullable().index('notifications_by_comment');
      table.text('actor_name').nullable();
      table.bigInteger('created_ms').notNullable();
      table.bigInteger('read_ms').nullable();
      table.index(['recipient', 'created_ms'], 'notifications_by_recipient');
    });
  },
};
