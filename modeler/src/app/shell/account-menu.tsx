import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { meQuery, signOut } from '../../api/authentication';
import { IconKey, IconLogout } from '../../ui/icons';
import { Menu } from '../../ui/menu';
import { toastProblem } from '../../ui/toast';
import { PasswordDialog } from './password-dialog';
import classes from './shell.module.css';

/** Who is signed in, with the way to another password and the way out. */
export function AccountMenu() {
  const queries = useQueryClient();
  const me = useQuery(meQuery());
  const [changing, setChanging] = useState(false);
  if (me.data === undefined) return null;
  const { username, displayName, roles, canLogout } = me.data;
  const leave = async () => {
    try {
      await signOut();
      // Nothing of what was read stays behind for the next one.
      queries.clear();
      window.location.assign('/');
    } catch (error) {
      toastProblem(error, 'You are still signed in');
    }
  };
  return (
    <>
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <button type="button" className={classes['user']} aria-label={`Account: ${displayName ?? username}`}>
            <span className={classes['initial']} aria-hidden>
              {(displayName ?? username).slice(0, 1).toUpperCase()}
            </span>
            <span>{displayName ?? username}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {username}
            {roles.length > 0 && ` · ${roles.join(', ')}`}
          </Menu.Label>
          <Menu.Item leftSection={<IconKey size={15} />} onClick={() => setChanging(true)}>
            Change password…
          </Menu.Item>
          {canLogout && (
            <Menu.Item leftSection={<IconLogout size={15} />} onClick={() => void leave()}>
              Sign out
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <PasswordDialog opened={changing} onClose={() => setChanging(false)} />
    </>
  );
}
