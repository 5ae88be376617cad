import type { TaskFilter, TaskFilterContent } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import { currentTenant } from './tenant';

export type { TaskFilter, TaskFilterContent };

/** What somebody says of a filter that they save. */
export type WantedFilter = Pick<TaskFilter, 'name' | 'content' | 'audience' | 'groupId'>;

/** The saved filters that somebody sees, by name. `user` counts only where nobody signs in. */
export function taskFiltersQuery(user: string) {
  return queryOptions({
    queryKey: ['task-filters', user],
    queryFn: async ({ signal }) =>
      (
        await request<{ readonly items: readonly TaskFilter[] }>(`/ext/task-filters?user=${encodeURIComponent(user)}`, {
          signal,
        })
      ).items,
  });
}

export function createTaskFilter(wanted: WantedFilter, user: string): Promise<TaskFilter> {
  return request('/ext/task-filters', { method: 'POST', body: { ...wanted, user, tenantId: currentTenant() } });
}

/** @throws {ProblemError} 409 when somebody changed it since `revision` */
export function changeTaskFilter(
  { filterId, revision }: Pick<TaskFilter, 'filterId' | 'revision'>,
  wanted: WantedFilter,
  user: string,
): Promise<TaskFilter> {
  return request(`/ext/task-filters/${filterId}`, { method: 'PUT', body: { ...wanted, revision, user } });
}

export function deleteTaskFilter(filterId: string): Promise<void> {
  return request(`/ext/task-filters/${filterId}`, { method: 'DELETE' });
}
