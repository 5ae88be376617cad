import { z } from 'zod';
import { mayUse } from '../identity/components-of.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { findOwnNotification, markAllRead, markNotification, notificationKinds } from '../runtime/notifications.ts';
import { countUnread, listNotifications } from '../store/searches/find-notifications.ts';
import type { Recipient, ToldRow } from '../store/searches/find-notifications.ts';
import { dateText, dateTextOrNull, keyText, keyTextOrNull } from './answer.ts';
import type { Permitted } from './found-row.ts';
import { key } from './input.ts';
import { json, nothing } from './operation/answer-kinds.ts';
import { dateType, keyType } from './operation/answer-types.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { queryNumber } from './query-number.ts';

const notificationType = z
  .strictObject({
    notificationKey: keyType,
    kind: z
      .enum(notificationKinds)
      .describe('Why: somebody mentioned the user, replied in a thread of theirs, or gave them a task.'),
    actorName: z.string().nullable().describe('Who did it.'),
    draftId: z.string().nullable().describe('Of a comment on a draft.'),
    draftName: z.string().nullable(),
    elementId: z.string().nullable(),
    elementName: z.string().nullable(),
    userTaskKey: keyType.nullable().describe('Of what is about a task.'),
    taskName: z.string().nullable(),
    processName: z.string().nullable(),
    commentKey: keyType.nullable(),
    excerpt: z
      .string()
      .describe('The first 200 characters of the comment, or of what was said with the task, as it is now.'),
    createdAt: dateType,
    readAt: dateType.nullable(),
  })
  .meta({ id: 'Notification' });
const answerType = z.strictObject({
  items: z.array(notificationType),
  unreadCount: z.int().describe('Of all, not only of these.'),
  hasMore: z.boolean(),
});

const excerptLength = 200;

/** By whole characters: no half of a surrogate pair is left over. */
const excerptOf = (text: string): string => {
  const characters = [...text.slice(0, 2 * excerptLength)];
  return characters.length <= excerptLength && text.length <= 2 * excerptLength
    ? text
    : `${characters.slice(0, excerptLength).join('')}…`;
};

const answerOf = (row: ToldRow): z.input<typeof notificationType> => ({
  notificationKey: keyText(row.key),
  kind: row.kind as z.input<typeof notificationType>['kind'],
  actorName: row.actor_name,
  draftId: row.draft_id,
  draftName: row.draft_name,
  elementId: row.element_id,
  elementName: row.element_name,
  userTaskKey: keyTextOrNull(row.user_task_key),
  taskName: row.task_name,
  processName: row.process_name,
  commentKey: keyTextOrNull(row.comment_key),
  excerpt: excerptOf(row.text ?? ''),
  createdAt: dateText(row.created_ms),
  readAt: dateTextOrNull(row.read_ms),
});

/** Whose notifications a call is about; null where the caller can have none: nobody in particular, or a program. */
const recipientOf = ({ permit: { principal, tenants } }: Permitted): Recipient | null =>
  principal.type === 'USER' && principal.id !== null
    ? {
        username: principal.id,
        tenants,
        seesDrafts: mayUse(principal, 'modeler'),
        seesTasks: mayUse(principal, 'tasklist'),
      }
    : null;

const params = { notificationKey: key };
const tag = 'Web app';
const access = 'signed-in';

/** What a user is to be told of: each sees their own. */
export const notificationOperations = (runtime: Runtime): readonly Operation[] => {
  const { database } = runtime;
  return [
    operation({
      id: 'listNotifications',
      method: 'GET',
      path: '/ext/notifications',
      tag,
      summary: 'List what the caller is to be told of, the newest first',
      description:
        'Mentions in comments, replies in threads that the caller has to do with, and tasks that others gave them; the newest 500 are kept. `before` is the key of the last one of the page before.',
      query: { limit: queryNumber('limit', 20, 1, 100), before: key.optional() },
      answer: json(answerType),
      refusals: ['NOT_FOUND'],
      access,
      isTenantAware: true,
      isUnattended: true,
      example: {
        answer: {
          items: [
            {
              notificationKey: '4503599627370502',
              kind: 'comment-mention',
              actorName: 'Ana Ruiz',
              draftId: '0d9d2f0e-8b43-4a9f-9a55-0c1e2d3f4a5b',
              draftName: 'Invoice',
              elementId: 'check',
              elementName: 'Check invoice',
              userTaskKey: null,
              taskName: null,
              processName: null,
              commentKey: '4503599627370501',
              excerpt: 'Who does this on Fridays, @mia?',
              createdAt: '2030-01-31T10:00:00.000Z',
              readAt: null,
            },
          ],
          unreadCount: 1,
          hasMore: false,
        },
      },
      run: async (call) => {
        const recipient = recipientOf(call);
        if (recipient === null) return { items: [], unreadCount: 0, hasMore: false };
        const { limit, before } = call.query;
        const last = before === undefined ? null : await findOwnNotification(runtime, recipient.username, before);
        const [rows, unreadCount] = await Promise.all([
          listNotifications(database, recipient, { limit: limit + 1, before: last }),
          countUnread(database, recipient),
        ]);
        return { items: rows.slice(0, limit).map(answerOf), unreadCount, hasMore: rows.length > limit };
      },
    }),
    operation({
      id: 'markNotification',
      method: 'PATCH',
      path: '/ext/notifications/{notificationKey}',
      tag,
      summary: 'Note that the caller has read a notification, or wants to see it as unread again',
      params,
      body: body(z.strictObject({ isRead: z.boolean() })),
      answer: nothing,
      refusals: ['NOT_FOUND'],
      access,
      isTenantAware: true,
      example: { body: { isRead: true } },
      run: (call) =>
        markNotification(runtime, recipientOf(call)?.username ?? null, call.params.notificationKey, call.body.isRead),
    }),
    operation({
      id: 'markAllNotificationsRead',
      method: 'POST',
      path: '/ext/notifications/reading',
      tag,
      summary: 'Note that the caller has read all notifications',
      answer: nothing,
      access,
      isTenantAware: true,
      example: {},
      run: async (call) => {
        const recipient = recipientOf(call);
        if (recipient !== null) await markAllRead(runtime, recipient.username);
      },
    }),
  ];
};
