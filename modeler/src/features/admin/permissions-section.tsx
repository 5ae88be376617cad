import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { authorizationsQuery, deleteAuthorization, type Authorization } from '../../api/authorizations';
import { t } from '../../language/texts';
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
  assignee: t('where one is the assignee'),
  candidateUsers: t('offered to oneself'),
  candidateGroups: t('offered to one’s groups'),
};

const resourceOf = ({ resourceId, resourcePropertyName }: Authorization): string =>
  resourcePropertyName === null ? (resourceId ?? '') : (properties[resourcePropertyName] ?? resourcePropertyName);

const columns: readonly AdminColumn<Authorization>[] = [
  {
    title: t('Who'),
    cell: ({ ownerType, ownerId }) => (
      <>
        <span className={classes['kind']}>{inWords(ownerType)}</span> <Id>{ownerId}</Id>
      </>
    ),
  },
  {
    title: t('With what'),
    cell: (each) => (
      <>
        <span className={classes['kind']}>{inWords(each.resourceType)}</span>{' '}
        {each.resourceId === '*' ? t('all') : <Id>{resourceOf(each)}</Id>}
      </>
    ),
  },
  {
    title: t('May'),
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
      title: t('Revoke this permission?'),
      message: t(
        '{{ownerId}} will no longer be permitted: {{permissions}}. It holds at once, also for those who are signed in.',
        {
          ownerId: each.ownerId,
          permissions: each.permissionTypes.map(inWords).join(', '),
        },
      ),
      action: t('Revoke'),
    });
    if (isSure)
      await change(
        () => deleteAuthorization(each.authorizationKey),
        t('The permission is revoked'),
        t('The permission was not revoked'),
      );
  };
  return (
    <>
      <SectionHead
        title={t('Permissions')}
        about={t(
          'What is not permitted is refused. Permissions of a user are their own, those of their groups, and those of their roles.',
        )}
      >
        <TextInput
          aria-label={t('Filter by owner')}
          placeholder={t('Id of a user, group or role')}
          leftSection={<IconSearch size={14} />}
          value={owner}
          onChange={(event) => setOwner(event.currentTarget.value)}
        />
        <Button leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
          {t('Grant permission')}
        </Button>
      </SectionHead>
      <AdminTable
        label={t('Permissions')}
        query={query}
        columns={columns}
        keyOf={({ authorizationKey }) => authorizationKey}
        actions={(each) => (
          <IconButton label={t('Revoke from {{ownerId}}', { ownerId: each.ownerId })} onClick={() => void revoke(each)}>
            <IconTrash size={15} />
          </IconButton>
        )}
        empty={
          <EmptyState
            icon={<IconShieldLock size={30} />}
            title={owner === '' ? t('Nothing is permitted to anybody') : t('Nothing is granted to this id itself')}
            hint={t('Permissions can be granted to users, groups, roles, clients and mapping rules.')}
          >
            <Button onClick={() => setAdding(true)}>{t('Grant permission')}</Button>
          </EmptyState>
        }
      />
      {adding && <GrantDialog onClose={() => setAdding(false)} />}
    </>
  );
}
