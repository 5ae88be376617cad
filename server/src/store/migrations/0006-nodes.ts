import type { Migration } from '../migrate.ts';

/** Tables whose rows come due, and are claimed by one of the servers on a shared database before it does what is due. */
const claimed = ['timers', 'start_timers', 'jobs', 'outbox', 'process_instances'];

/**
 * Several servers on one PostgreSQL: who they are, and who does what is due. A claim is a time in the row (and the due time or revision that it was
 * made for): it ends by itself, so that nothing
 * that a dead server had claimed is lost.
 */
export const migration0006: Migration = {
  id: '0006-nodes',
  up: async (trx, dialect) => {
    await trx.schema.createTable('nodes', (table) => {
      table.integer('node_id').primary();
      table.text('server_id').notNullable();
      table.text('host').notNullable();
      table.integer('port').notNullable();
      table.text('version').notNullable();
      table.bigInteger('seen_ms').notNullable();
    });
    for (const name of claimed)
      await trx.schema.alterTable(name, (table) => {
        table.bigInteger('claimed_ms').nullable();
        table.bigInteger('claimed_for').nullable();
      });
    if (dialect === 'postgresql') await trx.raw(guard);
  },
};

/** Fails the transaction when fewer rows were as expected than should be: how a pipelined statement says that another server was first. */
const guard = `
CREATE FUNCTION baton_guard(hits bigint, expected bigint, table_name text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF hits <> expected THEN
    RAISE EXCEPTION USING ERRCODE = 'BT001',
      MESSAGE = 'another server changed rows of ' || table_name || ' first; Baton decides the commands again';
  END IF;
  RETURN true;
END $$`;
