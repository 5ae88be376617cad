import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { processDefinitionsQuery, processDefinitionXmlQuery } from '../../../api/process-definitions';
import { startProcessInstance } from '../../../api/process-instances';
import { FormView, type FormViewHandle } from '../../../shared/form/form-view';
import { JsonEditor } from '../../../shared/json/json-editor';
import { parseJsonObject } from '../../../shared/json/parse-json';
import { TextLink } from '../../../shared/link/text-link';
import { Button } from '../../../ui/button';
import { Checkbox } from '../../../ui/checkbox';
import { Group } from '../../../ui/group';
import { Modal } from '../../../ui/modal';
import { ProblemNotice } from '../../../ui/problem-notice';
import { Skeleton } from '../../../ui/skeleton';
import { Stack } from '../../../ui/stack';
import { Text } from '../../../ui/text';
import { toastSuccess } from '../../../ui/toast';

/** One object, so that the form is not drawn anew with every render. */
const noData = {};

export interface StartDialogProps {
  readonly processId: string;
  /** What the draft holds now, to tell whether it differs from what is deployed. */
  readonly xml: string;
  /** The schema of the start form's draft, where the process links to one and the draft exists. */
  readonly startFormSchema: Readonly<Record<string, unknown>> | null;
  /** Deploys the draft; resolves to false when it was refused. */
  readonly onDeploy: () => Promise<boolean>;
  readonly onClose: () => void;
}

/** Starts an instance, with variables as JSON or through the start form; deploys the draft first where it has changed. */
export function StartDialog({ processId, xml, startFormSchema, onDeploy, onClose }: StartDialogProps) {
  const found = useQuery(
    processDefinitionsQuery({ filter: { processDefinitionId: processId, isLatestVersion: true }, page: { limit: 1 } }),
  );
  const latest = found.data?.items[0];
  const deployedXml = useQuery({
    ...processDefinitionXmlQuery(latest?.processDefinitionKey ?? ''),
    enabled: latest !== undefined,
  });
  const isKnown = found.isSuccess && (latest === undefined || deployedXml.isSuccess);
  const isDifferent = latest === undefined || deployedXml.data !== xml;
  const [wantsDeploy, setWantsDeploy] = useState(true);
  const [text, setText] = useState('');
  const form = useRef<FormViewHandle>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const variables = parseJsonObject(text);
  const deploysFirst = isDifferent && (wantsDeploy || latest === undefined);

  /** The form's data; null while a field is not filled in correctly (the form then shows which). */
  const filledForm = () => {
    const result = form.current?.submit() ?? null;
    return result === null || Object.keys(result.errors).length > 0 ? null : result.data;
  };

  const submit = async () => {
    setError(null);
    const filled = startFormSchema === null ? (variables.ok ? variables.value : null) : filledForm();
    if (filled === null) return;
    setBusy(true);
    try {
      if (deploysFirst && !(await onDeploy())) return onClose();
      const started = await startProcessInstance({ processDefinitionId: processId, variables: filled });
      toastSuccess({
        title: 'Started',
        message: (
          <TextLink
            to="/operations/instances/$processInstanceKey"
            params={{ processInstanceKey: started.processInstanceKey }}
          >
            Show instance {started.processInstanceKey}
          </TextLink>
        ),
      });
      onClose();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal opened onClose={onClose} title={`Start ${processId}`} size="lg">
      <Stack gap="sm">
        {found.isError && <ProblemNotice title="The deployed versions could not be read" error={found.error} />}
        {!isKnown && !found.isError && <Skeleton height={20} width={260} />}
        {isKnown && !isDifferent && (
          <Text size="sm" c="dimmed">
            Version {latest.version} is deployed and equals this draft.
          </Text>
        )}
        {isKnown && latest === undefined && (
          <Text size="sm" c="dimmed">
            This process is not deployed yet. It is deployed first.
          </Text>
        )}
        {isKnown && latest !== undefined && isDifferent && (
          <Checkbox
            size="sm"
            label={`Deploy this draft first (it differs from the deployed version ${latest.version})`}
            checked={wantsDeploy}
            onChange={(event) => setWantsDeploy(event.currentTarget.checked)}
          />
        )}
        {startFormSchema === null ? (
          <div>
            <Text size="sm" fw={500} mb={4}>
              Variables
            </Text>
            <JsonEditor
              label="Variables"
              value={text}
              onChange={setText}
              placeholder={'{ "amount": 120 }'}
              problem={variables.ok ? null : variables.message}
              autoFocus
            />
          </div>
        ) : (
          <FormView ref={form} schema={startFormSchema} data={noData} onSubmit={() => void submit()} />
        )}
        {error !== null && <ProblemNotice title="The instance was not started" error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            loading={isBusy}
            disabled={!isKnown || (startFormSchema === null && !variables.ok)}
            onClick={() => void submit()}
          >
            {deploysFirst && isKnown ? 'Deploy and start' : 'Start'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
