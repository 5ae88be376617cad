import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { incidentsQuery } from '../../api/incidents';
import { t } from '../../language/texts';
import { TextLink } from '../../shared/link/text-link';
import { IconAlertTriangle } from '../../ui/icons';
import { Panel } from '../../ui/panel';
import { ProblemNotice } from '../../ui/problem-notice';
import { RelativeTime } from '../../ui/relative-time';
import { PanelSkeleton } from './panel-skeleton';
import classes from './home.module.css';

/** Incidents that wait for repair, the newest first. */
export function OpenIncidents() {
  const incidents = useQuery(
    incidentsQuery({
      filter: { state: 'ACTIVE' },
      sort: [{ field: 'creationTime', order: 'DESC' }],
      page: { limit: 6 },
    }),
  );
  return (
    <Panel title={t('Needs repair')} aside={<TextLink to="/operations">{t('Operations')}</TextLink>}>
      {incidents.isPending ? (
        <PanelSkeleton />
      ) : incidents.isError ? (
        <ProblemNotice
          title={t('Incidents could not be read')}
          error={incidents.error}
          onRetry={() => void incidents.refetch()}
        />
      ) : incidents.data.items.length === 0 ? (
        <p className={classes['quiet']}>{t('No incidents. A process that cannot go on by itself is listed here.')}</p>
      ) : (
        <ul className={classes['lines']}>
          {incidents.data.items.map(
            ({ incidentKey, processInstanceKey, processDefinitionId, elementId, errorMessage, creationTime }) => (
              <li key={incidentKey}>
                <Link
                  to="/operations/instances/$processInstanceKey"
                  params={{ processInstanceKey }}
                  className={`${classes['line']} ${classes['bad']}`}
                >
                  <IconAlertTriangle size={17} aria-hidden />
                  <span className={classes['lineText']}>
                    <b>
                      {processDefinitionId} · {elementId}
                    </b>
                    <span title={errorMessage}>{errorMessage}</span>
                  </span>
                  <RelativeTime at={creationTime} />
                </Link>
              </li>
            ),
          )}
        </ul>
      )}
    </Panel>
  );
}
