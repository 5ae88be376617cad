import { useQuery } from '@tanstack/react-query';
import { jobsQuery, type Job } from '../../api/jobs';
import { t } from '../../language/texts';
import { CopyableKey } from '../../ui/copyable-key';
import { EmptyState } from '../../ui/empty-state';
import { IconTool } from '../../ui/icons';
import { ProblemNotice } from '../../ui/problem-notice';
import { RelativeTime } from '../../ui/relative-time';
import { Skeleton } from '../../ui/skeleton';
import { StateBadge, type VisualState } from '../../ui/state-badge';
import classes from './instance-table.module.css';

const states: Readonly<Record<string, readonly [VisualState, string]>> = {
  CREATED: ['waiting', t('Waiting')],
  TIMED_OUT: ['waiting', t('Timed out')],
  RETRIES_UPDATED: ['waiting', t('Waiting')],
  COMPLETED: ['completed', t('Completed')],
  FAILED: ['incident', t('Failed')],
  ERROR_THROWN: ['incident', t('Error thrown')],
  CANCELED: ['terminated', t('Canceled')],
};

const headings = [t('State'), t('Type'), t('Element'), t('Attempts left'), t('Worker'), t('Locked until'), t('Key')];

/** State of a job in words; a job that a worker has is in work, whatever came before. */
function JobState({ job }: { readonly job: Job }) {
  if (job.deadline !== null && ['CREATED', 'TIMED_OUT', 'RETRIES_UPDATED'].includes(job.state)) {
    return <StateBadge state="running">{t('In work')}</StateBadge>;
  }
  const [visual, words] = states[job.state] ?? ['waiting', job.state.toLowerCase().replaceAll('_', ' ')];
  return <StateBadge state={visual}>{words}</StateBadge>;
}

export interface JobsPanelProps {
  readonly processInstanceKey: string;
  readonly nameOf: (elementId: string) => string;
}

/** The work that the instance handed to workers. */
export function JobsPanel({ processInstanceKey, nameOf }: JobsPanelProps) {
  const jobs = useQuery(
    jobsQuery({
      filter: { processInstanceKey },
      sort: [{ field: 'jobKey', order: 'DESC' }],
      page: { limit: 200 },
    }),
  );
  if (jobs.data === undefined) {
    return jobs.isError ? (
      <ProblemNotice title={t('The jobs could not be read')} error={jobs.error} onRetry={() => void jobs.refetch()} />
    ) : (
      <Skeleton height={120} m="md" aria-busy="true" />
    );
  }
  if (jobs.data.items.length === 0) {
    return (
      <EmptyState
        icon={<IconTool size={28} />}
        title={t('No jobs')}
        hint={t(
          'Service, send and script tasks that need a worker create jobs; they are listed here with worker and attempts.',
        )}
      />
    );
  }
  return (
    <table className={classes['table']} aria-label={t('Jobs')}>
      <thead>
        <tr>
          {headings.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {jobs.data.items.map((job) => (
          <tr key={job.jobKey} title={job.errorMessage ?? undefined}>
            <td>
              <JobState job={job} />
            </td>
            <td>{job.type}</td>
            <td>{nameOf(job.elementId)}</td>
            <td>{job.retries}</td>
            <td>{job.worker === null || job.worker === '' ? '–' : job.worker}</td>
            <td>{job.deadline === null ? '–' : <RelativeTime at={job.deadline} />}</td>
            <td>
              <CopyableKey value={job.jobKey} label={t('job key')} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
