import { useRef, useState } from 'react';
import { startProcessInstance } from '../../api/process-instances';
import { FormView, type FormViewHandle } from '../../shared/form/form-view';
import { JsonEditor } from '../../shared/json/json-editor';
import { parseJsonObject } from '../../shared/json/parse-json';
import { TextLink } from '../../shared/link/text-link';
import { Button } from '../../ui/button';
import { Group } from '../../ui/group';
import { Modal } from '../../ui/modal';
import { ProblemNotice } from '../../ui/problem-notice';
import { Stack } from '../../ui/stack';
import { Text } from '../../ui/text';
import { toastSuccess } from '../../ui/toast';

/** A deployed example with the schema of its start form, if it has one. */
export interface StartableExample {
  readonly name: string;
  readonly processId: string;
  readonly schema: Readonly<Record<string, unknown>> | null;
}

/** One object, so that the form is not drawn anew with every render. */
const noData = {};

/** Starts an example through its start form, or with variables as JSON where it has none. */
export function StartExampleDialog({
  example,
  onClose,
}: {
  readonly example: StartableExample;
  readonly onClose: () => void;
}) {
  const form = useRef<FormViewHandle>(null);
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const parsed = parseJsonObject(text);

  const variables = () => {
    if (example.schema === null) return parsed.ok ? parsed.value : null;
    const result = form.current?.submit() ?? null;
    return result === null || Object.keys(result.errors).length > 0 ? null : result.data;
  };
  const submit = async () => {
    const filled = variables();
    if (filled === null) return;
    setBusy(true);
    setError(null);
    try {
      const { processInstanceKey } = await startProcessInstance({
        processDefinitionId: example.processId,
        variables: filled,
      });
      toastSuccess({
        title: `${example.name} started`,
        message: (
          <TextLink to="/operations/instances/$processInstanceKey" params={{ processInstanceKey }}>
            Show instance {processInstanceKey}
          </TextLink>
        ),
      });
      onClose();
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };

  return (
    <Modal opened onClose={onClose} title={`Start ${example.name}`} size="lg">
      <Stack gap="sm">
        {example.schema === null ? (
          <div>
            <Text size="sm" fw={500} mb={4}>
              Variables
            </Text>
            <JsonEditor
              label="Variables"
              value={text}
              onChange={setText}
              placeholder={'{ "amount": 120 }'}
              problem={parsed.ok ? null : parsed.message}
            />
          </div>
        ) : (
          <FormView ref={form} schema={example.schema} data={noData} onSubmit={() => void submit()} />
        )}
        {error !== null && <ProblemNotice title="The instance was not started" error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button loading={isBusy} disabled={example.schema === null && !parsed.ok} onClick={() => void submit()}>
            Start
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
