import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { parseFormSchema } from '../../../api/forms';
import type { BulkChange, ListedUserTask } from '../../../api/tasklist';
import { userTaskFormQuery } from '../../../api/user-tasks';
import { t } from '../../../language/texts';
import { FormView, type FormViewHandle } from '../../../shared/form/form-view';
import { FormDialog } from '../../../ui/form-dialog';
import { ProblemNotice } from '../../../ui/problem-notice';
import { Skeleton } from '../../../ui/skeleton';
import { Text } from '../../../ui/text';

/** The form that all of these tasks have; null where none has one, undefined where they differ. */
export function commonForm(tasks: readonly ListedUserTask[]): string | null | undefined {
  const [first] = tasks;
  return first !== undefined && tasks.every(({ formKey }) => formKey === first.formKey) ? first.formKey : undefined;
}

export interface CompleteDialogProps {
  readonly tasks: readonly ListedUserTask[];
  readonly formKey: string | null;
  readonly onClose: () => void;
  readonly onSubmit: (change: BulkChange) => void;
}

/** Completes many tasks with the same values: those of their form, which is filled in once, or none. */
export function CompleteDialog({ tasks, formKey, onClose, onSubmit }: CompleteDialogProps) {
  const form = useQuery({ ...userTaskFormQuery(tasks[0]?.userTaskKey ?? ''), enabled: formKey !== null });
  const handle = useRef<FormViewHandle>(null);
  const [isWrong, setIsWrong] = useState(false);
  const schema = form.data === undefined || form.data === null ? null : parseFormSchema(form.data);
  const submit = (): Promise<boolean> => {
    const result = formKey === null ? { data: {}, errors: {} } : (handle.current?.submit() ?? null);
    const isFine = result !== null && Object.keys(result.errors).length === 0;
    setIsWrong(!isFine);
    if (isFine) onSubmit({ kind: 'complete', variables: result.data, formKey });
    return Promise.resolve(isFine);
  };
  return (
    <FormDialog
      title={t('Complete {{count}} tasks', { count: tasks.length })}
      action={t('Complete all')}
      size="xl"
      isComplete={formKey === null || schema !== null}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text size="sm">
        {formKey === null
          ? t('They have no form and are completed as they are.')
          : t('They have the same form. What is filled in here goes into each of them.')}
      </Text>
      {form.isError && (
        <ProblemNotice title={t('The form could not be read')} error={form.error} onRetry={() => void form.refetch()} />
      )}
      {formKey !== null && form.isPending && <Skeleton height={120} aria-busy="true" />}
      {schema !== null && <FormView ref={handle} schema={schema} data={{}} readOnly={false} />}
      {isWrong && (
        <Text size="sm" c="red" role="alert">
          {t('Some fields need another look.')}
        </Text>
      )}
    </FormDialog>
  );
}
