import { defineTable, int, intOrNull, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Long-lived secrets of programs. Only a hash is kept; `scopes` is a list in JSON, empty for no limit beyond those of the owner. */
export const apiTokens = defineTable({
  name: 'api_tokens',
  key: ['token_id'],
  columns: {
    token_id: text,
    name: text,
    owner_type: text,
    owner_id: text,
    secret_hash: text,
    scopes: text,
    created_ms: int,
    created_by: textOrNull,
    expires_ms: intOrNull,
  },
});
export type ApiTokenRow = RowOf<typeof apiTokens>;
