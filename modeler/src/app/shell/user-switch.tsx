import { useState } from 'react';
import { t } from '../../language/texts';
import { knownUsers, switchUser, useCurrentUser } from '../../shared/user/current-user';
import { Button } from '../../ui/button';
import { Group } from '../../ui/group';
import { IconCheck, IconUser, IconUserPlus } from '../../ui/icons';
import { Initial } from '../../ui/initial';
import { Menu } from '../../ui/menu';
import { Modal } from '../../ui/modal';
import { TextInput } from '../../ui/text-input';
import classes from './shell.module.css';

/** Under which name one works on a server that asks nobody who they are; the name is used as the assignee of tasks. */
export function UserSwitch() {
  const user = useCurrentUser();
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState('');
  const submit = () => {
    switchUser(name);
    setName('');
    setAsking(false);
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <button type="button" className={classes['user']} aria-label={t('User: {{user}}', { user })}>
            <Initial name={user} />
            <span>{user}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('Work as')}</Menu.Label>
          {knownUsers().map((known) => (
            <Menu.Item
              key={known}
              leftSection={<IconUser size={15} />}
              rightSection={known === user ? <IconCheck size={14} /> : null}
              onClick={() => switchUser(known)}
            >
              {known}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconUserPlus size={15} />} onClick={() => setAsking(true)}>
            {t('Another name…')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('Work under another name')} size="sm">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <TextInput
            label={t('User name')}
            description={t('Tasks are claimed under this name. This server asks nobody for a password.')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
            maxLength={100}
          />
          <Group justify="flex-end" mt="md" gap="xs">
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('Cancel')}
            </Button>
            <Button type="submit" disabled={name.trim() === ''}>
              {t('Use this name')}
            </Button>
          </Group>
        </form>
      </Modal>
    </>
  );
}
