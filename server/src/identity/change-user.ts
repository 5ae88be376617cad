import type { Task } from '../runtime/task.ts';
import { findSessionsOf } from '../store/operations/find-identity.ts';
import { findStored } from '../store/operations/find-stored.ts';
import { sessions } from '../store/tables/sessions.ts';
import { users } from '../store/tables/users.ts';
import type { UserRow } from '../store/tables/users.ts';
import { missingEntity } from './change-entity.ts';

/** Changes a user. A new password, and being disabled, end their sessions. Throws NOT_FOUND. */
export const changeUserTask = (
  username: string,
  set: Partial<Pick<UserRow, 'name' | 'email' | 'password_hash' | 'is_enabled'>>,
): Task<{ readonly before: UserRow; readonly after: UserRow }> => ({
  name: 'update-user',
  exclusive: true,
  run: async (batch) => {
    const { database } = batch.services;
    const before = await findStored(database, users, { username });
    if (before === null) throw missingEntity('user', username);
    const change = { ...set, updated_ms: batch.nowMs };
    batch.changes.patch(users, { username }, { ...change });
    if (set.password_hash !== undefined || set.is_enabled === 0)
      for (const { id_hash } of await findSessionsOf(database, 'USER', username))
        batch.changes.delete(sessions, { id_hash });
    return { before, after: { ...before, ...change } };
  },
  change: (answer) => answer,
});
