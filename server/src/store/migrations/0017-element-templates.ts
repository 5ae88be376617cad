import { defaultTenant } from '../../default-tenant.ts';
import type { Migration } from '../migrate.ts';

/** Element templates that people add to the modeler of their tenant. */
export const migration0017: Migration = {
  id: '0017-element-templates',
  up: async (trx) => {
    await trx.schema.createTable('element_templates', (table) => {
      table.text('tenant_id').notNullable().defaultTo(defaultTenant);
      table.text('template_id').notNullable();
      table.integer('version').notNullable();
      table.text('name').notNullable();
      table.text('content').notNullable();
      table.bigInteger('updated_ms').notNullable();
      table.primary(['tenant_id', 'template_id', 'version']);
    });
  },
};
