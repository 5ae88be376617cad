import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { parseFormSchema, type FormDocument } from '../../api/forms';
import { startFormQuery } from '../../api/process-definitions';
import { startProcessInstance, submitStartForm } from '../../api/process-instances';
import { t } from '../../language/texts';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { StartForm } from './start-form';

export interface StartDefinitionProps {
  readonly processDefinitionKey: string;
  /** What people call the process. */
  readonly title: string;
  readonly onClose: () => void;
}

function schemaOf(form: FormDocument): { readonly schema: object | null; readonly failure: unknown } {
  try {
    return { schema: parseFormSchema(form), failure: null };
  } catch (failure) {
    return { schema: null, failure };
  }
}

/** Starts one deployed version: reads its start form first and asks for variables where there is none to show. */
export function StartDefinition({ processDefinitionKey, title, onClose }: StartDefinitionProps) {
  const form = useQuery(startFormQuery(processDefinitionKey));
  const read = useMemo(() => (form.data === undefined || form.data === null ? null : schemaOf(form.data)), [form.data]);
  if (form.isPending) return <Skeleton height={160} aria-busy="true" />;
  return (
    <>
      {form.isError && (
        <ProblemNotice
          title={t('The start form could not be read')}
          error={form.error}
          onRetry={() => void form.refetch()}
        />
      )}
      {read !== null && read.failure !== null && (
        <ProblemNotice title={t('The start form cannot be drawn; start with variables')} error={read.failure} />
      )}
      <StartForm
        schema={read?.schema ?? null}
        start={(variables) =>
          read?.schema == null
            ? startProcessInstance({ processDefinitionKey, variables })
            : submitStartForm(processDefinitionKey, variables)
        }
        onClose={onClose}
        startedTitle={t('{{title}} was started', { title })}
        linkText={(instance) => t('Watch instance {{instance}}', { instance })}
      />
    </>
  );
}
