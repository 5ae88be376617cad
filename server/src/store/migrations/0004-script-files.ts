import type { Migration } from '../migrate.ts';

/** The id and the version tag that an RPA script carries inside: linked resources find it by them. */
export const migration0004: Migration = {
  id: '0004-script-files',
  up: async (trx) => {
    await trx.schema.alterTable('resources', (table) => {
      table.text('script_id').nullable();
      table.text('version_tag').nullable();
    });
  },
};
