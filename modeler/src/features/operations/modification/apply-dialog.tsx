import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { modifyProcessInstance } from '../../../api/process-instances';
import { t } from '../../../language/texts';
import { JsonEditor } from '../../../shared/json/json-editor';
import { parseJson } from '../../../shared/json/parse-json';
import { FormDialog } from '../../../ui/form-dialog';
import { ProblemNotice } from '../../../ui/problem-notice';
import { Text } from '../../../ui/text';
import { toastSuccess } from '../../../ui/toast';
import { instructionsOf, type Plan } from './modification-plan';
import { stepInWords } from './plan-words';
import classes from './modification.module.css';

export interface ApplyDialogProps {
  readonly processInstanceKey: string;
  readonly plan: Plan;
  readonly nameOf: (elementId: string) => string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Says once more what will be done, takes variables for it, and does all of it or nothing. */
export function ApplyDialog({ processInstanceKey, plan, nameOf, onClose, onDone }: ApplyDialogProps) {
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const parsed = parseJson(text);
  const variables = text.trim() === '' ? null : parsed.ok && isObject(parsed.value) ? parsed.value : undefined;
  const begins = plan.some(({ kind }) => kind !== 'cancel');
  const apply = async () => {
    if (variables === undefined) return false;
    setFailure(null);
    try {
      await modifyProcessInstance(processInstanceKey, instructionsOf(plan, variables));
    } catch (error) {
      setFailure(error);
      return false;
    }
    toastSuccess({ title: t('The instance is modified') });
    void queries.invalidateQueries();
    onDone();
    return true;
  };
  return (
    <FormDialog
      title={t('Modify this instance?')}
      action={t('Apply')}
      isComplete={variables !== undefined}
      onClose={onClose}
      onSubmit={apply}
    >
      <ul className={classes['review']}>
        {plan.map((step, index) => (
          <li key={index}>{stepInWords(step, nameOf)}</li>
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        {t(
          'All of it is done at once or nothing. What ends takes its jobs, tasks and timers with it. It cannot be undone; the history keeps who did it.',
        )}
      </Text>
      {begins && (
        <JsonEditor
          label={t('Variables to set first')}
          value={text}
          onChange={setText}
          minHeight={64}
          placeholder={t('Variables to set first, such as {"approved": true}')}
          problem={variables === undefined ? t('Expected an object such as {"approved": true}.') : null}
        />
      )}
      {failure !== null && <ProblemNotice title={t('The instance was not modified')} error={failure} />}
    </FormDialog>
  );
}
