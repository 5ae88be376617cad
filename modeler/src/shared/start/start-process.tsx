import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { parseFormSchema, type FormDocument } from '../../api/forms';
import { startFormQuery } from '../../api/process-definitions';
import { startProcessInstance, type StartedProcessInstance } from '../../api/process-instances';
import { Button } from '../../ui/button';
import { Group } from '../../ui/group';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { Stack } from '../../ui/stack';
import { Text } from '../../ui/text';
import { FormView, type FormResult, type FormViewHandle } from '../form/form-view';
import { JsonEditor } from '../json/json-editor';
import { parseJsonObject } from '../json/parse-json';

export interface StartProcessProps {
  readonly processDefinitionKey: string;
  readonly onStarted: (instance: StartedProcessInstance) => void;
  readonly onCancel: () => void;
}

const noData = {};

function schemaOf(form: FormDocument): { readonly schema: object | null; readonly failure: unknown } {
  try {
    return { schema: parseFormSchema(form), failure: null };
  } catch (failure) {
    return { schema: null, failure };
  }
}

/**
 * Starts one version of a process: with its start form, or with variables as JSON where it has none. The content of a
 * dialog; the list that leads here and the editor both use it.
 */
export function StartProcess({ processDefinitionKey, onStarted, onCancel }: StartProcessProps) {
  const form = useQuery(startFormQuery(processDefinitionKey));
  const handle = useRef<FormViewHandle>(null);
  const [text, setText] = useState('{}');
  const [isStarting, setIsStarting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const read = useMemo(() => (form.data === undefined || form.data === null ? null : schemaOf(form.data)), [form.data]);
  const json = parseJsonObject(text);

  const start = async (variables: Readonly<Record<string, unknown>>) => {
    if (isStarting) return;
    setIsStarting(true);
    setFailure(null);
    try {
      onStarted(await startProcessInstance({ processDefinitionKey, variables }));
    } catch (error) {
      setFailure(error);
    } finally {
      setIsStarting(false);
    }
  };
  const startWithForm = (result: FormResult | null) => {
    if (result === null) return;
    if (Object.keys(result.errors).length > 0)
      setFailure(new Error('Some fields need another look; they are marked in the form.'));
    else void start(result.data);
  };
  const submit = () => {
    if (read?.schema !== null && read !== null) startWithForm(handle.current?.submit() ?? null);
    else if (json.ok) void start(json.value);
  };

  if (form.isPending) return <Skeleton height={160} aria-busy="true" />;
  return (
    <Stack
      gap="md"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
      }}
    >
      {form.isError && (
        <ProblemNotice
          title="The start form could not be read"
          error={form.error}
          onRetry={() => void form.refetch()}
        />
      )}
      {read !== null && read.failure !== null && (
        <ProblemNotice title="The start form cannot be drawn; start with variables" error={read.failure} />
      )}
      {read !== null && read.schema !== null ? (
        <FormView ref={handle} schema={read.schema} data={noData} onSubmit={startWithForm} />
      ) : (
        <Stack gap={6}>
          <Text size="sm" c="dimmed">
            Variables to start with, as a JSON object.
          </Text>
          <JsonEditor
            value={text}
            onChange={setText}
            label="Variables"
            problem={json.ok ? null : json.message}
            autoFocus
          />
        </Stack>
      )}
      {failure !== null && <ProblemNotice title="The process was not started" error={failure} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button onClick={submit} loading={isStarting} disabled={(read === null || read.schema === null) && !json.ok}>
          Start
        </Button>
      </Group>
    </Stack>
  );
}
