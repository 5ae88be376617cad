import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deleteUser, enableUser, usersQuery, type User } from '../../api/users';
import { t } from '../../language/texts';
import { useCurrentUser } from '../../shared/user/current-user';
import { Button } from '../../ui/button';
import { confirm } from '../../ui/confirm';
import { EmptyState } from '../../ui/empty-state';
import { IconButton } from '../../ui/icon-button';
import { IconBan, IconCircleCheck, IconPencil, IconPlus, IconSearch, IconTrash, IconUser } from '../../ui/icons';
import { TextInput } from '../../ui/text-input';
import { AdminTable, Id, Quiet, type AdminColumn } from './admin-table';
import { SectionHead } from './section-head';
import { useChange } from './use-change';
import { UserDialog } from './user-dialog';

const columns: readonly AdminColumn<User>[] = [
  { title: t('Username'), cell: ({ username }) => <Id>{username}</Id> },
  { title: t('Name'), cell: ({ name }) => name ?? <Quiet /> },
  { title: t('E-mail'), cell: ({ email }) => email ?? <Quiet />, isMinor: true },
  { title: t('May sign in'), cell: ({ isEnabled }) => (isEnabled ? t('Yes') : t('No, disabled')), isMinor: true },
];

/** Users with a password of this server. */
export function UsersSection() {
  const [words, setWords] = useState('');
  const [open, setOpen] = useState<User | 'new' | null>(null);
  const query = useInfiniteQuery(usersQuery(words));
  const change = useChange();
  const me = useCurrentUser();

  const remove = async ({ username }: User) => {
    const isSure = await confirm({
      title: t('Delete user “{{username}}”?', { username }),
      message: t(
        'Memberships, permissions, sessions and tokens go with the user and cannot be brought back. What they did stays in the audit log. To keep somebody out for a while, disable the user.',
      ),
      action: t('Delete user'),
    });
    if (isSure)
      await change(
        () => deleteUser(username),
        t('User {{username}} is deleted', { username }),
        t('The user was not deleted'),
      );
  };
  const toggle = ({ username, isEnabled }: User) =>
    change(
      () => enableUser(username, !isEnabled),
      isEnabled
        ? t('{{username}} is out and may no longer sign in', { username })
        : t('{{username}} may sign in again', { username }),
      t('The user was not changed'),
    );

  return (
    <>
      <SectionHead
        title={t('Users')}
        about={t(
          'People who sign in with a password of this server. Those of an identity provider need no entry here.',
        )}
      >
        <TextInput
          aria-label={t('Search users')}
          placeholder={t('Search by username')}
          leftSection={<IconSearch size={14} />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Button leftSection={<IconPlus size={15} />} onClick={() => setOpen('new')}>
          {t('New user')}
        </Button>
      </SectionHead>
      <AdminTable
        label={t('Users')}
        query={query}
        columns={columns}
        keyOf={({ username }) => username}
        actions={(user) => (
          <>
            <IconButton label={t('Edit {{name}}', { name: user.username })} onClick={() => setOpen(user)}>
              <IconPencil size={15} />
            </IconButton>
            {user.username !== me && (
              <>
                <IconButton
                  label={
                    user.isEnabled
                      ? t('Disable {{username}}', { username: user.username })
                      : t('Enable {{username}}', { username: user.username })
                  }
                  onClick={() => void toggle(user)}
                >
                  {user.isEnabled ? <IconBan size={15} /> : <IconCircleCheck size={15} />}
                </IconButton>
                <IconButton label={t('Delete {{name}}', { name: user.username })} onClick={() => void remove(user)}>
                  <IconTrash size={15} />
                </IconButton>
              </>
            )}
          </>
        )}
        empty={
          words === '' ? (
            <EmptyState
              icon={<IconUser size={30} />}
              title={t('No users yet')}
              hint={t('A user has a name and a password, and may do what their roles and groups permit.')}
            >
              <Button onClick={() => setOpen('new')}>{t('New user')}</Button>
            </EmptyState>
          ) : (
            <EmptyState icon={<IconSearch size={30} />} title={t('No user fits')} hint={t('Try other words.')} />
          )
        }
      />
      {open !== null && <UserDialog user={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}
