import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { deleteTaskFilter, taskFiltersQuery, type TaskFilter } from '../../../api/task-filters';
import { taskCountsQuery } from '../../../api/tasklist';
import { t } from '../../../language/texts';
import { copyLink } from '../../../shared/link/copy-link';
import { useCurrentUser } from '../../../shared/user/current-user';
import { confirm } from '../../../ui/confirm';
import { IconButton } from '../../../ui/icon-button';
import { IconFilter, IconPin, IconPlus, IconUsers } from '../../../ui/icons';
import { Menu } from '../../../ui/menu';
import { MoreMenu } from '../../../ui/more-menu';
import { toastProblem } from '../../../ui/toast';
import { countText } from '../queue-words';
import { queueOf, type TasklistSearch } from '../tasklist-search';
import { useViewer } from '../use-viewer';
import { arranged, moved, useArrangement } from './arrangement';
import { FilterDialog } from './filter-dialog';
import classes from '../queue-nav.module.css';

const route = getRouteApi('/tasklist');

/** The saved filters that whoever looks sees, as they put them. */
export function useSeenFilters(): readonly TaskFilter[] {
  const [arrangement] = useArrangement();
  const filters = useQuery(taskFiltersQuery(useCurrentUser()));
  return arranged(filters.data ?? [], arrangement);
}

/** What a new filter begins with: what the list shows. */
export function viewOf(search: TasklistSearch) {
  const queue = queueOf(search) ?? 'all';
  return {
    ...(queue === 'all' ? {} : { queue }),
    ...(search.q === undefined
      ? {}
      : { conditions: [{ field: 'name', operator: 'contains', value: search.q }] as const }),
  };
}

/** Saved filters beside the list: each with its number, and what can be done with it. */
export function FilterNav() {
  const { state: _state, ...kept } = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const [arrangement, arrange] = useArrangement();
  const user = useCurrentUser();
  const query = useQuery(taskFiltersQuery(user));
  const filters = arranged(query.data ?? [], arrangement);
  const counts = useQuery(taskCountsQuery(useViewer())).data?.filters;
  /** The filter in the dialog: null for a new one, undefined while none is open. */
  const [edited, setEdited] = useState<TaskFilter | null>();

  const remove = async ({ filterId, name, audience }: TaskFilter) => {
    const isSure = await confirm({
      title: t('Delete the filter {{name}}?', { name }),
      message: audience === 'private' ? t('Its tasks stay.') : t('It goes for everybody who sees it. Its tasks stay.'),
      action: t('Delete filter'),
    });
    if (!isSure) return;
    try {
      await deleteTaskFilter(filterId);
      if (kept.filter === filterId) void navigate({ to: '/tasklist', search: {} });
    } catch (error) {
      toastProblem(error, t('The filter was not deleted'));
    }
    await queries.invalidateQueries({ queryKey: ['task-filters'] });
  };
  const pin = (filterId: string, isPinned: boolean) =>
    arrange({
      ...arrangement,
      pinned: isPinned ? arrangement.pinned.filter((id) => id !== filterId) : [...arrangement.pinned, filterId],
    });

  return (
    <section className={classes['filters']} aria-labelledby="task-filters">
      <div className={classes['head']}>
        <h2 id="task-filters">{t('Filters')}</h2>
        <IconButton label={t('New filter')} size="sm" onClick={() => setEdited(null)}>
          <IconPlus size={15} />
        </IconButton>
      </div>
      <ul>
        {filters.map((filter) => {
          const { filterId, name, audience, mayEdit } = filter;
          const isPinned = arrangement.pinned.includes(filterId);
          const count = counts?.[filterId];
          const Icon = isPinned ? IconPin : audience === 'private' ? IconFilter : IconUsers;
          return (
            <li key={filterId} className={classes['filter']}>
              <Link
                to="/tasklist"
                search={{ ...kept, filter: filterId }}
                className={classes['item']}
                activeOptions={{ exact: true, includeSearch: true }}
                aria-current={kept.filter === filterId ? 'page' : undefined}
                title={
                  audience === 'private'
                    ? name
                    : t('{{name}}, shared by {{owner}}', { name, owner: filter.owner ?? '?' })
                }
              >
                <Icon size={16} aria-hidden />
                <span className={classes['label']}>{name}</span>
                {count !== undefined && <span className={classes['count']}>{countText(count)}</span>}
              </Link>
              <MoreMenu label={t('Actions for {{name}}', { name })}>
                {mayEdit && <Menu.Item onClick={() => setEdited(filter)}>{t('Change…')}</Menu.Item>}
                <Menu.Item onClick={() => void copyLink(`/tasklist?filter=${filterId}`)}>{t('Copy link')}</Menu.Item>
                <Menu.Item onClick={() => pin(filterId, isPinned)}>
                  {isPinned ? t('Unpin') : t('Pin to the top')}
                </Menu.Item>
                <Menu.Item onClick={() => arrange(moved(filters, arrangement, filterId, -1))}>{t('Move up')}</Menu.Item>
                <Menu.Item onClick={() => arrange(moved(filters, arrangement, filterId, 1))}>
                  {t('Move down')}
                </Menu.Item>
                {mayEdit && (
                  <Menu.Item color="red" onClick={() => void remove(filter)}>
                    {t('Delete…')}
                  </Menu.Item>
                )}
              </MoreMenu>
            </li>
          );
        })}
      </ul>
      {query.data?.length === 0 && (
        <p className={classes['quiet']}>{t('Save what you look for often, for yourself or for others.')}</p>
      )}
      {edited !== undefined && (
        <FilterDialog
          filter={edited}
          view={viewOf(kept)}
          onClose={() => setEdited(undefined)}
          onSaved={({ filterId }) => void navigate({ to: '/tasklist', search: { filter: filterId } })}
        />
      )}
    </section>
  );
}
