import type { UserTask } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { FormDocument } from './forms';
import type { SearchQuery, SearchResult } from './search';
import type { Variable } from './variables';

export type { UserTask };

/** Lists user tasks. */
export function userTasksQuery(search: SearchQuery = {}) {
  return queryOptions({
    queryKey: ['user-tasks', 'search', search],
    queryFn: ({ signal }) =>
      request<SearchResult<UserTask>>('/v2/user-tasks/search', { method: 'POST', body: search, signal }),
  });
}

/** Reads one user task. */
export function userTaskQuery(userTaskKey: string) {
  return queryOptions({
    queryKey: ['user-tasks', 'one', userTaskKey],
    queryFn: ({ signal }) => request<UserTask>(`/v2/user-tasks/${userTaskKey}`, { signal }),
  });
}

/** Reads the form of a task, or null where it has none. */
export function userTaskFormQuery(userTaskKey: string) {
  return queryOptions({
    queryKey: ['user-task-form', userTaskKey],
    queryFn: async ({ signal }) =>
      (await request<FormDocument | undefined>(`/v2/user-tasks/${userTaskKey}/form`, { signal })) ?? null,
    staleTime: Infinity,
  });
}

/** Reads all variables that a task sees, with full values; of those with the same name, the innermost. */
export function userTaskVariablesQuery(userTaskKey: string) {
  return queryOptions({
    queryKey: ['variables', 'user-task', userTaskKey],
    queryFn: ({ signal }) =>
      request<SearchResult<Variable>>(`/v2/user-tasks/${userTaskKey}/effective-variables/search?truncateValues=false`, {
        method: 'POST',
        body: { page: { limit: 1000 } },
        signal,
      }),
  });
}

/** Gives a task to a person. With `allowOverride: false` it is refused (409) when somebody else has it already. */
export function assignUserTask(userTaskKey: string, assignee: string, allowOverride = true): Promise<void> {
  return request(`/v2/user-tasks/${userTaskKey}/assignment`, { method: 'POST', body: { assignee, allowOverride } });
}

/** Takes a task away from whoever has it. */
export function unassignUserTask(userTaskKey: string): Promise<void> {
  return request(`/v2/user-tasks/${userTaskKey}/assignee`, { method: 'DELETE' });
}

/** Changes dates, candidates or priority. Dates are ISO 8601; an empty text clears one. */
export function updateUserTask(
  userTaskKey: string,
  changeset: Partial<Pick<UserTask, 'candidateGroups' | 'candidateUsers' | 'priority'>> & {
    readonly dueDate?: string;
    readonly followUpDate?: string;
  },
): Promise<void> {
  return request(`/v2/user-tasks/${userTaskKey}`, { method: 'PATCH', body: { changeset } });
}

/** Completes a task with variables. */
export function completeUserTask(userTaskKey: string, variables: Readonly<Record<string, unknown>>): Promise<void> {
  return request(`/v2/user-tasks/${userTaskKey}/completion`, { method: 'POST', body: { variables } });
}

/**
 * Completes a task by its form.
 *
 * @throws {ProblemError} 400 whose message names every field that breaks a rule of the form
 */
export function submitUserTaskForm(userTaskKey: string, variables: Readonly<Record<string, unknown>>): Promise<void> {
  return request(`/ext/user-tasks/${userTaskKey}/form-submission`, { method: 'POST', body: { variables } });
}
