import type { Key } from '@baton/engine';
import type { Person } from '../store/searches/find-people.ts';
import { countComments, findComment, findCommentKeys, findThread } from '../store/searches/find-draft-comments.ts';
import type { RowChanges } from '../store/row-changes.ts';
import { draftComments } from '../store/tables/draft-comments.ts';
import type { DraftCommentRow } from '../store/tables/draft-comments.ts';
import type { DraftRow } from '../store/tables/drafts.ts';
import type { Batch } from './batch.ts';
import type { Runtime } from './create-runtime.ts';
import { missing } from './draft-facts.ts';
import { forgetAboutComments, forgetAboutDrafts, notify } from './notifications.ts';
import { Refusal } from './refusal.ts';
import type { Task } from './task.ts';

/** The topic of events about them. */
export const commentTopic = 'draft-comments';
/** All comments of a draft are read at once. */
export const maxComments = 1_000;

/** Who comments. */
export interface Commenter {
  /** Null where nobody signs in. */
  readonly type: 'USER' | 'CLIENT' | null;
  readonly id: string | null;
  /** As people call them. */
  readonly name: string | null;
}

export interface NewComment {
  readonly draft: Pick<DraftRow, 'id' | 'tenant_id'>;
  readonly text: string;
  /** The element that it is about; null for the file as a whole. Of a reply it is passed over. */
  readonly element: { readonly id: string; readonly name: string | null } | null;
  /** A comment of the thread that it belongs to; null where it begins one. */
  readonly replyTo: Key | null;
  /** Users whom the text mentions. */
  readonly mentions: readonly Person[];
  readonly author: Commenter;
}

/** What changes of a comment; what is absent stays. */
export interface CommentChange {
  readonly text?: { readonly text: string; readonly mentions: readonly Person[] };
  readonly isResolved?: boolean | undefined;
  readonly author: Commenter;
}

/** What whoever names a comment that is not there is told. */
export const missingComment = (key: number): Refusal =>
  new Refusal('NOT_FOUND', `Comment '${key}' not found. It may have been deleted, or its draft.`);

const nameOf = ({ name, id }: Commenter): string | null => name ?? id;
const mentionsOf = ({ mentions }: DraftCommentRow): readonly Person[] => JSON.parse(mentions) as Person[];

/**
 * Adds a comment, or a reply, which opens its thread again. Whoever is mentioned is told, and of a reply everybody who has to do with the thread; nobody of their own. Throws
 * NOT_FOUND when the draft or the thread is gone, INVALID_STATE when the draft has too many.
 */
export const addCommentTask = ({
  draft,
  text,
  element,
  replyTo,
  mentions,
  author,
}: NewComment): Task<DraftCommentRow> => ({
  name: 'add-draft-comment',
  exclusive: true,
  tenantId: draft.tenant_id,
  run: async (batch) => {
    const { database, keys } = batch.services;
    const count = await countComments(database, draft.id);
    if (count === null) throw missing(draft.id);
    if (count >= maxComments)
      throw new Refusal(
        'INVALID_STATE',
        `Expected at most ${maxComments} comments on a draft, found as many. Delete threads that are settled.`,
      );
    const thread = replyTo === null ? [] : await threadOf(batch, draft.id, replyTo);
    const [first] = thread;
    const key = await keys.take();
    const row: DraftCommentRow = {
      key,
      tenant_id: draft.tenant_id,
      draft_id: draft.id,
      thread_key: first?.key ?? key,
      element_id: first === undefined ? (element?.id ?? null) : first.element_id,
      element_name: first === undefined ? (element?.name ?? null) : first.element_name,
      author_type: author.type,
      author: author.id,
      author_name: author.name,
      text,
      mentions: JSON.stringify(mentions),
      created_ms: batch.nowMs,
      edited_ms: null,
      resolved_ms: null,
      resolved_by: null,
    };
    batch.changes.insert(draftComments, { ...row });
    if (first !== undefined && first.resolved_ms !== null)
      batch.changes.patch(draftComments, { key: first.key }, { resolved_ms: null, resolved_by: null });
    batch.tell(commentTopic, draft.tenant_id);
    await tellOfComment(batch, row, author, mentions, thread);
    return row;
  },
});

/** The thread of a comment of this draft, its first comment first. Throws NOT_FOUND. */
const threadOf = async (batch: Batch, draftId: string, key: Key): Promise<DraftCommentRow[]> => {
  const { database } = batch.services;
  const replied = await findComment(database, key);
  if (replied?.draft_id !== draftId) throw missingComment(key);
  const thread = await findThread(database, replied);
  return thread.sort((a, b) => Number(b.key === b.thread_key) - Number(a.key === a.thread_key));
};

/** Users who are mentioned learn that, others of the thread that somebody replied. Without sign-in nobody can be told anything. */
const tellOfComment = async (
  batch: Batch,
  { tenant_id: tenantId, draft_id: draftId, key: commentKey }: DraftCommentRow,
  author: Commenter,
  mentions: readonly Person[],
  thread: readonly DraftCommentRow[],
): Promise<void> => {
  if (author.type === null) return;
  const isOther = (username: string): boolean => !(author.type === 'USER' && username === author.id);
  const mentioned = mentions.map(({ username }) => username).filter(isOther);
  const taking = thread
    .flatMap((row) => [
      ...(row.author_type === 'USER' && row.author !== null ? [row.author] : []),
      ...mentionsOf(row).map(({ username }) => username),
    ])
    .filter((username) => isOther(username) && !mentioned.includes(username));
  const news = { tenantId, draftId, userTaskKey: null, commentKey, actorName: nameOf(author) };
  await notify(batch, mentioned, { ...news, kind: 'comment-mention' });
  await notify(batch, taking, { ...news, kind: 'comment-reply' });
};

/**
 * Changes the text of a comment, or settles its thread or opens it again. Whoever is mentioned now and was not before
 * is told. Throws NOT_FOUND, and INVALID_STATE when a reply is to be resolved.
 */
export const changeCommentTask = (
  { key, tenant_id: tenantId }: DraftCommentRow,
  { text, isResolved, author }: CommentChange,
): Task<DraftCommentRow> => ({
  name: 'change-draft-comment',
  exclusive: true,
  tenantId,
  run: async (batch) => {
    const before = await findComment(batch.services.database, key);
    if (before === null) throw missingComment(key);
    if (isResolved !== undefined && before.thread_key !== key)
      throw new Refusal(
        'INVALID_STATE',
        `Expected the first comment of a thread, found reply '${key}'. Resolve comment '${before.thread_key}'.`,
      );
    const set = {
      ...(text === undefined
        ? {}
        : { text: text.text, mentions: JSON.stringify(text.mentions), edited_ms: batch.nowMs }),
      ...(isResolved === undefined || isResolved === (before.resolved_ms !== null)
        ? {}
        : { resolved_ms: isResolved ? batch.nowMs : null, resolved_by: isResolved ? nameOf(author) : null }),
    };
    batch.changes.patch(draftComments, { key }, set);
    batch.tell(commentTopic, tenantId);
    const known = new Set(mentionsOf(before).map(({ username }) => username));
    const added = (text?.mentions ?? []).filter(({ username }) => !known.has(username));
    await tellOfComment(batch, before, author, added, []);
    return { ...before, ...set };
  },
});

/** Removes a comment; the first one of a thread goes with all replies. Throws NOT_FOUND. */
export const deleteCommentTask = ({ key, tenant_id: tenantId }: DraftCommentRow): Task<null> => ({
  name: 'delete-draft-comment',
  exclusive: true,
  tenantId,
  run: async (batch) => {
    const { database } = batch.services;
    const before = await findComment(database, key);
    if (before === null) throw missingComment(key);
    const gone = before.thread_key === key ? await findThread(database, before) : [before];
    for (const row of gone) batch.changes.delete(draftComments, { key: row.key });
    batch.tell(commentTopic, tenantId);
    await forgetAboutComments(
      batch,
      tenantId,
      gone.map((row) => row.key),
    );
    return null;
  },
});

/** Adds to `changes` that the comments of some drafts are gone, with what was told of them. */
export const forgetComments = async (
  runtime: Pick<Runtime, 'database'>,
  changes: RowChanges,
  draftIds: readonly string[],
): Promise<void> => {
  for (const { key } of await findCommentKeys(runtime.database, draftIds)) changes.delete(draftComments, { key });
  await forgetAboutDrafts(runtime, changes, draftIds);
};
