import type { ApiToken } from '@baton/client';
import { request } from './client';
import { infiniteSearch } from './infinite-search';
import { identityTopic } from './users';

export type { ApiToken };

export interface WantedToken {
  readonly name: string;
  /** Null for a token of whoever asks. */
  readonly clientId: string | null;
  readonly expiresAt: string | null;
  readonly scopes: readonly string[];
}

export function tokensQuery() {
  return infiniteSearch<ApiToken>(identityTopic, '/ext/tokens/search', { sort: [{ field: 'name' }] });
}
export function createToken(wanted: WantedToken): Promise<ApiToken & { readonly token: string }> {
  return request('/ext/tokens', { method: 'POST', body: wanted });
}
export function revokeToken(tokenId: string): Promise<void> {
  return request(`/ext/tokens/${tokenId}`, { method: 'DELETE' });
}
