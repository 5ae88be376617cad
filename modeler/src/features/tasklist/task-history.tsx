import { useQuery } from '@tanstack/react-query';
import { processDefinitionXmlQuery } from '../../api/process-definitions';
import { taskHistoryQuery } from '../../api/tasklist';
import type { UserTask } from '../../api/user-tasks';
import { t } from '../../language/texts';
import { HistoryList } from '../../shared/journal/history-list';
import { ProblemNotice } from '../../ui/problem-notice';
import { RelativeTime } from '../../ui/relative-time';
import { Skeleton } from '../../ui/skeleton';
import { eventWords } from './event-words';
import classes from './task-history.module.css';

/** What happened to the task, and to the process that it belongs to; the newest first. */
export function TaskHistory({ task }: { readonly task: UserTask }) {
  const events = useQuery(taskHistoryQuery(task.userTaskKey));
  const xml = useQuery(processDefinitionXmlQuery(task.processDefinitionKey));
  return (
    <>
      <section aria-labelledby="task-events">
        <h3 id="task-events" className={classes['title']}>
          {t('This task')}
        </h3>
        {events.isError ? (
          <ProblemNotice
            title={t('The history could not be read')}
            error={events.error}
            onRetry={() => void events.refetch()}
          />
        ) : events.data === undefined ? (
          <Skeleton height={80} m="md" aria-busy="true" />
        ) : (
          <ol className={classes['events']}>
            {events.data.map((event, index) => (
              <li key={index}>
                <span className={classes['what']}>{eventWords(event)}</span>
                <span className={classes['when']}>
                  {event.by !== null && `${event.by} · `}
                  <RelativeTime at={event.at} />
                </span>
              </li>
            ))}
          </ol>
        )}
      </section>
      <section aria-labelledby="process-events">
        <h3 id="process-events" className={classes['title']}>
          {t('Its process')}
        </h3>
        <HistoryList processInstanceKey={task.processInstanceKey} xml={xml.data ?? null} />
      </section>
    </>
  );
}
