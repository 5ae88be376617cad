import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Outlet, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { infiniteSearch, loadedItems, totalItems } from '../../api/infinite-search';
import { tasklistPath, type ListedUserTask } from '../../api/tasklist';
import { t } from '../../language/texts';
import { useIsNarrow, useMedia } from '../../shared/browser/use-media';
import { SplitView } from '../../shared/split/split-view';
import { useCurrentUser } from '../../shared/user/current-user';
import { EmptyState } from '../../ui/empty-state';
import { IconCheckbox } from '../../ui/icons';
import { TaskList } from './task-list';
import { NextTaskContext, nextOf } from './task-neighbors';
import { useChosenFilter } from './filters/use-filters';
import { QueueMenu, QueueNav } from './queue-nav';
import { tasklistQuery } from './tasklist-search';
import { useViewer } from './use-viewer';
import classes from './tasklist-page.module.css';

const route = getRouteApi('/tasklist');

/** The tasklist: tasks at the left, the chosen task beside them; on a phone one or the other. */
export function TasklistPage() {
  const search = route.useSearch();
  const { userTaskKey = null } = useParams({ strict: false });
  const user = useCurrentUser();
  const isNarrow = useIsNarrow();
  const hasRoom = useMedia('(min-width: 1180px)');
  const chosen = useChosenFilter(search);
  const saved = chosen.is === 'found' ? chosen.filter.content : null;
  const query = tasklistQuery(search, useViewer(), saved);
  const tasks = useInfiniteQuery({
    ...infiniteSearch<ListedUserTask>('user-tasks', tasklistPath, query),
    enabled: chosen.is === 'none' || chosen.is === 'found',
  });
  const items = useMemo(() => loadedItems(tasks.data), [tasks.data]);
  // What was chosen in one list is not chosen in another.
  const listId = JSON.stringify(query.filter);
  const [marked, setMarked] = useState<{ readonly listId: string; readonly tasks: readonly ListedUserTask[] }>({
    listId,
    tasks: [],
  });
  const next = useMemo(() => {
    const keys = items.map((task) => task.userTaskKey);
    return (key: string) => nextOf(keys, key);
  }, [items]);

  const list = (
    <TaskList
      tasks={items}
      total={totalItems(tasks.data)}
      isPending={tasks.isPending}
      error={tasks.data === undefined ? tasks.error : null}
      onRetry={() => void tasks.refetch()}
      onMore={tasks.hasNextPage ? () => void tasks.fetchNextPage() : null}
      isLoadingMore={tasks.isFetchingNextPage}
      user={user}
      filter={chosen}
      queues={hasRoom ? null : <QueueMenu />}
      chosenKey={userTaskKey}
      chosen={marked.listId === listId ? marked.tasks : []}
      onChoose={(chosenTasks) => setMarked({ listId, tasks: chosenTasks })}
      query={query}
    />
  );
  const beside = (
    <div className={classes['beside']}>
      {userTaskKey === null ? (
        <div className={classes['nothing']}>
          <EmptyState
            icon={<IconCheckbox size={32} />}
            title={t('Choose a task')}
            hint={t('Its form, its place in the process and what happened before are shown here.')}
          />
        </div>
      ) : (
        <Outlet />
      )}
    </div>
  );
  return (
    <NextTaskContext value={next}>
      <div className={classes['page']}>
        {hasRoom && (
          <div className={classes['queues']}>
            <QueueNav />
          </div>
        )}
        <div className={classes['main']}>
          {isNarrow ? (
            userTaskKey === null ? (
              list
            ) : (
              beside
            )
          ) : (
            <SplitView name="tasklist" direction="row" first={list} second={beside} firstSize={34} least={280} />
          )}
        </div>
      </div>
    </NextTaskContext>
  );
}
