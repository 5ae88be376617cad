import { z } from 'zod';
import type { DraftSummaryRow } from '../store/searches/find-drafts.ts';
import type { DraftRow } from '../store/tables/drafts.ts';
import { dateText } from './answer.ts';
import { text } from './input.ts';
import { dateType, tenantType } from './operation/answer-types.ts';

/** What a draft is. */
export const draftKind = z.enum(['bpmn', 'form', 'dmn']);
const fields = {
  draftId: z.string(),
  name: z.string(),
  kind: draftKind,
  resourceId: z.string().nullable().describe('The id of the process, form or decision inside.'),
  folderId: z.string().nullable().describe('Null, or a folder that is no longer there: at the top.'),
  revision: z.int(),
  createdAt: dateType,
  updatedAt: dateType,
  updatedBy: z.string().nullable().describe('Who saved last, where that is known.'),
  tenantId: tenantType,
};
export const draftSummaryType = z.strictObject(fields).meta({ id: 'DraftSummary' });
export const draftType = z.strictObject({ ...fields, content: z.string() }).meta({ id: 'Draft' });

export const draftSummary = (row: DraftSummaryRow): z.input<typeof draftSummaryType> => ({
  draftId: row.id,
  name: row.name,
  kind: row.kind as z.input<typeof draftKind>,
  resourceId: row.resource_id,
  folderId: row.folder_id,
  revision: row.revision,
  createdAt: dateText(row.created_ms),
  updatedAt: dateText(row.updated_ms),
  updatedBy: row.updated_by,
  tenantId: row.tenant_id,
});
export const draftAnswer = (row: DraftRow): z.input<typeof draftType> => ({
  ...draftSummary(row),
  content: row.content,
});

export const draftSummaryExample: z.input<typeof draftSummaryType> = {
  draftId: '0d9d2f0e-8b43-4a9f-9a55-0c1e2d3f4a5b',
  name: 'Invoice',
  kind: 'bpmn',
  resourceId: 'invoice',
  folderId: null,
  revision: 3,
  createdAt: '2030-01-31T10:00:00.000Z',
  updatedAt: '2030-01-31T10:05:00.000Z',
  updatedBy: 'ana',
  tenantId: '<default>',
};

/** A name as people say it, where nobody signs in. Whoever is signed in is known, and this is passed over. */
export const author = text(256).nullish();

/** Who does something to a draft: whoever is signed in, else whoever the call says. */
export const authorOf = (caller: string | null, named: string | null | undefined): string | null =>
  caller ?? (named == null || named === '' ? null : named);
