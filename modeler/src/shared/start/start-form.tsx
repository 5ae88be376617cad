import { useRef, useState } from 'react';
import type { StartedProcessInstance } from '../../api/process-instances';
import { t } from '../../language/texts';
import { Button } from '../../ui/button';
import { Group } from '../../ui/group';
import { ProblemNotice } from '../../ui/problem-notice';
import { Stack } from '../../ui/stack';
import { toastSuccess } from '../../ui/toast';
import { formProblem } from '../form/form-problem';
import { FormView, type FormResult, type FormViewHandle } from '../form/form-view';
import { withDocuments, type ChosenFiles } from '../form/with-documents';
import { VariablesInput } from '../variables/variables-input';
import { parseJsonObject } from '../json/parse-json';
import { TextLink } from '../link/text-link';

export interface StartFormProps {
  /** The form-js schema of the start form; null asks for variables as JSON. A new object draws the form anew. */
  readonly schema: object | null;
  /** Starts with these variables; null where it was decided elsewhere not to start, which closes without a word. */
  readonly start: (variables: Readonly<Record<string, unknown>>) => Promise<StartedProcessInstance | null>;
  /** Canceled, or started. */
  readonly onClose: () => void;
  /** Headline of the toast that follows. */
  readonly startedTitle: string;
  /** What the link in that toast says, for the instance's key. (Default: `Show instance …`) */
  readonly linkText?: (processInstanceKey: string) => string;
  /** (Default: `Start`) */
  readonly submitText?: string;
  /** False while it is not known yet what a start would do. (Default: true) */
  readonly isReady?: boolean;
}

/** One object, so that the form is not drawn anew with every render. */
const noData = {};

const showInstance = (instance: string): string => t('Show instance {{instance}}', { instance });

/** The content of every dialog that starts a process: its form or variables, what went wrong, Start; then a toast. */
export function StartForm({ schema, start, onClose, startedTitle, ...options }: StartFormProps) {
  const { linkText = showInstance, submitText = t('Start'), isReady = true } = options;
  const form = useRef<FormViewHandle>(null);
  const [text, setText] = useState('');
  const [isStarting, setIsStarting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const json = parseJsonObject(text);
  const canStart = isReady && (schema !== null || json.ok);

  const startWith = async (data: Readonly<Record<string, unknown>>, files: ChosenFiles = new Map()) => {
    setIsStarting(true);
    setFailure(null);
    try {
      const started = await start(await withDocuments(data, files));
      if (started !== null) {
        const { processInstanceKey } = started;
        toastSuccess({
          title: startedTitle,
          message: (
            <TextLink to="/operations/instances/$processInstanceKey" params={{ processInstanceKey }}>
              {linkText(processInstanceKey)}
            </TextLink>
          ),
        });
      }
      onClose();
    } catch (error) {
      setFailure(formProblem(error));
    } finally {
      setIsStarting(false);
    }
  };
  const startWithForm = (result: FormResult | null) => {
    if (result === null || !canStart || isStarting) return;
    if (Object.keys(result.errors).length > 0)
      setFailure(new Error(t('Some fields need another look; they are marked in the form.')));
    else void startWith(result.data, result.files);
  };
  const submit = () => {
    if (!canStart || isStarting) return;
    if (schema !== null) startWithForm(form.current?.submit() ?? null);
    else if (json.ok) void startWith(json.value);
  };

  return (
    <Stack
      gap="md"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
      }}
    >
      {schema !== null ? (
        <FormView ref={form} schema={schema} data={noData} onSubmit={startWithForm} />
      ) : (
        <VariablesInput
          hint={t('Variables to start with, as a JSON object.')}
          text={text}
          onChange={setText}
          read={json}
        />
      )}
      {failure !== null && <ProblemNotice title={t('The process was not started')} error={failure} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('Cancel')}
        </Button>
        <Button onClick={submit} loading={isStarting} disabled={!canStart}>
          {submitText}
        </Button>
      </Group>
    </Stack>
  );
}
