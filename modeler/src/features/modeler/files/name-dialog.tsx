import { useState } from 'react';
import { queryClient } from '../../../api/query-client';
import { FormDialog } from '../../../ui/form-dialog';
import { NameField } from '../../../ui/name-field';
import { toastProblem } from '../../../ui/toast';

export interface NameDialogProps {
  readonly title: string;
  /** The verb on the button. */
  readonly action: string;
  /** What it is called now; empty where it is new. */
  readonly name: string;
  /** Title of the problem where it does not work. */
  readonly problem: string;
  readonly onName: (name: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks for the name of a file or a folder. What was typed stays when it did not work; the list is then read anew. */
export function NameDialog({ title, action, name, problem, onName, onClose }: NameDialogProps) {
  const [typed, setTyped] = useState(name);
  const submit = async () => {
    try {
      await onName(typed.trim());
      return true;
    } catch (error) {
      toastProblem(error, problem);
      return false;
    } finally {
      await queryClient.invalidateQueries({ queryKey: ['drafts'] });
    }
  };
  return (
    <FormDialog title={title} action={action} isComplete={typed.trim() !== ''} onClose={onClose} onSubmit={submit}>
      <NameField value={typed} onChange={setTyped} />
    </FormDialog>
  );
}
