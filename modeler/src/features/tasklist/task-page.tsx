import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useContext } from 'react';
import { ProblemError } from '../../api/problem-error';
import { userTaskQuery, type UserTask } from '../../api/user-tasks';
import { t } from '../../language/texts';
import { LinkButton } from '../../shared/link/link-button';
import { usePageTitle } from '../../shared/page/page-title';
import { useCurrentUser } from '../../shared/user/current-user';
import { Alert } from '../../ui/alert';
import { EmptyState } from '../../ui/empty-state';
import { IconCheckbox, IconInfoCircle } from '../../ui/icons';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { Tabs } from '../../ui/tabs';
import { TaskDiagram } from './task-diagram';
import { TaskHistory } from './task-history';
import { TaskHeader } from './task-header';
import { taskName } from './task-name';
import { NextTaskContext } from './task-neighbors';
import { TaskWork } from './task-work';
import { isOpenState } from './tasklist-search';
import classes from './task-page.module.css';

const taskRoute = getRouteApi('/tasklist/$userTaskKey');
const listRoute = getRouteApi('/tasklist');

/** What is to be said about a task that is not open any more. */
function closedWords(task: UserTask): string {
  if (task.state === 'CANCELED') {
    return t('This task was canceled: the process went on without it. Nothing is to be done here.');
  }
  return task.assignee === null
    ? t('This task was completed. What was entered can be read below.')
    : t('This task was completed by {{assignee}}. What was entered can be read below.', { assignee: task.assignee });
}

function ClosedNotice({ task }: { readonly task: UserTask }) {
  const next = useContext(NextTaskContext)(task.userTaskKey);
  const search = listRoute.useSearch();
  return (
    <div className={classes['notice']}>
      <Alert variant="light" color="gray" icon={<IconInfoCircle size={16} />} role="status">
        {closedWords(task)}
        {next !== null && next !== task.userTaskKey && (
          <div>
            <LinkButton
              mt="xs"
              variant="default"
              size="compact-xs"
              to="/tasklist/$userTaskKey"
              params={{ userTaskKey: next }}
              search={search}
            >
              {t('Next task')}
            </LinkButton>
          </div>
        )}
      </Alert>
    </div>
  );
}

/** One user task: its form, its place in the process, and what happened before. */
export function TaskPage() {
  const { userTaskKey } = taskRoute.useParams();
  const { tab = 'form' } = listRoute.useSearch();
  const navigate = taskRoute.useNavigate();
  const user = useCurrentUser();
  const query = useQuery(userTaskQuery(userTaskKey));
  const task = query.data;
  usePageTitle(task === undefined ? null : taskName(task));

  if (task === undefined) {
    if (!query.isError) return <Skeleton height={120} m="lg" aria-busy="true" />;
    return query.error instanceof ProblemError && query.error.status < 500 ? (
      <EmptyState
        icon={<IconCheckbox size={32} />}
        title={t('There is no such task')}
        hint={t('The address may be mistyped, or the task was deleted together with its process.')}
      />
    ) : (
      <ProblemNotice title={t('The task could not be read')} error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  return (
    <article className={classes['task']} aria-label={taskName(task)}>
      <header className={classes['head']}>
        <TaskHeader task={task} user={user} />
        <Tabs
          value={tab}
          onChange={(value) =>
            void navigate({
              to: '.',
              search: (previous) => ({
                ...previous,
                tab: value === 'diagram' || value === 'history' ? value : undefined,
              }),
              replace: true,
            })
          }
        >
          <Tabs.List className={classes['tabs'] ?? ''}>
            <Tabs.Tab value="form">{t('Form')}</Tabs.Tab>
            <Tabs.Tab value="diagram">{t('Diagram')}</Tabs.Tab>
            <Tabs.Tab value="history">{t('History')}</Tabs.Tab>
          </Tabs.List>
        </Tabs>
      </header>
      {!isOpenState(task.state) && tab === 'form' && <ClosedNotice task={task} />}
      {tab === 'diagram' ? (
        <div className={classes['body']}>
          <TaskDiagram task={task} />
        </div>
      ) : tab === 'history' ? (
        <div className={classes['body']}>
          <TaskHistory task={task} />
        </div>
      ) : (
        // Another task or another person starts afresh; a change of state (somebody completed it) as well.
        <TaskWork key={`${task.userTaskKey} ${String(isOpenState(task.state))}`} task={task} user={user} />
      )}
    </article>
  );
}
