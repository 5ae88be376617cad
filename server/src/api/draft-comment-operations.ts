import { z } from 'zod';
import type { Identity } from '../identity/identity.ts';
import { findMentioned, findPeople, mentionsIn } from '../identity/people.ts';
import {
  addCommentTask,
  changeCommentTask,
  deleteCommentTask,
  maxComments,
  missingComment,
} from '../runtime/draft-comments.ts';
import type { Commenter } from '../runtime/draft-comments.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { Refusal } from '../runtime/refusal.ts';
import { findComment, listComments } from '../store/searches/find-draft-comments.ts';
import type { DraftCommentRow } from '../store/tables/draft-comments.ts';
import { author, authorOf } from './draft-answer.ts';
import { commentAnswer, commentExample, commentType, isOwn, mayDelete, personType } from './draft-comment-answer.ts';
import { findSeenDraft } from './find-seen-draft.ts';
import type { Permitted } from './found-row.ts';
import { key, text } from './input.ts';
import { needs } from './operation/access.ts';
import { created, json, nothing } from './operation/answer-kinds.ts';
import { listOf } from './operation/answer-types.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { submit } from './operation/submit.ts';

// Says something: blanks alone are no comment.
const words = text(4_000).regex(/\S/, 'must say something');
const creation = z.strictObject({
  text: words,
  elementId: text(500).min(1).nullish().describe('Absent: about the file as a whole. Of a reply it is passed over.'),
  elementName: text(500).nullish().describe('What the element is called, to be shown when it is gone.'),
  replyTo: key.nullish().describe('Any comment of the thread.'),
  author,
});
const change = z
  .strictObject({
    text: words.optional(),
    isResolved: z.boolean().optional().describe('Of the first comment of a thread.'),
    author,
  })
  .refine((given) => given.text !== undefined || given.isResolved !== undefined, 'must have a text or isResolved');

const draftParams = { draftId: z.string() };
const params = { commentKey: key };
const tag = 'Web app';
const access = needs('COMPONENT', 'ACCESS', 'modeler');

/** Comments on drafts and their elements. Whoever may read a draft may comment, whoever edits it. */
export const draftCommentOperations = (
  runtime: Runtime,
  identity: Pick<Identity, 'directory' | 'isOn'>,
): readonly Operation[] => {
  const { database } = runtime;
  const find = async ({
    params: { commentKey },
    permit,
  }: Permitted & { readonly params: { readonly commentKey: number } }): Promise<DraftCommentRow> => {
    const row = await findComment(database, commentKey);
    if (row === null || permit.tenants?.includes(row.tenant_id) === false) throw missingComment(commentKey);
    return row;
  };
  return [
    operation({
      id: 'listDraftComments',
      method: 'GET',
      path: '/ext/drafts/{draftId}/comments',
      tag,
      summary: 'List the comments of a draft, the oldest first',
      description: `All of them: a draft has at most ${maxComments}.`,
      params: draftParams,
      answer: json(listOf(commentType)),
      refusals: ['NOT_FOUND'],
      access,
      isTenantAware: true,
      example: { answer: { items: [commentExample] } },
      run: async (call) => {
        const rows = await listComments(database, (await findSeenDraft(database, call)).id);
        return { items: rows.map((row) => commentAnswer(row, call.permit.principal)) };
      },
    }),
    operation({
      id: 'addDraftComment',
      method: 'POST',
      path: '/ext/drafts/{draftId}/comments',
      tag,
      summary: 'Comment on a draft or an element of it, or reply',
      description:
        'Users whom the text mentions by `@username` and who may open the draft are told, and with a reply everybody who has to do with the thread. A reply opens a resolved thread again. `author` is passed over where people sign in.',
      params: draftParams,
      body: body(creation),
      answer: created(commentType),
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      isRepeatable: true,
      access,
      isTenantAware: true,
      example: {
        body: { text: commentExample.text, elementId: 'check', elementName: 'Check invoice' },
        answer: commentExample,
      },
      run: async (call) => {
        const draft = await findSeenDraft(database, call);
        const { text: said, elementId, elementName, replyTo } = call.body;
        const task = addCommentTask({
          draft,
          text: said,
          element: elementId == null ? null : { id: elementId, name: elementName ?? null },
          replyTo: replyTo ?? null,
          mentions: await findMentioned(database, identity, draft, mentionsIn(said)),
          author: commenterOf(call, call.body.author),
        });
        return commentAnswer(await submit(runtime, call, task), call.permit.principal);
      },
    }),
    operation({
      id: 'changeDraftComment',
      method: 'PATCH',
      path: '/ext/draft-comments/{commentKey}',
      tag,
      summary: 'Change the text of a comment, resolve its thread or open it again',
      description:
        'The text is changed by whoever wrote it; a thread is resolved and opened again by anybody who may read it.',
      params,
      body: body(change),
      answer: json(commentType),
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      access,
      isTenantAware: true,
      example: { body: { isResolved: true }, answer: commentExample },
      run: async (call) => {
        const row = await find(call);
        const { principal } = call.permit;
        const { text: said, isResolved } = call.body;
        if (said !== undefined && !isOwn(principal, row))
          throw new Refusal(
            'FORBIDDEN',
            'Expected a comment of the caller, found one of somebody else. Reply to it instead.',
          );
        const draft = { id: row.draft_id, tenant_id: row.tenant_id };
        const task = changeCommentTask(row, {
          ...(said === undefined
            ? {}
            : { text: { text: said, mentions: await findMentioned(database, identity, draft, mentionsIn(said)) } }),
          isResolved,
          author: commenterOf(call, call.body.author),
        });
        return commentAnswer(await runtime.pipeline.submit({ ...task, audit: call.audit() }), principal);
      },
    }),
    operation({
      id: 'deleteDraftComment',
      method: 'DELETE',
      path: '/ext/draft-comments/{commentKey}',
      tag,
      summary: 'Delete a comment; the first one of a thread with all replies',
      description: 'By whoever wrote it, or by an administrator (UPDATE on SYSTEM).',
      params,
      answer: nothing,
      refusals: ['NOT_FOUND'],
      access,
      isTenantAware: true,
      example: {},
      run: async (call) => {
        const row = await find(call);
        if (!mayDelete(call.permit.principal, row))
          throw new Refusal(
            'FORBIDDEN',
            'Expected a comment of the caller, found one of somebody else. Resolve the thread instead, or ask an administrator.',
          );
        await runtime.pipeline.submit({ ...deleteCommentTask(row), audit: call.audit() });
      },
    }),
    operation({
      id: 'findDraftPeople',
      method: 'GET',
      path: '/ext/drafts/{draftId}/people',
      tag,
      summary: 'Find users who can be mentioned in a comment on a draft',
      description:
        'Those who may open it and have `q` in their username or name, at most 20. Nobody where nobody signs in.',
      params: draftParams,
      query: { q: text(100).default('') },
      answer: json(listOf(personType)),
      refusals: ['NOT_FOUND'],
      access,
      isTenantAware: true,
      example: { answer: { items: commentExample.mentions } },
      run: async (call) => {
        const draft = await findSeenDraft(database, call);
        return { items: [...(await findPeople(database, identity, draft, call.query.q))] };
      },
    }),
  ];
};

/** Who comments: whoever is signed in, else whoever the call says. */
const commenterOf = (
  { caller, permit: { principal } }: Permitted & { readonly caller: string | null },
  named: string | null | undefined,
): Commenter =>
  principal.type === 'ANONYMOUS'
    ? { type: null, id: authorOf(caller, named), name: authorOf(caller, named) }
    : { type: principal.type, id: caller, name: principal.name };
