import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { authorizationsQuery, deleteAuthorization, type Authorization } from '../../api/authorizations';
import { Button } from '../../ui/button';
import { confirm } from '../../ui/confirm';
import { EmptyState } from '../../ui/empty-state';
import { IconButton } from '../../ui/icon-button';
import { IconPlus, IconSearch, IconShieldLock, IconTrash } from '../../ui/icons';
import { TextInput } from '../../ui/text-input';
import { AdminTable, Id, type AdminColumn } from './admin-table';
import { GrantDialog } from './grant-dialog';
import { inWords } from './permission-words';
import { SectionHead } from './section-head';
import { useChange } from './use-change';
import classes from './permissions-section.module.css';

const properties: Readonly<Record<string, string>> = {
  assignee: 'where one is the assignee',
  candidateUsers: 'offered to oneself',
  candidateGroups: 'offered to one’s groups',
};

const resourceOf = ({ resourceId, resourcePropertyName }: Authorization): string =>
  resourcePropertyName === null ? (resourceId ?? '') : (properties[resourcePropertyName] ?? resourcePropertyName);

const columns: readonly AdminColumn<Authorization>[] = [
  {
    title: 'Who',
    cell: ({ ownerType, ownerId }) => (
      <>
        <span className={classes['kind']}>{inWords(ownerType)}</span> <Id>{ownerId}</Id>
      </>
    ),
  },
  {
    title: 'With what',
    cell: (each) => (
      <>
        <span className={classes['kind']}>{inWords(each.resourceType)}</span>{' '}
        {each.resourceId === '*' ? 'all' : <Id>{resourceOf(each)}</Id>}
      </>
    ),
  },
  {
    title: 'May',
    cell: ({ permissionTypes }) => (
      <span className={classes['permissions']}>{permissionTypes.map(inWords).join(', ')}</span>
    ),
    isMinor: true,
  },
];

/** Who may do what with what. */
export function PermissionsSection() {
  const [owner, setOwner] = useState('');
  const [adding, setAdding] = useState(false);
  const query = useInfiniteQuery(authorizationsQuery(owner.trim()));
  const change = useChange();
  const revoke = async (each: Authorization) => {
    const isSure = await confirm({
      title: 'Revoke this permission?',
      message: `${each.ownerId} will no longer be permitted: ${each.permissionTypes.map(inWords).join(', ')}. It holds at once, also for those who are signed in.`,
      action: 'Revoke',
    });
    if (isSure)
      await change(
        () => deleteAuthorization(each.authorizationKey),
        'The permission is revoked',
        'The permission was not revoked',
      );
  };
  return (
    <>
      <SectionHead
        title="Permissions"
        about="What is not permitted is refused. Permissions of a user are their own, those of their groups, and those of their roles."
      >
        <TextInput
          aria-label="Filter by owner"
          placeholder="Id of a user, group or role"
          leftSection={<IconSearch size={14} />}
          value={owner}
          onChange={(event) => setOwner(event.currentTarget.value)}
        />
        <Button leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
          Grant permission
        </Button>
      </SectionHead>
      <AdminTable
        label="Permissions"
        query={query}
        columns={columns}
        keyOf={({ authorizationKey }) => authorizationKey}
        actions={(each) => (
          <IconButton label={`Revoke from ${each.ownerId}`} onClick={() => void revoke(each)}>
            <IconTrash size={15} />
          </IconButton>
        )}
        empty={
          <EmptyState
            icon={<IconShieldLock size={30} />}
            title={owner === '' ? 'Nothing is permitted to anybody' : 'Nothing is granted to this id itself'}
            hint="Permissions can be granted to users, groups, roles, clients and mapping rules."
          >
            <Button onClick={() => setAdding(true)}>Grant permission</Button>
          </EmptyState>
        }
      />
      {adding && <GrantDialog onClose={() => setAdding(false)} />}
    </>
  );
}
