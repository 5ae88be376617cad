import type { ListedUserTask, TaskCondition, TasklistCounts, TasklistFilter } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { SearchResult } from './search';

export type { ListedUserTask, TaskCondition, TasklistFilter };

/** The search of the tasklist; see `infiniteSearch`. */
export const tasklistPath = '/ext/user-tasks/search';

/** Who looks, and their day. */
export interface TaskViewer {
  /** Passed over where people sign in. */
  readonly user: string;
  /** From one midnight to the next, ISO 8601. */
  readonly day: { readonly start: string; readonly end: string };
}

/** Milliseconds after which the counters are read again though nothing changed: tasks become due by time alone. */
const countEveryMs = 60_000;

/** How many open tasks are in each queue. */
export function taskCountsQuery(viewer: TaskViewer) {
  return queryOptions({
    queryKey: ['user-tasks', 'counts', viewer],
    queryFn: ({ signal }) =>
      request<TasklistCounts>('/ext/user-tasks/counts', { method: 'POST', body: viewer, signal }),
    refetchInterval: countEveryMs,
  });
}

/** Reads one task with what the tasklist shows of it. */
export function tasklistTaskQuery(userTaskKey: string) {
  return queryOptions({
    queryKey: ['user-tasks', 'listed', userTaskKey],
    queryFn: ({ signal }) => request<ListedUserTask>(`/ext/user-tasks/${userTaskKey}`, { signal }),
  });
}

/** How many tasks a search finds, up to 10,000. `filter` is the JSON text of a {@link TasklistFilter}. */
export function tasklistCountQuery(filter: string) {
  return queryOptions({
    queryKey: ['user-tasks', 'count', filter],
    queryFn: async ({ signal }) => {
      const body = { filter: JSON.parse(filter) as TasklistFilter, page: { limit: 1 } };
      const found = await request<SearchResult<ListedUserTask>>(tasklistPath, { method: 'POST', body, signal });
      return found.page.totalItems;
    },
  });
}
