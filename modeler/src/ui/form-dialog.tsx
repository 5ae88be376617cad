import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { Button } from './button';
import { Group } from './group';
import { Modal } from './modal';
import { Stack } from './stack';

export interface FormDialogProps {
  readonly title: string;
  /** The verb on the button. */
  readonly action: string;
  /** How wide it is. (Default: as wide as a few fields need.) */
  readonly size?: 'xl';
  readonly isComplete: boolean;
  readonly onClose: () => void;
  /** Answers whether it worked; then the dialog closes. */
  readonly onSubmit: () => Promise<boolean>;
  readonly children: ReactNode;
}

/** A few fields and a button. What was typed stays when it did not work. */
export function FormDialog({ title, action, size, isComplete, onClose, onSubmit, children }: FormDialogProps) {
  const [busy, setBusy] = useState(false);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    const isDone = await onSubmit();
    setBusy(false);
    if (isDone) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={title} {...(size === undefined ? {} : { size })}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">{children}</Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy} disabled={!isComplete}>
            {action}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
