import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { processDefinitionsQuery, processDefinitionXmlQuery } from '../../../api/process-definitions';
import { t } from '../../../language/texts';
import { StartForm } from '../../../shared/start/start-form';
import { startLatest } from '../../../shared/start/start-latest';
import { Checkbox } from '../../../ui/checkbox';
import { Modal } from '../../../ui/modal';
import { ProblemNotice } from '../../../ui/problem-notice';
import { Skeleton } from '../../../ui/skeleton';
import { Stack } from '../../../ui/stack';
import { Text } from '../../../ui/text';

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
  const deploysFirst = isDifferent && (wantsDeploy || latest === undefined);

  const start = async (variables: Readonly<Record<string, unknown>>) => {
    // A refused deployment is told by the editor, beside its problems.
    if (deploysFirst && !(await onDeploy())) return null;
    return startLatest(processId, variables, startFormSchema !== null);
  };

  return (
    <Modal opened onClose={onClose} title={t('Start {{processId}}', { processId })} size="lg">
      <Stack gap="sm">
        {found.isError && <ProblemNotice title={t('The deployed versions could not be read')} error={found.error} />}
        {!isKnown && !found.isError && <Skeleton height={20} width={260} />}
        {isKnown && !isDifferent && (
          <Text size="sm" c="dimmed">
            {t('Version {{version}} is deployed and equals this draft.', { version: latest.version })}
          </Text>
        )}
        {isKnown && latest === undefined && (
          <Text size="sm" c="dimmed">
            {t('This process is not deployed yet. It is deployed first.')}
          </Text>
        )}
        {isKnown && latest !== undefined && isDifferent && (
          <Checkbox
            size="sm"
            label={t('Deploy this draft first (it differs from the deployed version {{version}})', {
              version: latest.version,
            })}
            checked={wantsDeploy}
            onChange={(event) => setWantsDeploy(event.currentTarget.checked)}
          />
        )}
        <StartForm
          schema={startFormSchema}
          start={start}
          onClose={onClose}
          startedTitle={t('The instance was started')}
          submitText={deploysFirst && isKnown ? t('Deploy and start') : t('Start')}
          isReady={isKnown}
        />
      </Stack>
    </Modal>
  );
}
