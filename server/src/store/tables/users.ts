import { defineTable, int, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** People who may sign in here. Without a password hash they come by an identity provider only. */
export const users = defineTable({
  name: 'users',
  key: ['username'],
  columns: {
    username: text,
    name: textOrNull,
    email: textOrNull,
    password_hash: textOrNull,
    is_enabled: int,
    created_ms: int,
    updated_ms: int,
  },
});
export type UserRow = RowOf<typeof users>;
