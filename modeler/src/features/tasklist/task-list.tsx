import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState, type ReactNode } from 'react';
import type { ListedUserTask } from '../../api/tasklist';
import { t } from '../../language/texts';
import { StartProcessDialog } from '../../shared/start/start-process-dialog';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { EmptyState } from '../../ui/empty-state';
import { IconCheckbox, IconFilter, IconPlayerPlay, IconSearch } from '../../ui/icons';
import { ProblemNotice } from '../../ui/problem-notice';
import { Select } from '../../ui/select';
import { Skeleton } from '../../ui/skeleton';
import { Stack } from '../../ui/stack';
import { TextInput } from '../../ui/text-input';
import { TaskListItem } from './task-list-item';
import { BulkBar } from './bulk/bulk-bar';
import { toggled } from './bulk/selection';
import { defaultColumns } from './filters/column-words';
import type { ChosenFilter } from './filters/use-filters';
import { emptyQueueHints, queueNames } from './queue-words';
import { sortNames } from './sort-words';
import { queueOf, sortNamed, type TasklistSearch, type TaskSort } from './tasklist-search';
import { useClaim } from './use-claim';
import { useListKeys } from './use-list-keys';
import classes from './task-list.module.css';

const route = getRouteApi('/tasklist');

export interface TaskListProps {
  readonly tasks: readonly ListedUserTask[];
  readonly total: number | null;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly onMore: (() => void) | null;
  readonly isLoadingMore: boolean;
  readonly user: string;
  /** The saved filter that the address names. */
  readonly filter: ChosenFilter;
  /** To choose a queue with, where that is not beside the list. */
  readonly queues: ReactNode;
  /** The task that is open beside the list. */
  readonly chosenKey: string | null;
  /** Tasks that something is to be done with together. */
  readonly chosen: readonly ListedUserTask[];
  readonly onChoose: (tasks: readonly ListedUserTask[]) => void;
  /** The search that the list shows. */
  readonly query: object;
}

function emptyHint(search: TasklistSearch, user: string): string {
  if (search.q !== undefined)
    return t('No task here has “{{words}}” in its name, its process or its business id.', { words: search.q });
  if (search.state === 'completed') return t('Tasks appear here once they are completed.');
  if (search.filter === 'mine')
    return t('Nothing is assigned to {{user}}. Look under Unassigned for work to claim.', { user });
  const queue = queueOf(search) ?? 'all';
  return queue === 'mine' || (search.filter !== undefined && queue === 'all')
    ? t('Nothing meets the conditions of this filter.')
    : emptyQueueHints[queue];
}

/** The tasks that the address asks for, with the controls to ask for others. */
export function TaskList(props: TaskListProps) {
  const { tasks, total, isPending, error, onRetry, onMore, isLoadingMore, user, filter, queues, chosenKey } = props;
  const { chosen, onChoose, query } = props;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [isStarting, setIsStarting] = useState(false);
  const [text, setText] = useState(search.q ?? '');

  const list = useRef<HTMLUListElement>(null);
  const claim = useClaim(user);
  const [anchor, setAnchor] = useState<string | null>(null);
  const known = new Map([...chosen, ...tasks].map((task) => [task.userTaskKey, task]));
  const chosenKeys = new Set(chosen.map(({ userTaskKey }) => userTaskKey));
  const choose = (key: string, isRange: boolean) => {
    const order = tasks.map(({ userTaskKey }) => userTaskKey);
    const next = toggled({ keys: chosenKeys, anchor }, order, key, isRange);
    setAnchor(next.anchor);
    onChoose([...next.keys].flatMap((each) => known.get(each) ?? []));
  };
  useListKeys(list, chosenKey, { claim: (key) => void claim(key), choose });
  const isOpenList = search.state !== 'completed';
  const isAllChosen = tasks.length > 0 && tasks.every(({ userTaskKey }) => chosenKeys.has(userTaskKey));

  const saved = filter.is === 'found' ? filter.filter : null;
  const title = saved === null ? queueNames[queueOf(search) ?? 'all'] : saved.name;
  const columns = saved?.content.columns ?? defaultColumns;

  // Another list keeps the task that is open beside it.
  const change = (part: { readonly [Name in keyof TasklistSearch]: TasklistSearch[Name] | undefined }) => {
    const next = { search: { ...search, ...part }, replace: true };
    if (chosenKey === null) void navigate({ to: '/tasklist', ...next });
    else void navigate({ to: '/tasklist/$userTaskKey', params: { userTaskKey: chosenKey }, ...next });
  };

  return (
    <section className={classes['list']} aria-label={t('Tasks')}>
      <header className={classes['head']}>
        <div className={classes['line']}>
          {isOpenList && tasks.length > 0 && (
            <Checkbox
              size="xs"
              aria-label={t('Choose all that are shown')}
              checked={isAllChosen}
              indeterminate={chosen.length > 0 && !isAllChosen}
              onChange={() => onChoose(isAllChosen ? [] : tasks)}
            />
          )}
          <h1 className={classes['title']}>
            {title} {total !== null && <span className={classes['count']}>{total}</span>}
          </h1>
          <Button variant="default" leftSection={<IconPlayerPlay size={14} />} onClick={() => setIsStarting(true)}>
            {t('Start a process')}
          </Button>
        </div>
        {queues}
        <TextInput
          aria-label={t('Search tasks')}
          placeholder={t('Name, process or business id')}
          leftSection={<IconSearch size={14} />}
          value={text}
          onChange={(event) => {
            const q = event.currentTarget.value;
            setText(q);
            change({ q: q.trim() === '' ? undefined : q.trim() });
          }}
        />
        {chosen.length > 0 ? (
          <BulkBar chosen={chosen} user={user} total={total ?? 0} search={query} onChoose={onChoose} />
        ) : (
          <div className={classes['line']}>
            <Select
              aria-label={t('State')}
              allowDeselect={false}
              value={search.state ?? 'open'}
              onChange={(value) => change({ state: value === 'completed' ? 'completed' : undefined })}
              data={[
                { value: 'open', label: t('Open') },
                { value: 'completed', label: t('Completed') },
              ]}
            />
            <Select
              aria-label={t('Sort by')}
              allowDeselect={false}
              value={search.sort ?? sortNamed(saved?.content.sort)}
              onChange={(value) =>
                change({
                  sort:
                    value === sortNamed(saved?.content.sort)
                      ? undefined
                      : ((value ?? undefined) as TaskSort | undefined),
                })
              }
              data={Object.entries(sortNames).map(([value, label]) => ({ value, label }))}
            />
          </div>
        )}
      </header>
      {filter.is === 'missing' ? (
        <EmptyState
          icon={<IconFilter size={28} />}
          title={t('There is no such filter')}
          hint={t('It may have been deleted, or whoever made it shares it with you no longer.')}
        />
      ) : isPending ? (
        <Stack gap="sm" p="md" aria-busy="true" aria-label={t('Loading tasks')}>
          {[1, 2, 3, 4].map((line) => (
            <Skeleton key={line} height={52} />
          ))}
        </Stack>
      ) : error !== null ? (
        <Stack p="md">
          <ProblemNotice title={t('The tasks could not be read')} error={error} onRetry={onRetry} />
        </Stack>
      ) : (
        <ul ref={list} className={classes['items']} aria-label={t('Task list')}>
          {tasks.map((task) => (
            <TaskListItem
              key={task.userTaskKey}
              task={task}
              user={user}
              columns={columns}
              isChosen={task.userTaskKey === chosenKey}
              isMarked={chosenKeys.has(task.userTaskKey)}
              onMark={isOpenList ? (isRange) => choose(task.userTaskKey, isRange) : null}
            />
          ))}
          {tasks.length === 0 && (
            <li>
              <EmptyState icon={<IconCheckbox size={28} />} title={t('No tasks')} hint={emptyHint(search, user)}>
                {search.filter === 'mine' && search.q === undefined ? (
                  <Button variant="default" onClick={() => change({ filter: 'unassigned' })}>
                    {t('Show unassigned')}
                  </Button>
                ) : null}
              </EmptyState>
            </li>
          )}
          {onMore !== null && (
            <li className={classes['more']}>
              <Button variant="default" fullWidth onClick={onMore} loading={isLoadingMore}>
                {t('Show more')}
              </Button>
            </li>
          )}
        </ul>
      )}
      <StartProcessDialog opened={isStarting} onClose={() => setIsStarting(false)} />
    </section>
  );
}
