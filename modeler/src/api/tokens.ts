import { request } from './client';
import { infiniteSearch } from './infinite-search';
import { identityTopic } from './users';

/** A secret by which a program says who it is. */
export interface ApiToken {
  readonly tokenId: string;
  readonly name: string;
  readonly ownerType: 'USER' | 'CLIENT';
  readonly ownerId: string;
  readonly scopes: readonly string[];
  readonly creationDate: string;
  readonly createdBy: string | null;
  readonly expiresAt: string | null;
}
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
