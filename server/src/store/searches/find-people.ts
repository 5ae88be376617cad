import type { Database } from '../database.ts';

/** Somebody as others know them. */
export interface Person {
  readonly username: string;
  readonly name: string | null;
}

/** Users who may sign in and have these names. */
export const findUsersNamed = (database: Database, usernames: readonly string[]): Promise<Person[]> =>
  database.rows(
    `SELECT username, name FROM users WHERE is_enabled = 1 AND ${database.isIn('username', 'text')} ORDER BY username`,
    [database.list(usernames)],
  );

/** Users who may sign in and have a text in their username or name, in any case; those first whose username begins with it. At most `limit`. */
export const findUsersLike = (database: Database, part: string, limit: number): Promise<Person[]> => {
  const escaped = part.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`);
  return database.rows(
    `SELECT username, name FROM users
     WHERE is_enabled = 1 AND (LOWER(username) LIKE ? ESCAPE '\\' OR LOWER(name) LIKE ? ESCAPE '\\')
     ORDER BY CASE WHEN LOWER(username) LIKE ? ESCAPE '\\' THEN 0 ELSE 1 END, username LIMIT ?`,
    [`%${escaped}%`, `%${escaped}%`, `${escaped}%`, limit],
  );
};

/** Users who may sign in and are in one of these groups, by username; at most `limit`. */
export const findMembersOf = (database: Database, groups: readonly string[], limit: number): Promise<Person[]> =>
  groups.length === 0
    ? Promise.resolve([])
    : database.rows(
        `SELECT u.username, u.name FROM users u
         WHERE u.is_enabled = 1 AND EXISTS (SELECT 1 FROM memberships m
           WHERE m.container_type = 'GROUP' AND m.member_type = 'USER' AND m.member_id = u.username AND ${database.isIn('m.container_id', 'text')})
         ORDER BY u.username LIMIT ?`,
        [database.list(groups), limit],
      );
