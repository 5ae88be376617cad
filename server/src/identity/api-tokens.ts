import { randomBytes } from 'node:crypto';
import { Refusal } from '../runtime/refusal.ts';
import type { Task } from '../runtime/task.ts';
import { findStored } from '../store/operations/find-stored.ts';
import { apiTokens } from '../store/tables/api-tokens.ts';
import type { ApiTokenRow } from '../store/tables/api-tokens.ts';
import { randomSecret, secretHash } from './secrets.ts';

export interface WantedToken {
  readonly name: string;
  readonly ownerType: 'USER' | 'CLIENT';
  readonly ownerId: string;
  readonly scopes: readonly string[];
  readonly expiresMs: number | null;
  readonly createdBy: string | null;
}

/** An API token as it is handed out, once: `baton_<id>_<secret>`. */
export interface IssuedToken {
  readonly row: ApiTokenRow;
  readonly token: string;
}

const pattern = /^baton_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;

/** The parts of what looks like an API token; null where it is none. */
export const readToken = (text: string): { readonly tokenId: string; readonly secret: string } | null => {
  const [, tokenId, secret] = pattern.exec(text) ?? [];
  return tokenId === undefined || secret === undefined ? null : { tokenId, secret };
};

/** Makes a token. Its secret is in the answer and nowhere else, so the task is not repeatable by an idempotency key. */
export const issueTokenTask = (wanted: WantedToken): { readonly task: Task<ApiTokenRow>; readonly token: string } => {
  const tokenId = randomBytes(8).toString('hex');
  const secret = randomSecret();
  const task: Task<ApiTokenRow> = {
    name: 'issue-token',
    run: (batch) => {
      const row: ApiTokenRow = {
        token_id: tokenId,
        name: wanted.name,
        owner_type: wanted.ownerType,
        owner_id: wanted.ownerId,
        secret_hash: secretHash(secret),
        scopes: JSON.stringify(wanted.scopes),
        created_ms: batch.nowMs,
        created_by: wanted.createdBy,
        expires_ms: wanted.expiresMs,
      };
      batch.changes.insert(apiTokens, row);
      return Promise.resolve({ ...row });
    },
  };
  return { task, token: `baton_${tokenId}_${secret}` };
};

/** Ends a token, at once. `mayRevoke` says whether the caller may do that to this one. Throws NOT_FOUND. */
export const revokeTokenTask = (tokenId: string, mayRevoke: (row: ApiTokenRow) => boolean): Task<ApiTokenRow> => ({
  name: 'revoke-token',
  tenantId: null,
  exclusive: true,
  run: async (batch) => {
    const row = await findStored(batch.services.database, apiTokens, { token_id: tokenId });
    if (row === null || !mayRevoke(row))
      throw new Refusal('NOT_FOUND', `Expected to find token '${tokenId}', but no such token exists.`);
    batch.changes.delete(apiTokens, { token_id: tokenId });
    return row;
  },
});

/** Whether a token's time is not over. */
export const isTokenLive = ({ expires_ms }: ApiTokenRow, nowMs: number): boolean =>
  expires_ms === null || nowMs < expires_ms;
