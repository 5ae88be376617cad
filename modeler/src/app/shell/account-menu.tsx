import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { meQuery, signOut } from '../../api/authentication';
import { chooseTenant, useCurrentTenant, useTenants } from '../../api/tenant';
import { t } from '../../language/texts';
import { IconCheck, IconKey, IconLogout } from '../../ui/icons';
import { Initial } from '../../ui/initial';
import { Menu } from '../../ui/menu';
import { toastProblem } from '../../ui/toast';
import { PasswordDialog } from './password-dialog';
import classes from './shell.module.css';

/** Who is signed in, with the way to another password and the way out. */
export function AccountMenu() {
  const queries = useQueryClient();
  const me = useQuery(meQuery());
  const tenants = useTenants();
  const current = useCurrentTenant();
  const [changing, setChanging] = useState(false);
  if (me.data === undefined) return null;
  const { username, displayName, roles, canLogout } = me.data;
  const tenantName = tenants?.find(({ tenantId }) => tenantId === current)?.name;
  const leave = async () => {
    try {
      await signOut();
      // Nothing of what was read stays behind for the next one.
      queries.clear();
      window.location.assign('/');
    } catch (error) {
      toastProblem(error, t('You are still signed in'));
    }
  };
  return (
    <>
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <button
            type="button"
            className={classes['user']}
            aria-label={
              tenantName === undefined
                ? t('Account: {{name}}', { name: displayName ?? username })
                : t('Account: {{name}}, tenant {{tenantName}}', { name: displayName ?? username, tenantName })
            }
          >
            {tenantName !== undefined && <b className={classes['tenant']}>{tenantName}</b>}
            <Initial name={displayName ?? username} />
            <span>{displayName ?? username}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {username}
            {roles.length > 0 && ` · ${roles.join(', ')}`}
          </Menu.Label>
          {tenants !== null && tenants.length > 1 && (
            <>
              <Menu.Label>{t('What you make is for')}</Menu.Label>
              {tenants.map(({ tenantId, name }) => (
                <Menu.Item
                  key={tenantId}
                  aria-current={tenantId === current}
                  leftSection={
                    tenantId === current ? <IconCheck size={15} /> : <span className={classes['unchosen']} />
                  }
                  onClick={() => chooseTenant(tenantId)}
                >
                  {name}
                </Menu.Item>
              ))}
              <Menu.Divider />
            </>
          )}
          <Menu.Item leftSection={<IconKey size={15} />} onClick={() => setChanging(true)}>
            {t('Change password…')}
          </Menu.Item>
          {canLogout && (
            <Menu.Item leftSection={<IconLogout size={15} />} onClick={() => void leave()}>
              {t('Sign out')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <PasswordDialog opened={changing} onClose={() => setChanging(false)} />
    </>
  );
}
