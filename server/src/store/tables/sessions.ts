import { defineTable, int, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Who is signed in: in the web app, or with an access token. Only a hash of the secret is kept. */
export const sessions = defineTable({
  name: 'sessions',
  key: ['id_hash'],
  columns: {
    id_hash: text,
    kind: text,
    owner_type: text,
    owner_id: text,
    claims: text,
    token_id: textOrNull,
    created_ms: int,
    seen_ms: int,
    expires_ms: int,
  },
});
export type SessionRow = RowOf<typeof sessions>;
