import type {
  ListedUserTask,
  TaskCondition,
  TasklistCounts,
  TasklistFilter,
  TaskEvent,
  TaskPerson,
} from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { ProblemBody } from './problem-error';
import type { SearchResult } from './search';

export type { ListedUserTask, TaskCondition, TasklistFilter, TaskEvent, TaskPerson };

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

/** So many tasks are looked through when all that a search finds are chosen. */
export const maxChosen = 1_000;

/** The tasks that a search finds, up to {@link maxChosen}. */
export async function findAllTasks(search: object): Promise<readonly ListedUserTask[]> {
  const body = { ...search, page: { limit: maxChosen } };
  return (await request<SearchResult<ListedUserTask>>(tasklistPath, { method: 'POST', body })).items;
}

/** Users whom a task can be given to, candidates first. */
export function taskPeopleQuery(userTaskKey: string, part: string) {
  return queryOptions({
    queryKey: ['user-tasks', 'people', userTaskKey, part],
    queryFn: async ({ signal }) =>
      (
        await request<{ readonly items: readonly TaskPerson[] }>(
          `/ext/user-tasks/${userTaskKey}/people?q=${encodeURIComponent(part)}`,
          { signal },
        )
      ).items,
  });
}

/** Hands a task to somebody for a while; its assignee stays its owner. */
export function delegateTask(userTaskKey: string, delegate: string, note: string | null): Promise<void> {
  return request(`/ext/user-tasks/${userTaskKey}/delegation`, { method: 'POST', body: { delegate, note } });
}

/** Gives a delegated task back to its owner, or takes it back. */
export function endDelegation(userTaskKey: string, end: 'give-back' | 'take-back', note: string | null): Promise<void> {
  return request(`/ext/user-tasks/${userTaskKey}/delegation`, { method: 'PATCH', body: { end, note } });
}

/** What is done to many tasks at once. */
export type BulkChange =
  | { readonly kind: 'claim'; readonly user: string }
  | { readonly kind: 'unclaim' }
  | { readonly kind: 'assign'; readonly assignee: string }
  | {
      readonly kind: 'update';
      /** Dates are ISO 8601; an empty text clears one. */
      readonly changeset: { readonly dueDate?: string; readonly followUpDate?: string; readonly priority?: number };
    }
  | {
      readonly kind: 'complete';
      readonly variables: Readonly<Record<string, unknown>>;
      readonly formKey: string | null;
    };

/** How it came out for one of them; no error: it is done. */
export interface BulkOutcome {
  readonly userTaskKey: string;
  readonly error: ProblemBody | null;
}

/** Tasks in one request: what is done of many is shown on the way. */
const bulkSize = 100;

/** Does the same to many tasks; `onProgress` is told how many are through. What one request as a whole is refused with is thrown. */
export async function changeTasks(
  userTaskKeys: readonly string[],
  change: BulkChange,
  onProgress: (done: number) => void,
): Promise<readonly BulkOutcome[]> {
  const outcomes: BulkOutcome[] = [];
  for (let at = 0; at < userTaskKeys.length; at += bulkSize) {
    const body = { userTaskKeys: userTaskKeys.slice(at, at + bulkSize), change };
    const answer = await request<{ readonly items: readonly BulkOutcome[] }>('/ext/user-tasks/bulk', {
      method: 'POST',
      body,
    });
    outcomes.push(...answer.items);
    onProgress(outcomes.length);
  }
  return outcomes;
}

/** What happened to a task, the newest first. */
export function taskHistoryQuery(userTaskKey: string) {
  return queryOptions({
    queryKey: ['user-tasks', 'history', userTaskKey],
    queryFn: async ({ signal }) =>
      (await request<{ readonly items: readonly TaskEvent[] }>(`/ext/user-tasks/${userTaskKey}/history`, { signal }))
        .items,
  });
}
