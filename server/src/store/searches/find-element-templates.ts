import type { Database } from '../database.ts';
import type { ElementTemplateRow } from '../tables/element-templates.ts';

/** The element templates of some tenants (null: of all) by name, newer versions first. Their number is bounded where they are stored. */
export const listElementTemplates = (
  database: Database,
  tenants: readonly string[] | null,
): Promise<ElementTemplateRow[]> =>
  database.rows(
    `SELECT * FROM element_templates WHERE ${tenants === null ? '1 = 1' : database.isIn('tenant_id', 'text')}
     ORDER BY name, template_id, version DESC, tenant_id`,
    tenants === null ? [] : [database.list(tenants)],
  );

/** What tells the element templates of a tenant apart. */
export const listElementTemplateIds = (
  database: Database,
  tenantId: string,
): Promise<Pick<ElementTemplateRow, 'template_id' | 'version'>[]> =>
  database.rows('SELECT template_id, version FROM element_templates WHERE tenant_id = ?', [tenantId]);
