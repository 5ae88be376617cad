import type { Database } from '../database.ts';
import type { NotificationRow } from '../tables/notifications.ts';

/** What somebody is told of, with what it is about as that is now. */
export interface ToldRow extends NotificationRow {
  readonly draft_id: string;
  readonly draft_name: string;
  readonly comment_key: number;
  readonly element_id: string | null;
  readonly element_name: string | null;
  readonly text: string;
}

/** Whose it is, and of which tenants it may speak (null: of all). */
export interface Recipient {
  readonly username: string;
  readonly tenants: readonly string[] | null;
}

const ofRecipient = (database: Database, { username, tenants }: Recipient) => ({
  from: `notifications n JOIN drafts d ON d.id = n.draft_id JOIN draft_comments c ON c.key = n.comment_key
     WHERE n.recipient = ? ${tenants === null ? '' : `AND ${database.isIn('n.tenant_id', 'text')}`}`,
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
    `SELECT n.*, d.name AS draft_name, c.element_id, c.element_name, c.text
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
