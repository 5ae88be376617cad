import type { Batch } from '../runtime/batch.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Task } from '../runtime/task.ts';
import { findStored } from '../store/operations/find-stored.ts';
import { memberships } from '../store/tables/memberships.ts';
import { groupKind, roleKind, tenantKind } from './entity-kinds.ts';
import { mustHave, mustHaveOwner } from './must-have.ts';
import type { ContainerType, MemberType } from './entity-kinds.ts';

/** Who is put into what. */
export interface Membership {
  readonly containerType: ContainerType;
  readonly containerId: string;
  readonly memberType: MemberType;
  readonly memberId: string;
}

const rowOf = ({ containerType, containerId, memberType, memberId }: Membership) => ({
  container_type: containerType,
  container_id: containerId,
  member_type: memberType,
  member_id: memberId,
});

/**
 * Puts a member into a group, role or tenant. Throws NOT_FOUND where one of them does not exist, ALREADY_EXISTS where it is one. Users need not be stored
 * here: an identity provider may bring them later.
 */
export const assignTask = (membership: Membership): Task<null> => ({
  name: 'assign-member',
  exclusive: true,
  run: async (batch) => {
    await mustExist(batch, membership);
    const { memberType, memberId, containerId } = membership;
    if ((await findStored(batch.services.database, memberships, rowOf(membership))) !== null)
      throw new Refusal(
        'ALREADY_EXISTS',
        `Expected ${memberType.toLowerCase()} '${memberId}' not to be in '${containerId}' yet, but it is.`,
      );
    batch.changes.insert(memberships, rowOf(membership));
    return null;
  },
});

/** Takes a member out. Throws NOT_FOUND where there is no such membership. */
export const unassignTask = (membership: Membership): Task<null> => ({
  name: 'unassign-member',
  exclusive: true,
  run: async (batch) => {
    const { containerId, memberType, memberId } = membership;
    await mustHaveContainer(batch, membership);
    if ((await findStored(batch.services.database, memberships, rowOf(membership))) === null)
      throw new Refusal(
        'NOT_FOUND',
        `Expected ${memberType.toLowerCase()} '${memberId}' to be in '${containerId}', but it is not.`,
      );
    batch.changes.delete(memberships, rowOf(membership));
    return null;
  },
});

/** Throws NOT_FOUND where the container or the member does not exist. */
const mustExist = async (batch: Batch, membership: Membership): Promise<void> => {
  await mustHaveContainer(batch, membership);
  await mustHaveOwner(batch, membership.memberType, membership.memberId);
};

const mustHaveContainer = async (batch: Batch, { containerType, containerId }: Membership): Promise<void> => {
  if (containerType === 'GROUP') await mustHave(batch, groupKind, containerId);
  else if (containerType === 'ROLE') await mustHave(batch, roleKind, containerId);
  else await mustHave(batch, tenantKind, containerId);
};
