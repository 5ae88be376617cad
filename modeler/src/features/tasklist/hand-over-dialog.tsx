import { useState } from 'react';
import { t } from '../../language/texts';
import { FormDialog } from '../../ui/form-dialog';
import { Text } from '../../ui/text';
import { Textarea } from '../../ui/textarea';
import { PersonPicker } from './person-picker';

export interface HandOverDialogProps {
  readonly title: string;
  /** The verb on the button. */
  readonly action: string;
  readonly hint?: string;
  /** The task, or the first of several. */
  readonly userTaskKey: string;
  readonly without: readonly (string | null)[];
  /** Whether something can be said with it. */
  readonly hasNote: boolean;
  readonly onClose: () => void;
  /** Answers whether it worked; then the dialog closes. */
  readonly onSubmit: (username: string, note: string | null) => Promise<boolean>;
}

/** Asks whom a task goes to, and what is said with it. */
export function HandOverDialog(props: HandOverDialogProps) {
  const { title, action, hint, userTaskKey, without, hasNote, onClose, onSubmit } = props;
  const [username, setUsername] = useState('');
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title={title}
      action={action}
      isComplete={username.trim() !== ''}
      onClose={onClose}
      onSubmit={() => onSubmit(username.trim(), note.trim() === '' ? null : note.trim())}
    >
      {hint !== undefined && <Text size="sm">{hint}</Text>}
      <PersonPicker
        userTaskKey={userTaskKey}
        label={t('Assign to')}
        value={username}
        without={without}
        onChange={setUsername}
      />
      {hasNote && (
        <Textarea
          label={t('Note')}
          maxLength={2_000}
          autosize
          minRows={2}
          maxRows={6}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
