import { RowChanges } from '../store/row-changes.ts';
import {
  findKeysAboutComments,
  findKeysAboutDrafts,
  findNotification,
  findOldKeys,
  findUnreadKeys,
} from '../store/searches/find-notifications.ts';
import { notifications } from '../store/tables/notifications.ts';
import type { NotificationRow } from '../store/tables/notifications.ts';
import type { Batch } from './batch.ts';
import type { Runtime } from './create-runtime.ts';
import { Refusal } from './refusal.ts';

/** Why somebody is told of something: a comment names them, a thread of theirs goes on, or a task came to them. */
export const notificationKinds = [
  'comment-mention',
  'comment-reply',
  'task-assigned',
  'task-delegated',
  'task-returned',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** The topic of events about them. */
export const notificationTopic = 'notifications';

/** Of one user so many are kept, the newest. */
const maxKept = 500;

/** What happened, for those who are to be told. */
export interface News {
  readonly tenantId: string;
  readonly kind: NotificationKind;
  /** The draft or the task that it is about. */
  readonly draftId: string | null;
  readonly userTaskKey: number | null;
  readonly commentKey: number | null;
  /** Who did it, as people call them. */
  readonly actorName: string | null;
}

/** Tells users of something with what a batch does. What is told beyond the newest 500 of a user goes. */
export const notify = async (batch: Batch, recipients: Iterable<string>, news: News): Promise<void> => {
  const { database, keys } = batch.services;
  for (const recipient of new Set(recipients)) {
    batch.changes.insert(notifications, {
      key: await keys.take(),
      tenant_id: news.tenantId,
      kind: news.kind,
      recipient,
      draft_id: news.draftId,
      user_task_key: news.userTaskKey,
      comment_key: news.commentKey,
      actor_name: news.actorName,
      created_ms: batch.nowMs,
      read_ms: null,
    });
    for (const { key } of await findOldKeys(database, recipient, maxKept - 1))
      batch.changes.delete(notifications, { key });
    batch.tell(notificationTopic, news.tenantId);
  }
};

/** Nobody is told of some comments any more. */
export const forgetAboutComments = async (
  batch: Batch,
  tenantId: string,
  commentKeys: readonly number[],
): Promise<void> => {
  const about = await findKeysAboutComments(batch.services.database, commentKeys);
  for (const { key } of about) batch.changes.delete(notifications, { key });
  if (about.length > 0) batch.tell(notificationTopic, tenantId);
};

/** Adds to `changes` that nobody is told of some drafts any more. */
export const forgetAboutDrafts = async (
  { database }: Pick<Runtime, 'database'>,
  changes: RowChanges,
  draftIds: readonly string[],
): Promise<void> => {
  for (const { key } of await findKeysAboutDrafts(database, draftIds)) changes.delete(notifications, { key });
};

/** One of a user. Throws NOT_FOUND where they have none of this key. */
export const findOwnNotification = async (
  { database }: Pick<Runtime, 'database'>,
  username: string | null,
  key: number,
): Promise<NotificationRow> => {
  const row = username === null ? null : await findNotification(database, username, key);
  if (row === null)
    throw new Refusal('NOT_FOUND', `Notification '${key}' not found. What it told of may have been deleted.`);
  return row;
};

/** Notes that a user has read one of theirs, or wants to see it as unread again. Throws NOT_FOUND. */
export const markNotification = async (
  runtime: Runtime,
  username: string | null,
  key: number,
  isRead: boolean,
): Promise<void> => {
  const before = await findOwnNotification(runtime, username, key);
  if ((before.read_ms !== null) === isRead) return;
  await mark(runtime, [key], isRead ? runtime.clock.nowMs() : null);
};

/** Notes that a user has read all of theirs. */
export const markAllRead = async (runtime: Runtime, username: string): Promise<void> => {
  const unread = await findUnreadKeys(runtime.database, username);
  await mark(
    runtime,
    unread.map(({ key }) => key),
    runtime.clock.nowMs(),
  );
};

const mark = async (runtime: Runtime, keys: readonly number[], readMs: number | null): Promise<void> => {
  if (keys.length === 0) return;
  const changes = new RowChanges();
  for (const key of keys) changes.patch(notifications, { key }, { read_ms: readMs });
  await runtime.database.write(changes);
  // To every window of the user, whichever tenants it hears of.
  runtime.announce({ tenantId: null, topics: [notificationTopic] });
};
