import { useState, type SyntheticEvent } from 'react';
import { changeOwnPassword } from '../../api/authentication';
import { ProblemError } from '../../api/problem-error';
import { t } from '../../language/texts';
import { Button } from '../../ui/button';
import { Group } from '../../ui/group';
import { Modal } from '../../ui/modal';
import { PasswordInput } from '../../ui/password-input';
import { Stack } from '../../ui/stack';
import { toastSuccess } from '../../ui/toast';

const shortest = 8;

/** Asks for the old password and a new one. Other sessions of the user end with the change. */
export function PasswordDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const [before, setBefore] = useState('');
  const [after, setAfter] = useState('');
  const [problem, setProblem] = useState<{ readonly at: 'before' | 'after'; readonly text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const close = () => {
    setBefore('');
    setAfter('');
    setProblem(null);
    onClose();
  };
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (after.length < shortest)
      return setProblem({ at: 'after', text: t('Use at least {{shortest}} characters.', { shortest }) });
    setBusy(true);
    setProblem(null);
    try {
      await changeOwnPassword(before, after);
      toastSuccess({ title: t('The password is changed'), message: t('Other browsers have to sign in again.') });
      close();
    } catch (error) {
      const isWrong = error instanceof ProblemError && error.status === 401;
      const text = isWrong
        ? t('This is not the present password.')
        : error instanceof Error
          ? error.message
          : String(error);
      setProblem({ at: isWrong ? 'before' : 'after', text });
    } finally {
      setBusy(false);
    }
    return undefined;
  };
  return (
    <Modal opened={opened} onClose={close} title={t('Change the password')} size="sm">
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <PasswordInput
            label={t('Present password')}
            autoComplete="current-password"
            value={before}
            onChange={(event) => setBefore(event.currentTarget.value)}
            error={problem?.at === 'before' ? problem.text : null}
            data-autofocus
          />
          <PasswordInput
            label={t('New password')}
            description={t('At least {{shortest}} characters. A few words are better than a short riddle.', {
              shortest,
            })}
            autoComplete="new-password"
            value={after}
            onChange={(event) => setAfter(event.currentTarget.value)}
            error={problem?.at === 'after' ? problem.text : null}
          />
        </Stack>
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={close}>
            {t('Cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={before === '' || after === ''}>
            {t('Change password')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
