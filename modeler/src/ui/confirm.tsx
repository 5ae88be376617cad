import { Button, Group, Modal, Text } from '@mantine/core';
import { useSyncExternalStore, type ReactNode } from 'react';
import { t } from '../language/texts';

/** A question before something that cannot be undone. */
export interface Confirmation {
  readonly title: string;
  readonly message: ReactNode;
  /** The verb on the button, for example `Delete draft`. */
  readonly action: string;
  /** What the other button says, where “Cancel” would be mistaken for the action. (Default: Cancel) */
  readonly dismiss?: string;
  readonly danger?: boolean;
}

type Pending = Confirmation & { readonly answer: (yes: boolean) => void };

let pending: Pending | null = null;
const listeners = new Set<() => void>();

function set(next: Pending | null): void {
  pending = next;
  for (const listener of listeners) listener();
}

/** Asks and resolves to true only when the person pressed the action button. */
export function confirm(question: Confirmation): Promise<boolean> {
  pending?.answer(false);
  return new Promise((resolve) => set({ ...question, answer: resolve }));
}

/** The place where {@link confirm} shows its question; the shell renders it once. */
export function ConfirmHost() {
  const current = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => pending,
  );
  const answer = (yes: boolean) => {
    current?.answer(yes);
    set(null);
  };
  return (
    <Modal opened={current !== null} onClose={() => answer(false)} title={current?.title} size="sm">
      {current !== null && (
        <>
          <Text size="sm">{current.message}</Text>
          <Group justify="flex-end" mt="lg" gap="xs">
            <Button variant="default" onClick={() => answer(false)}>
              {current.dismiss ?? t('Cancel')}
            </Button>
            <Button color={current.danger === false ? 'accent' : 'red'} onClick={() => answer(true)} data-autofocus>
              {current.action}
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
}
