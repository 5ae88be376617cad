import { useQuery } from '@tanstack/react-query';
import { taskFiltersQuery, type TaskFilter } from '../../../api/task-filters';
import { useCurrentUser } from '../../../shared/user/current-user';
import { queueOf, type TasklistSearch } from '../tasklist-search';

/** The saved filter that the address names. */
export type ChosenFilter =
  /** It names a queue. */
  | { readonly is: 'none' }
  | { readonly is: 'loading' }
  /** There is none of this id, or none for this person. */
  | { readonly is: 'missing' }
  | { readonly is: 'found'; readonly filter: TaskFilter };

/** Finds the saved filter that the address names. */
export function useChosenFilter(search: TasklistSearch): ChosenFilter {
  const filters = useQuery(taskFiltersQuery(useCurrentUser()));
  if (queueOf(search) !== null) return { is: 'none' };
  const filter = filters.data?.find(({ filterId }) => filterId === search.filter);
  if (filter !== undefined) return { is: 'found', filter };
  return { is: filters.data === undefined && !filters.isError ? 'loading' : 'missing' };
}
