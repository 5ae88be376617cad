import type { Migration } from '../migrate.ts';

/**
 * Indexes by which a page of a million instances is found in milliseconds: by the value of a variable, and by process or definition in the
 * order of their starts. Of a variable's value the first 64 characters count: values may be larger than an index takes.
 */
export const migration0008: Migration = {
  id: '0008-search-indexes',
  up: async (trx) => {
    for (const index of ['variables_name', 'process_instances_definition', 'process_instances_process'])
      await trx.raw(`DROP INDEX ${index}`);
    const created = [
      'variables_value ON variables (name, substr(value, 1, 64), process_instance_key)',
      'process_instances_definition ON process_instances (definition_key, status, start_ms, key)',
      'process_instances_definition_start ON process_instances (definition_key, start_ms, key)',
      'process_instances_process ON process_instances (process_id, status, start_ms, key)',
      'process_instances_process_start ON process_instances (process_id, start_ms, key)',
    ];
    for (const index of created) await trx.raw(`CREATE INDEX ${index}`);
  },
};
