import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { userTasksQuery } from '../../api/user-tasks';
import { t } from '../../language/texts';
import { TextLink } from '../../shared/link/text-link';
import { useCurrentUser } from '../../shared/user/current-user';
import { IconCheckbox } from '../../ui/icons';
import { Panel } from '../../ui/panel';
import { ProblemNotice } from '../../ui/problem-notice';
import { RelativeTime } from '../../ui/relative-time';
import { PanelSkeleton } from './panel-skeleton';
import classes from './home.module.css';

/** The open tasks of the current user, the oldest first. */
export function MyTasks() {
  const user = useCurrentUser();
  const tasks = useQuery(
    userTasksQuery({
      filter: { assignee: user, state: 'CREATED' },
      sort: [{ field: 'creationDate', order: 'ASC' }],
      page: { limit: 6 },
    }),
  );
  return (
    <Panel title={t('Mine to do')} aside={<TextLink to="/tasklist">{t('Tasklist')}</TextLink>}>
      {tasks.isPending ? (
        <PanelSkeleton />
      ) : tasks.isError ? (
        <ProblemNotice title={t('Tasks could not be read')} error={tasks.error} onRetry={() => void tasks.refetch()} />
      ) : tasks.data.items.length === 0 ? (
        <p className={classes['quiet']}>
          {t('Nothing waits for {{user}}. Tasks that you claim in the tasklist are listed here.', { user })}
        </p>
      ) : (
        <ul className={classes['lines']}>
          {tasks.data.items.map(({ userTaskKey, name, elementId, processName, processDefinitionId, creationDate }) => (
            <li key={userTaskKey}>
              <Link to="/tasklist/$userTaskKey" params={{ userTaskKey }} className={classes['line']}>
                <IconCheckbox size={17} aria-hidden />
                <span className={classes['lineText']}>
                  <b>{name ?? elementId}</b>
                  <span>{processName ?? processDefinitionId}</span>
                </span>
                <RelativeTime at={creationDate} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
