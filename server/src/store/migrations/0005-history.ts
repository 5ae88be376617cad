import type { Migration } from '../migrate.ts';

/** When an ended instance may be removed; null for those that live, were called by others, or are kept for ever. */
export const migration0005: Migration = {
  id: '0005-history',
  up: async (trx) => {
    await trx.schema.alterTable('process_instances', (table) => table.bigInteger('remove_ms').nullable());
    await trx.raw(
      'CREATE INDEX process_instances_removal ON process_instances (remove_ms) WHERE remove_ms IS NOT NULL',
    );
  },
};
