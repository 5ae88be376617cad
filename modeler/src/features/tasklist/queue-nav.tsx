import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { taskCountsQuery } from '../../api/tasklist';
import { t } from '../../language/texts';
import { Button } from '../../ui/button';
import {
  IconAlarm,
  IconCalendarDue,
  IconCalendarRepeat,
  IconChevronDown,
  IconFilter,
  IconList,
  IconPencil,
  IconPlus,
  IconUser,
  IconUserQuestion,
  IconUsers,
} from '../../ui/icons';
import { Menu } from '../../ui/menu';
import type { TaskFilter } from '../../api/task-filters';
import { FilterDialog } from './filters/filter-dialog';
import { FilterNav, useSeenFilters, viewOf } from './filters/filter-nav';
import { countText, queueNames } from './queue-words';
import { queues, type Queue, type TasklistSearch } from './tasklist-search';
import { useViewer } from './use-viewer';
import classes from './queue-nav.module.css';

const route = getRouteApi('/tasklist');

const icons = {
  mine: IconUser,
  groups: IconUsers,
  unassigned: IconUserQuestion,
  overdue: IconAlarm,
  today: IconCalendarDue,
  'follow-up': IconCalendarRepeat,
  all: IconList,
} as const;

interface QueueEntry {
  readonly queue: Queue;
  readonly count: number | null;
  readonly isChosen: boolean;
  /** The address of the queue: search and order stay, the state does not, for a queue is of open tasks. */
  readonly search: TasklistSearch;
}

function useQueueEntries(): readonly QueueEntry[] {
  const { filter = 'all', state: _state, ...others } = route.useSearch();
  const counts = useQuery(taskCountsQuery(useViewer()));
  return queues.map((queue) => ({
    queue,
    count: counts.data?.queues[queue] ?? null,
    isChosen: queue === filter,
    search: queue === 'all' ? others : { ...others, filter: queue },
  }));
}

function Entry({ queue, count }: QueueEntry) {
  const Icon = icons[queue];
  return (
    <>
      <Icon size={16} aria-hidden />
      <span className={classes['label']}>{queueNames[queue]}</span>
      {count !== null && (
        <span className={classes['count']} data-tone={queue === 'overdue' && count > 0 ? 'late' : undefined}>
          {countText(count)}
        </span>
      )}
    </>
  );
}

/** The queues and saved filters beside the list, each with how many tasks are in it. */
export function QueueNav() {
  return (
    <nav className={classes['nav']} aria-label={t('Queues')}>
      <ul className={classes['queues']}>
        {useQueueEntries().map((entry) => (
          <li key={entry.queue}>
            <Link
              to="/tasklist"
              search={entry.search}
              className={classes['item']}
              aria-current={entry.isChosen ? 'page' : undefined}
              activeOptions={{ exact: true, includeSearch: true }}
            >
              <Entry {...entry} />
            </Link>
          </li>
        ))}
      </ul>
      <FilterNav />
    </nav>
  );
}

/** The same where there is no room for them beside the list. */
export function QueueMenu() {
  const entries = useQueueEntries();
  const filters = useSeenFilters();
  const { filter: chosenId, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  /** The filter in the dialog: null for a new one, undefined while none is open. */
  const [edited, setEdited] = useState<TaskFilter | null>();
  const chosenFilter = filters.find(({ filterId }) => filterId === chosenId);
  const chosen = entries.find(({ isChosen }) => isChosen);
  const name = chosen === undefined ? (chosenFilter?.name ?? '') : queueNames[chosen.queue];
  return (
    <>
      <Menu position="bottom-start" width={260}>
        <Menu.Target>
          <Button
            variant="default"
            fullWidth
            justify="space-between"
            rightSection={<IconChevronDown size={14} />}
            aria-label={t('Queue: {{name}}', { name })}
          >
            {name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {entries.map((entry) => (
            <Menu.Item key={entry.queue} onClick={() => void navigate({ to: '/tasklist', search: entry.search })}>
              <span className={classes['menuItem']}>
                <Entry {...entry} />
              </span>
            </Menu.Item>
          ))}
          {filters.length > 0 && <Menu.Label>{t('Filters')}</Menu.Label>}
          {filters.map(({ filterId, name: filterName }) => (
            <Menu.Item
              key={filterId}
              leftSection={<IconFilter size={16} />}
              onClick={() => void navigate({ to: '/tasklist', search: { ...search, filter: filterId } })}
            >
              {filterName}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {chosenFilter?.mayEdit === true && (
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setEdited(chosenFilter)}>
              {t('Change filter')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPlus size={16} />} onClick={() => setEdited(null)}>
            {t('New filter')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {edited !== undefined && (
        <FilterDialog
          filter={edited}
          view={viewOf({ ...search, ...(chosenId === undefined ? {} : { filter: chosenId }) })}
          onClose={() => setEdited(undefined)}
          onSaved={({ filterId }) => void navigate({ to: '/tasklist', search: { filter: filterId } })}
        />
      )}
    </>
  );
}
