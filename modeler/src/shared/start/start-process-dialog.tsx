import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { latestProcessDefinitionsQuery, type ProcessDefinition } from '../../api/process-definitions';
import { Anchor } from '../../ui/anchor';
import { EmptyState } from '../../ui/empty-state';
import { IconArrowLeft, IconPlayerPlay, IconSearch } from '../../ui/icons';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { Stack } from '../../ui/stack';
import { TextInput } from '../../ui/text-input';
import { toastSuccess } from '../../ui/toast';
import { LinkButton } from '../link/link-button';
import { StartProcess } from './start-process';
import classes from './start-process-dialog.module.css';

/** What there is to start, told apart by name, id and version. */
export type Startable = Pick<ProcessDefinition, 'processDefinitionKey' | 'processDefinitionId' | 'name' | 'version'>;

export interface StartProcessDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Starts this one; without it the dialog first offers everything that is deployed. */
  readonly definition?: Startable;
  readonly onStarted?: (processInstanceKey: string) => void;
}

function titleOf({ name, processDefinitionId }: Startable): string {
  return name === null || name === '' ? processDefinitionId : name;
}

function DefinitionList({ onChoose }: { readonly onChoose: (definition: Startable) => void }) {
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
        title="The processes could not be read"
        error={definitions.error}
        onRetry={() => void definitions.refetch()}
      />
    );
  }
  if (definitions.data.items.length === 0) {
    return (
      <EmptyState
        icon={<IconPlayerPlay size={28} />}
        title="Nothing is deployed yet"
        hint="Processes appear here once they are deployed. Draw one, or deploy an example from Home."
      >
        <LinkButton to="/modeler" variant="default">
          Open the modeler
        </LinkButton>
      </EmptyState>
    );
  }
  return (
    <Stack gap="xs">
      <TextInput
        aria-label="Search processes"
        placeholder="Search by name or id"
        leftSection={<IconSearch size={14} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          const only = found[0];
          if (event.key === 'Enter' && only !== undefined) onChoose(only);
        }}
        data-autofocus
      />
      <div className={classes['list']} role="list" aria-label="Processes">
        {found.map((definition) => (
          <div key={definition.processDefinitionKey} role="listitem">
            <button type="button" className={classes['item']} onClick={() => onChoose(definition)}>
              <span className={classes['name']}>{titleOf(definition)}</span>
              <span className={classes['id']}>{definition.processDefinitionId}</span>
              <span className={classes['version']}>
                {definition.hasStartForm ? 'form · ' : ''}version {definition.version}
              </span>
            </button>
          </div>
        ))}
        {found.length === 0 && (
          <EmptyState title="No process fits" hint={`Nothing that is deployed has “${search}” in its name or id.`} />
        )}
      </div>
    </Stack>
  );
}

/** Starts a process: choose what, fill in its start form or variables, go. */
export function StartProcessDialog({ opened, onClose, definition, onStarted }: StartProcessDialogProps) {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Startable | null>(null);
  const startable = definition ?? chosen;
  const close = () => {
    onClose();
    setChosen(null);
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      size="lg"
      title={startable === null ? 'Start a process' : `Start ${titleOf(startable)}`}
    >
      {startable === null ? (
        <DefinitionList onChoose={setChosen} />
      ) : (
        <Stack gap="sm">
          {definition === undefined && (
            <div>
              <Button
                variant="subtle"
                size="compact-xs"
                leftSection={<IconArrowLeft size={13} />}
                onClick={() => setChosen(null)}
              >
                Other process
              </Button>
            </div>
          )}
          <StartProcess
            key={startable.processDefinitionKey}
            processDefinitionKey={startable.processDefinitionKey}
            onCancel={close}
            onStarted={({ processInstanceKey }) => {
              toastSuccess({
                title: `${titleOf(startable)} was started`,
                message: (
                  // Toasts live outside the router, so the link is led there by hand.
                  <Anchor
                    size="sm"
                    href={`/operations/instances/${processInstanceKey}`}
                    onClick={(event) => {
                      event.preventDefault();
                      void navigate({
                        to: '/operations/instances/$processInstanceKey',
                        params: { processInstanceKey },
                      });
                    }}
                  >
                    Watch instance {processInstanceKey}
                  </Anchor>
                ),
              });
              close();
              onStarted?.(processInstanceKey);
            }}
          />
        </Stack>
      )}
    </Modal>
  );
}
