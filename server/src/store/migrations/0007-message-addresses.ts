import type { Migration } from '../migrate.ts';

/** Where messages and those who wait for them meet on a database that several servers share, see `runtime/message-address.ts`. */
export const migration0007: Migration = {
  id: '0007-message-addresses',
  up: async (trx) => {
    await trx.schema.createTable('message_addresses', (table) => {
      table.text('name').notNullable();
      table.text('correlation_key').notNullable();
      table.bigInteger('sent').notNullable();
      table.bigInteger('opened').notNullable();
      table.bigInteger('at_ms').notNullable();
      table.primary(['name', 'correlation_key']);
      table.index(['at_ms'], 'message_addresses_at');
    });
  },
};
