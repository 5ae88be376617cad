import type { Database } from '../database.ts';
import type { MembershipRow } from '../tables/memberships.ts';

/** What one member was put into, by the ids of it. */
export const findMemberships = (database: Database, memberType: string, memberId: string): Promise<MembershipRow[]> =>
  database.rows<MembershipRow>(
    'SELECT * FROM memberships WHERE member_type = ? AND member_id = ? ORDER BY container_id',
    [memberType, memberId],
  );
