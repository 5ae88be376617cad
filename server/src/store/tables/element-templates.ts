import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Templates for elements of a diagram: what a person fills in, and what of the element it becomes. */
export const elementTemplates = defineTable({
  name: 'element_templates',
  key: ['tenant_id', 'template_id', 'version'],
  columns: {
    tenant_id: text,
    template_id: text,
    /** -1 for a template that says none. */
    version: int,
    name: text,
    /** The template as JSON text. */
    content: text,
    updated_ms: int,
  },
});
export type ElementTemplateRow = RowOf<typeof elementTemplates>;
