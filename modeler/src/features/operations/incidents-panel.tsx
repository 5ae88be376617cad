import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { processInstanceIncidentsQuery, resolveIncident, type Incident } from '../../api/incidents';
import { updateJobRetries } from '../../api/jobs';
import { t } from '../../language/texts';
import { TextLink } from '../../shared/link/text-link';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { IconAlertTriangle, IconCircleCheck, IconRefresh } from '../../ui/icons';
import { NumberInput } from '../../ui/number-input';
import { ProblemNotice } from '../../ui/problem-notice';
import { RelativeTime } from '../../ui/relative-time';
import { Skeleton } from '../../ui/skeleton';
import { toastSuccess } from '../../ui/toast';
import { incidentWords } from './incident-words';
import classes from './incidents-panel.module.css';

interface ItemProps {
  readonly incident: Incident;
  readonly processInstanceKey: string;
  readonly nameOf: (elementId: string) => string;
  readonly onChooseElement: (elementId: string) => void;
}

function Item({ incident, processInstanceKey, nameOf, onChooseElement }: ItemProps) {
  const queries = useQueryClient();
  const [attempts, setAttempts] = useState<string | number>(1);
  const { jobKey } = incident;
  const wanted = Number(attempts);
  const isValid = jobKey === null || (Number.isInteger(wanted) && wanted >= 1);
  const retry = useMutation({
    mutationFn: async () => {
      // A job without attempts would raise the same incident again at once.
      if (jobKey !== null) await updateJobRetries(jobKey, wanted);
      await resolveIncident(incident.incidentKey);
    },
    onSuccess: () =>
      toastSuccess({
        title: t('The incident is resolved'),
        message: t('{{name}} is tried again.', { name: nameOf(incident.elementId) }),
      }),
    onSettled: () =>
      Promise.all(
        ['incidents', 'jobs', 'process-instances', 'element-instances'].map((topic) =>
          queries.invalidateQueries({ queryKey: [topic] }),
        ),
      ),
  });
  const { what, todo } = incidentWords(incident.errorType);
  const isElsewhere = incident.processInstanceKey !== processInstanceKey;
  return (
    <li className={classes['item']} aria-label={t('Incident at {{name}}', { name: nameOf(incident.elementId) })}>
      <div className={classes['line']}>
        <IconAlertTriangle size={15} color="var(--b-incident)" aria-hidden />
        <span className={classes['what']}>{what}</span>
        {isElsewhere ? (
          <TextLink
            to="/operations/instances/$processInstanceKey"
            params={{ processInstanceKey: incident.processInstanceKey }}
          >
            {t('in called instance {{key}}', { key: incident.processInstanceKey })}
          </TextLink>
        ) : (
          <Button variant="subtle" size="compact-xs" onClick={() => onChooseElement(incident.elementId)}>
            {nameOf(incident.elementId)}
          </Button>
        )}
        <span className={classes['when']}>
          <RelativeTime at={incident.creationTime} />
        </span>
      </div>
      <p className={classes['message']}>{incident.errorMessage}</p>
      <p className={classes['hint']}>{todo}</p>
      <div className={classes['retry']}>
        {jobKey !== null && (
          <NumberInput
            className={classes['attempts'] ?? ''}
            label={t('Attempts')}
            min={1}
            max={1000}
            allowDecimal={false}
            value={attempts}
            onChange={setAttempts}
          />
        )}
        <Button
          leftSection={<IconRefresh size={14} />}
          disabled={!isValid}
          loading={retry.isPending}
          onClick={() => retry.mutate()}
        >
          {t('Retry')}
        </Button>
      </div>
      {retry.isError && <ProblemNotice title={t('The incident is not resolved')} error={retry.error} />}
    </li>
  );
}

export interface IncidentsPanelProps extends Omit<ItemProps, 'incident'> {
  readonly isActive: boolean;
}

/** What stops the instance, with the way to go on. */
export function IncidentsPanel(props: IncidentsPanelProps) {
  const { processInstanceKey, isActive } = props;
  const incidents = useQuery(
    processInstanceIncidentsQuery(processInstanceKey, {
      filter: { state: 'ACTIVE' },
      sort: [{ field: 'creationTime', order: 'ASC' }],
      page: { limit: 200 },
    }),
  );
  if (incidents.data === undefined) {
    return incidents.isError ? (
      <ProblemNotice
        title={t('The incidents could not be read')}
        error={incidents.error}
        onRetry={() => void incidents.refetch()}
      />
    ) : (
      <Skeleton height={120} m="md" aria-busy="true" />
    );
  }
  if (incidents.data.items.length === 0) {
    return (
      <EmptyState
        icon={<IconCircleCheck size={28} />}
        title={t('No incidents')}
        hint={
          isActive
            ? t('Should the instance get stuck, the reason and the way to go on are shown here.')
            : t('The instance has ended; nothing is to be repaired.')
        }
      />
    );
  }
  return (
    <ul className={classes['list']} aria-label={t('Incidents')}>
      {incidents.data.items.map((incident) => (
        <Item key={incident.incidentKey} incident={incident} {...props} />
      ))}
    </ul>
  );
}
