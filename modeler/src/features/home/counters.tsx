import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { overviewQuery, type Overview } from '../../api/overview';
import { language, t } from '../../language/texts';
import { useCurrentUser } from '../../shared/user/current-user';
import { Skeleton } from '../../ui/skeleton';
import classes from './home.module.css';

interface Counter {
  readonly label: string;
  readonly value: number;
  readonly tone?: 'alarm' | 'due';
  readonly to: '/operations' | '/tasklist' | '/modeler';
  readonly search?: object;
}

function countersOf({ processInstances, incidents, userTasks, jobs }: Overview): readonly Counter[] {
  return [
    { label: t('Running instances'), value: processInstances.active, to: '/operations' },
    {
      label: t('Incidents'),
      value: incidents,
      to: '/operations',
      ...(incidents > 0 ? { tone: 'alarm' as const } : {}),
    },
    { label: t('Completed instances'), value: processInstances.completed, to: '/operations' },
    { label: t('Open tasks'), value: userTasks.open, to: '/tasklist' },
    {
      label: t('Overdue tasks'),
      value: userTasks.overdue,
      to: '/tasklist',
      ...(userTasks.overdue > 0 ? { tone: 'due' as const } : {}),
    },
    { label: t('Jobs waiting for workers'), value: jobs.open, to: '/operations' },
  ];
}

/** What runs right now, in six numbers that stay current by themselves. */
export function Counters() {
  const overview = useQuery(overviewQuery(useCurrentUser()));
  if (overview.data === undefined) {
    return overview.isError ? null : <Skeleton height={64} mb={20} />;
  }
  return (
    <div className={classes['counters']} aria-label={t('What runs now')} role="group">
      {countersOf(overview.data).map(({ label, value, tone, to }) => (
        <Link key={label} to={to} className={`${classes['counter']} ${tone === undefined ? '' : classes[tone]}`}>
          <b>{value.toLocaleString(language)}</b>
          <span>{label}</span>
        </Link>
      ))}
    </div>
  );
}
