import type { Database } from '../database.ts';
import type { NotificationRow } from '../tables/notifications.ts';

/** What somebody is told of, with what it is about as that is now: a comment on a draft, or a task. */
export interface ToldRow extends NotificationRow {
  readonly draft_name: string | null;
  readonly element_id: string | null;
  readonly element_name: string | null;
  /** What the comment says, or what was said with the task. */
  readonly text: string | null;
  readonly task_name: string | null;
  readonly process_name: string | null;
}

/** Whose it is, of which tenants it may speak (null: of all), and of which parts of the web app. */
export interface Recipient {
  readonly username: string;
  readonly tenants: readonly string[] | null;
  readonly seesDrafts: boolean;
  readonly seesTasks: boolean;
}

const ofRecipient = (database: Database, { username, tenants, seesDrafts, seesTasks }: Recipient) => ({
  from: `notifications n LEFT JOIN drafts d ON d.id = n.draft_id LEFT JOIN draft_comments c ON c.key = n.comment_key
       LEFT JOIN user_tasks u ON u.key = n.user_task_key LEFT JOIN task_delegations g ON g.user_task_key = n.user_task_key
     WHERE n.recipient = ? AND (n.comment_key IS NULL OR c.key IS NOT NULL)
       AND (${seesDrafts ? 'd.id IS NOT NULL' : '1 = 0'} OR ${seesTasks ? 'u.key IS NOT NULL' : '1 = 0'})
       ${tenants === null ? '' : `AND ${database.isIn('n.tenant_id', 'text')}`}`,
  params: [username, ...(tenants === null ? [] : [database.list(tenants)])],
});

/** The newest first, `limit` of them; those before `before` where that is one of theirs. */
export const listNotifications = (
  database: Database,
  recipient: Recipient,
  { limit, before }: { readonly limit: number; readonly before: NotificationRow | null },
): Promise<ToldRow[]> => {
  const { from, params } = ofRecipient(database, recipient);
  const older = before === null ? '' : 'AND (n.created_ms, n.key) < (?, ?)';
  return database.rows(
    `SELECT n.*, d.name AS draft_name, c.element_id, c.element_name, COALESCE(c.text, g.note) AS text,
       COALESCE(u.element_name, u.element_id) AS task_name, COALESCE(u.process_name, u.process_id) AS process_name
     FROM ${from} ${older} ORDER BY n.created_ms DESC, n.key DESC LIMIT ?`,
    [...params, ...(before === null ? [] : [before.created_ms, before.key]), limit],
  );
};

export const countUnread = async (database: Database, recipient: Recipient): Promise<number> => {
  const { from, params } = ofRecipient(database, recipient);
  const [row] = await database.rows<{ count: number }>(
    `SELECT COUNT(*) AS count FROM ${from} AND n.read_ms IS NULL`,
    params,
  );
  return Number(row?.count ?? 0);
};

/** One of somebody; null when they have none of this key. */
export const findNotification = async (
  database: Database,
  username: string,
  key: number,
): Promise<NotificationRow | null> => {
  const [row] = await database.rows<NotificationRow>('SELECT * FROM notifications WHERE key = ? AND recipient = ?', [
    key,
    username,
  ]);
  return row ?? null;
};

/** The keys of those that somebody has not read. */
export const findUnreadKeys = (database: Database, username: string): Promise<{ key: number }[]> =>
  database.rows('SELECT key FROM notifications WHERE recipient = ? AND read_ms IS NULL', [username]);

/** The keys of those of somebody beyond the newest `kept`. */
export const findOldKeys = (database: Database, username: string, kept: number): Promise<{ key: number }[]> =>
  database.rows(
    `SELECT key FROM notifications WHERE recipient = ? ORDER BY created_ms DESC, key DESC LIMIT 1000 OFFSET ?`,
    [username, kept],
  );

/** The keys of those about some comments. */
export const findKeysAboutComments = (database: Database, commentKeys: readonly number[]): Promise<{ key: number }[]> =>
  database.rows(`SELECT key FROM notifications WHERE ${database.isIn('comment_key', 'int')}`, [
    database.list(commentKeys),
  ]);

/** The keys of those about some drafts. */
export const findKeysAboutDrafts = (database: Database, draftIds: readonly string[]): Promise<{ key: number }[]> =>
  database.rows(`SELECT key FROM notifications WHERE ${database.isIn('draft_id', 'text')}`, [database.list(draftIds)]);

/** The keys of all of somebody. */
export const findKeysOf = (database: Database, username: string): Promise<{ key: number }[]> =>
  database.rows('SELECT key FROM notifications WHERE recipient = ?', [username]);
