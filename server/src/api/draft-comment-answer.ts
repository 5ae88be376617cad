import { z } from 'zod';
import { mayEverywhere } from '../identity/permit.ts';
import type { Principal } from '../identity/principal.ts';
import type { Person } from '../store/searches/find-people.ts';
import type { DraftCommentRow } from '../store/tables/draft-comments.ts';
import { dateText, dateTextOrNull, keyText, stored } from './answer.ts';
import { needs } from './operation/access.ts';
import { dateType, keyType, tenantType } from './operation/answer-types.ts';

/** Somebody who can be mentioned. */
export const personType = z.strictObject({ username: z.string(), name: z.string().nullable() }).meta({ id: 'Person' });

export const commentType = z
  .strictObject({
    commentKey: keyType,
    threadKey: keyType.describe('The comment that the thread begins with; its own key for that one.'),
    draftId: z.string(),
    elementId: z.string().nullable().describe('Null: about the file as a whole.'),
    elementName: z.string().nullable().describe('What the element was called when the thread began.'),
    author: z.string().nullable(),
    authorName: z.string().nullable(),
    text: z.string(),
    mentions: z.array(personType).describe('Users whom the text mentions by `@username`. Others are plain text.'),
    createdAt: dateType,
    editedAt: dateType.nullable(),
    resolvedAt: dateType.nullable().describe('Of the first comment of a thread; null while it is open.'),
    resolvedBy: z.string().nullable(),
    mayEdit: z.boolean().describe('Whether the caller may change the text.'),
    mayDelete: z.boolean(),
    tenantId: tenantType,
  })
  .meta({ id: 'DraftComment' });

/** Whether somebody wrote a comment. Where nobody signs in, everybody did. */
export const isOwn = ({ type, id, grants }: Principal, row: DraftCommentRow): boolean =>
  grants === null || (id !== null && row.author_type === type && row.author === id);

/** Whether somebody may delete a comment: their own, and as an administrator of the server any. */
export const mayDelete = (principal: Principal, row: DraftCommentRow): boolean =>
  isOwn(principal, row) || mayEverywhere(principal, [needs('SYSTEM', 'UPDATE')]);

export const commentAnswer = (row: DraftCommentRow, principal: Principal): z.input<typeof commentType> => ({
  commentKey: keyText(row.key),
  threadKey: keyText(row.thread_key),
  draftId: row.draft_id,
  elementId: row.element_id,
  elementName: row.element_name,
  author: row.author,
  authorName: row.author_name,
  text: row.text,
  mentions: [...stored<readonly Person[]>(row.mentions)],
  createdAt: dateText(row.created_ms),
  editedAt: dateTextOrNull(row.edited_ms),
  resolvedAt: dateTextOrNull(row.resolved_ms),
  resolvedBy: row.resolved_by,
  mayEdit: isOwn(principal, row),
  mayDelete: mayDelete(principal, row),
  tenantId: row.tenant_id,
});

export const commentExample: z.input<typeof commentType> = {
  commentKey: '4503599627370501',
  threadKey: '4503599627370501',
  draftId: '0d9d2f0e-8b43-4a9f-9a55-0c1e2d3f4a5b',
  elementId: 'check',
  elementName: 'Check invoice',
  author: 'ana',
  authorName: 'Ana Ruiz',
  text: 'Who does this on Fridays, @mia?',
  mentions: [{ username: 'mia', name: 'Mia Berg' }],
  createdAt: '2030-01-31T10:00:00.000Z',
  editedAt: null,
  resolvedAt: null,
  resolvedBy: null,
  mayEdit: true,
  mayDelete: true,
  tenantId: '<default>',
};
