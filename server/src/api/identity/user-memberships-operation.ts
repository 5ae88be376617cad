import { z } from 'zod';
import type { Runtime } from '../../runtime/create-runtime.ts';
import { findMemberships } from '../../store/searches/find-memberships.ts';
import { needs } from '../operation/access.ts';
import { json } from '../operation/answer-kinds.ts';
import { operation } from '../operation/operation.ts';
import type { Operation } from '../operation/operation.ts';
import { entityId } from './names.ts';

const ids = z.array(z.string());
const membershipsType = z.strictObject({ groups: ids, roles: ids, tenants: ids }).meta({ id: 'UserMemberships' });

/** What a user belongs to, where the other lists start from what is belonged to. */
export const userMembershipsOperation = ({ database }: Pick<Runtime, 'database'>): Operation =>
  operation({
    id: 'getUserMemberships',
    method: 'GET',
    path: '/ext/users/{username}/memberships',
    tag: 'Identity',
    summary: 'Read which groups, roles and tenants a user was put into',
    description:
      'Their ids. Not what comes to them through a group or a mapping rule. Users of an identity provider need not be stored here to have some.',
    params: { username: entityId },
    answer: json(membershipsType),
    access: needs('USER', 'READ'),
    isLimitable: true,
    example: { answer: { groups: ['accounting'], roles: ['task-worker'], tenants: ['<default>'] } },
    run: async ({ params: { username }, permit }) => {
      if (!permit.allows('USER', username)) throw permit.refusal(username);
      const found = await findMemberships(database, 'USER', username);
      const of = (type: string): string[] =>
        found.filter((each) => each.container_type === type).map((each) => each.container_id);
      return { groups: of('GROUP'), roles: of('ROLE'), tenants: of('TENANT') };
    },
  });
