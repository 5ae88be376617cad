import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { latestProcessDefinitionsQuery, type ProcessDefinition } from '../../api/process-definitions';
import { t } from '../../language/texts';
import { EmptyState } from '../../ui/empty-state';
import { IconArrowLeft, IconPlayerPlay, IconSearch } from '../../ui/icons';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import { ProblemNotice } from '../../ui/problem-notice';
import { useTenantName } from '../../api/tenant';
import { Skeleton } from '../../ui/skeleton';
import { Stack } from '../../ui/stack';
import { TextInput } from '../../ui/text-input';
import { LinkButton } from '../link/link-button';
import { StartDefinition } from './start-definition';
import classes from './start-process-dialog.module.css';

export interface StartProcessDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

function titleOf({ name, processDefinitionId }: ProcessDefinition): string {
  return name === null || name === '' ? processDefinitionId : name;
}

/** Whose process it is, where one sees those of several tenants. */
function TenantOf({ tenantId }: { readonly tenantId: string }) {
  const name = useTenantName(tenantId);
  return name !== null && <span className={classes['version']}>{name}</span>;
}

function DefinitionList({ onChoose }: { readonly onChoose: (definition: ProcessDefinition) => void }) {
  const [search, setSearch] = useState('');
  const definitions = useQuery(latestProcessDefinitionsQuery());
  const wanted = search.trim().toLowerCase();
  const found = (definitions.data?.items ?? []).filter((definition) =>
    `${titleOf(definition)} ${definition.processDefinitionId}`.toLowerCase().includes(wanted),
  );
  if (definitions.isPending) return <Skeleton height={180} aria-busy="true" />;
  if (definitions.isError) {
    return (
      <ProblemNotice
        title={t('The processes could not be read')}
        error={definitions.error}
        onRetry={() => void definitions.refetch()}
      />
    );
  }
  if (definitions.data.items.length === 0) {
    return (
      <EmptyState
        icon={<IconPlayerPlay size={28} />}
        title={t('Nothing is deployed yet')}
        hint={t('Processes appear here once they are deployed. Draw one, or deploy an example from Home.')}
      >
        <LinkButton to="/modeler" variant="default">
          {t('Open the modeler')}
        </LinkButton>
      </EmptyState>
    );
  }
  return (
    <Stack gap="xs">
      <TextInput
        aria-label={t('Search processes')}
        placeholder={t('Search by name or id')}
        leftSection={<IconSearch size={14} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          const only = found[0];
          if (event.key === 'Enter' && only !== undefined) onChoose(only);
        }}
        data-autofocus
      />
      <div className={classes['list']} role="list" aria-label={t('Processes')}>
        {found.map((definition) => (
          <div key={definition.processDefinitionKey} role="listitem">
            <button type="button" className={classes['item']} onClick={() => onChoose(definition)}>
              <span className={classes['name']}>{titleOf(definition)}</span>
              <span className={classes['id']}>{definition.processDefinitionId}</span>
              <TenantOf tenantId={definition.tenantId} />
              <span className={classes['version']}>
                {definition.hasStartForm
                  ? t('form · version {{version}}', { version: definition.version })
                  : t('version {{version}}', { version: definition.version })}
              </span>
            </button>
          </div>
        ))}
        {found.length === 0 && (
          <EmptyState
            title={t('No process fits')}
            hint={t('Nothing that is deployed has “{{search}}” in its name or id.', { search })}
          />
        )}
      </div>
    </Stack>
  );
}

/** Starts a process: choose what, fill in its start form or variables, go. */
export function StartProcessDialog({ opened, onClose }: StartProcessDialogProps) {
  const [chosen, setChosen] = useState<ProcessDefinition | null>(null);
  const close = () => {
    onClose();
    setChosen(null);
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      size="lg"
      title={chosen === null ? t('Start a process') : t('Start {{name}}', { name: titleOf(chosen) })}
    >
      {chosen === null ? (
        <DefinitionList onChoose={setChosen} />
      ) : (
        <Stack gap="sm">
          <div>
            <Button
              variant="subtle"
              size="compact-xs"
              leftSection={<IconArrowLeft size={13} />}
              onClick={() => setChosen(null)}
            >
              {t('Other process')}
            </Button>
          </div>
          <StartDefinition processDefinitionKey={chosen.processDefinitionKey} title={titleOf(chosen)} onClose={close} />
        </Stack>
      )}
    </Modal>
  );
}
