import type { TaskFilterContent } from '../../api/task-filters';
import type { TasklistFilter, TaskViewer } from '../../api/tasklist';

/** The queues of the tasklist, in the order in which they are shown. */
export const queues = ['mine', 'groups', 'unassigned', 'overdue', 'today', 'follow-up', 'all'] as const;
export type Queue = (typeof queues)[number];
/** What a list can be sorted by. */
export const taskSorts = ['creation', 'due', 'follow-up', 'priority', 'name'] as const;
export type TaskSort = (typeof taskSorts)[number];
const tabs = ['diagram', 'history'] as const;

/** What the address of the tasklist holds; what is missing has its default. */
export interface TasklistSearch {
  /** A queue, or the id of a saved filter. (Default: all) */
  readonly filter?: string;
  /** (Default: open) */
  readonly state?: 'completed';
  /** (Default: that of the saved filter; else creation, newest first) */
  readonly sort?: TaskSort;
  /** Part of the name of a task or its process, or of a business id. */
  readonly q?: string;
  /** What is shown of the chosen task. (Default: its form) */
  readonly tab?: (typeof tabs)[number];
}

function oneOf<Value extends string>(allowed: readonly Value[], value: unknown): Value | undefined {
  return allowed.find((candidate) => candidate === value);
}

const savedId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The queue that the address names; null where it names a saved filter. */
export function queueOf({ filter = 'all' }: TasklistSearch): Queue | null {
  return oneOf(queues, filter) ?? null;
}

/** Reads the tasklist's part of the address; anything unknown is dropped. */
export function validateTasklistSearch(search: Record<string, unknown>): TasklistSearch {
  const named = search['filter'];
  const filter = oneOf(queues, named) ?? (typeof named === 'string' && savedId.test(named) ? named : undefined);
  const sort = oneOf(taskSorts, search['sort']);
  const tab = oneOf(tabs, search['tab']);
  const q = typeof search['q'] === 'number' ? String(search['q']) : search['q'];
  return {
    ...(filter === undefined || filter === 'all' ? {} : { filter }),
    ...(search['state'] === 'completed' ? { state: 'completed' as const } : {}),
    ...(sort === undefined ? {} : { sort }),
    ...(typeof q === 'string' && q !== '' ? { q } : {}),
    ...(tab === undefined ? {} : { tab }),
  };
}

/** States in which somebody can still do something about a task. */
const openStates = ['CREATING', 'CREATED', 'ASSIGNING', 'UPDATING', 'COMPLETING', 'FAILED'];

/** Whether a task can still be worked on. */
export function isOpenState(state: string): boolean {
  return openStates.includes(state);
}

const sortFields = {
  creation: { field: 'creationDate', order: 'DESC' },
  due: { field: 'dueDate', order: 'ASC' },
  'follow-up': { field: 'followUpDate', order: 'ASC' },
  priority: { field: 'priority', order: 'DESC' },
  name: { field: 'name', order: 'ASC' },
} as const;

type SavedSort = NonNullable<TaskFilterContent['sort']>;

/** An order as the server takes it; what is equal comes by its age. */
export function sortOf(sort: TaskSort): SavedSort {
  return sort === 'creation' ? [sortFields.creation] : [sortFields[sort], sortFields.creation];
}

/** What a saved order is called here. */
export function sortNamed(saved: SavedSort | undefined): TaskSort {
  const [first] = saved ?? [];
  return taskSorts.find((sort) => sortFields[sort].field === first?.field) ?? 'creation';
}

/** The day that `now` is in, in the time zone of this browser. */
export function dayOf(now: Date): { readonly start: string; readonly end: string } {
  const midnight = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).toISOString();
  return { start: midnight(0), end: midnight(1) };
}

/** The search that the address stands for; `saved` is the filter that it names. */
export function tasklistQuery(
  search: TasklistSearch,
  viewer: TaskViewer,
  saved: TaskFilterContent | null,
): { readonly filter: TasklistFilter; readonly sort: SavedSort } {
  const { state, q } = search;
  const queue = queueOf(search) ?? 'all';
  const sort = search.sort ?? sortNamed(saved?.sort);
  const variables = saved?.columns?.variables ?? [];
  return {
    filter: {
      ...viewer,
      ...(saved?.view ?? (queue === 'all' ? {} : { queue })),
      ...(state === undefined ? {} : { state }),
      ...(q === undefined ? {} : { text: q }),
      ...(variables.length === 0 ? {} : { variableNames: variables }),
    },
    sort: state === 'completed' && sort === 'creation' ? [{ field: 'completionDate', order: 'DESC' }] : sortOf(sort),
  };
}
