import { useState } from 'react';
import { createToken } from '../../api/tokens';
import { t } from '../../language/texts';
import { Alert } from '../../ui/alert';
import { Button } from '../../ui/button';
import { CopyableKey } from '../../ui/copyable-key';
import { Group } from '../../ui/group';
import { IconKey } from '../../ui/icons';
import { Modal } from '../../ui/modal';
import { Select } from '../../ui/select';
import { TextInput } from '../../ui/text-input';
import { FormDialog } from '../../ui/form-dialog';
import { useChange } from './use-change';

const dayMs = 86_400_000;
const lives = [
  { value: '30', label: t('30 days') },
  { value: '90', label: t('90 days') },
  { value: '365', label: t('a year') },
  { value: '0', label: t('until it is revoked') },
];

/** Makes a token, and shows it this once. */
export function TokenDialog({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('');
  const [clientId, setClientId] = useState('');
  const [days, setDays] = useState('90');
  const [token, setToken] = useState<string | null>(null);
  const change = useChange();
  if (token !== null)
    return (
      <Modal opened onClose={onClose} title={t('The token {{name}}', { name })} closeOnClickOutside={false}>
        <Alert icon={<IconKey size={16} />} title={t('Copy it now')} mb="md">
          {t('It is shown this once. Nobody can read it here again; who loses it makes a new one.')}
        </Alert>
        <CopyableKey value={token} label={t('Token')} />
        <Group justify="flex-end" mt="lg">
          <Button onClick={onClose}>{t('I have it')}</Button>
        </Group>
      </Modal>
    );
  const submit = async () => {
    await change(
      async () => {
        const expiresAt = days === '0' ? null : new Date(Date.now() + Number(days) * dayMs).toISOString();
        const made = await createToken({ name: name.trim(), clientId: clientId.trim() || null, expiresAt, scopes: [] });
        setToken(made.token);
      },
      t('The token is made'),
      t('The token was not made'),
    );
    // It stays open to show the token, or what was typed.
    return false;
  };
  return (
    <FormDialog
      title={t('New API token')}
      action={t('Make token')}
      isComplete={name.trim() !== ''}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        label={t('Name')}
        description={t('What it is for.')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={200}
        data-autofocus
      />
      <TextInput
        label={t('Client')}
        description={t(
          'Id of the program, which has roles and permissions of its own. Left empty it is a token of yours.',
        )}
        value={clientId}
        onChange={(event) => setClientId(event.currentTarget.value)}
        maxLength={256}
      />
      <Select
        label={t('It holds')}
        data={lives}
        value={days}
        onChange={(value) => setDays(value ?? '90')}
        allowDeselect={false}
      />
    </FormDialog>
  );
}
