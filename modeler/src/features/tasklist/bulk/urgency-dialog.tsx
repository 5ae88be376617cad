import { useState } from 'react';
import type { BulkChange } from '../../../api/tasklist';
import { t } from '../../../language/texts';
import { FormDialog } from '../../../ui/form-dialog';
import { NumberInput } from '../../../ui/number-input';
import { TextInput } from '../../../ui/text-input';

export interface UrgencyDialogProps {
  readonly count: number;
  readonly onClose: () => void;
  readonly onSubmit: (change: BulkChange) => void;
}

/** Asks for a due date, a follow-up date and a priority for many tasks; what stays empty stays as it is. */
export function UrgencyDialog({ count, onClose, onSubmit }: UrgencyDialogProps) {
  const [due, setDue] = useState('');
  const [followUp, setFollowUp] = useState('');
  const [priority, setPriority] = useState<number | string>('');
  const changeset = {
    ...(due === '' ? {} : { dueDate: new Date(due).toISOString() }),
    ...(followUp === '' ? {} : { followUpDate: new Date(followUp).toISOString() }),
    ...(typeof priority === 'number' ? { priority } : {}),
  };
  return (
    <FormDialog
      title={t('Dates and priority of {{count}} tasks', { count })}
      action={t('Set')}
      isComplete={Object.keys(changeset).length > 0}
      onClose={onClose}
      onSubmit={() => {
        onSubmit({ kind: 'update', changeset });
        return Promise.resolve(true);
      }}
    >
      <TextInput
        label={t('Due date')}
        type="datetime-local"
        value={due}
        onChange={(event) => setDue(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        label={t('Follow-up')}
        type="datetime-local"
        value={followUp}
        onChange={(event) => setFollowUp(event.currentTarget.value)}
      />
      <NumberInput
        label={t('Priority')}
        description={t('From 0 to 100; 50 is normal. What stays empty stays as it is.')}
        min={0}
        max={100}
        allowDecimal={false}
        value={priority}
        onChange={setPriority}
      />
    </FormDialog>
  );
}
