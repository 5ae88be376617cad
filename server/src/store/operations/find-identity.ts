import type { Database } from '../database.ts';
import type { ApiTokenRow } from '../tables/api-tokens.ts';
import type { AuthorizationRow } from '../tables/authorizations.ts';
import type { MappingRuleRow } from '../tables/mapping-rules.ts';
import type { MembershipRow } from '../tables/memberships.ts';
import type { SessionRow } from '../tables/sessions.ts';

/** The API tokens of one owner. */
export const findTokensOf = (database: Database, ownerType: string, ownerId: string): Promise<ApiTokenRow[]> =>
  database.rows<ApiTokenRow>('SELECT * FROM api_tokens WHERE owner_type = ? AND owner_id = ?', [ownerType, ownerId]);

/** All mapping rules: there are few. */
export const findMappingRules = (database: Database): Promise<MappingRuleRow[]> =>
  database.rows<MappingRuleRow>('SELECT * FROM mapping_rules');

/** Ids of members or owners, by their type. */
export type IdsByType = Readonly<Record<string, readonly string[]>>;

/** What any of these belongs to, by their type. */
export const findMembershipsOf = async (database: Database, members: IdsByType): Promise<MembershipRow[]> => {
  const found: MembershipRow[] = [];
  for (const [type, ids] of Object.entries(members))
    if (ids.length > 0)
      found.push(
        ...(await database.rows<MembershipRow>(
          `SELECT * FROM memberships WHERE member_type = ? AND ${database.isIn('member_id', 'text')}`,
          [type, database.list(ids)],
        )),
      );
  return found;
};

/** Everything that has to do with one group, role, tenant, user, client or mapping rule: what it contains, and what it belongs to. */
export const findMembershipsAround = (database: Database, type: string, id: string): Promise<MembershipRow[]> =>
  database.rows<MembershipRow>(
    'SELECT * FROM memberships WHERE (container_type = ? AND container_id = ?) OR (member_type = ? AND member_id = ?)',
    [type, id, type, id],
  );

/** What was granted to these owners, by their type. */
export const findAuthorizationsOf = async (database: Database, owners: IdsByType): Promise<AuthorizationRow[]> => {
  const found: AuthorizationRow[] = [];
  for (const [type, ids] of Object.entries(owners))
    if (ids.length > 0)
      found.push(
        ...(await database.rows<AuthorizationRow>(
          `SELECT * FROM authorizations WHERE owner_type = ? AND ${database.isIn('owner_id', 'text')}`,
          [type, database.list(ids)],
        )),
      );
  return found;
};

/** The sessions of one owner. */
export const findSessionsOf = (database: Database, ownerType: string, ownerId: string): Promise<SessionRow[]> =>
  database.rows<SessionRow>('SELECT * FROM sessions WHERE owner_type = ? AND owner_id = ?', [ownerType, ownerId]);

/** Sessions whose time is over. */
export const findExpiredSessions = (database: Database, nowMs: number, limit: number): Promise<SessionRow[]> =>
  database.rows<SessionRow>('SELECT * FROM sessions WHERE expires_ms <= ? ORDER BY expires_ms LIMIT ?', [nowMs, limit]);
