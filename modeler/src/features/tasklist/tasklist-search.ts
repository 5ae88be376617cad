import type { SearchQuery } from '../../api/search';
import type { TasklistFilter, TaskViewer } from '../../api/tasklist';

/** The queues of the tasklist, in the order in which they are shown. */
export const queues = ['mine', 'groups', 'unassigned', 'overdue', 'today', 'follow-up', 'all'] as const;
export type Queue = (typeof queues)[number];
const sorts = ['creation', 'due', 'follow-up', 'priority', 'name'] as const;
export type TaskSort = (typeof sorts)[number];
const tabs = ['diagram', 'history'] as const;

/** What the address of the tasklist holds; what is missing has its default. */
export interface TasklistSearch {
  /** A queue. (Default: all) */
  readonly filter?: Exclude<Queue, 'all'>;
  /** (Default: open) */
  readonly state?: 'completed';
  /** (Default: creation, newest first) */
  readonly sort?: Exclude<TaskSort, 'creation'>;
  /** Part of the name of a task or its process, or of a business id. */
  readonly q?: string;
  /** What is shown of the chosen task. (Default: its form) */
  readonly tab?: (typeof tabs)[number];
}

function oneOf<Value extends string>(allowed: readonly Value[], value: unknown): Value | undefined {
  return allowed.find((candidate) => candidate === value);
}

/** Reads the tasklist's part of the address; anything unknown is dropped. */
export function validateTasklistSearch(search: Record<string, unknown>): TasklistSearch {
  const filter = oneOf(queues, search['filter']);
  const sort = oneOf(sorts, search['sort']);
  const tab = oneOf(tabs, search['tab']);
  const q = typeof search['q'] === 'number' ? String(search['q']) : search['q'];
  return {
    ...(filter === undefined || filter === 'all' ? {} : { filter }),
    ...(search['state'] === 'completed' ? { state: 'completed' as const } : {}),
    ...(sort === undefined || sort === 'creation' ? {} : { sort }),
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

/** The day that `now` is in, in the time zone of this browser. */
export function dayOf(now: Date): { readonly start: string; readonly end: string } {
  const midnight = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).toISOString();
  return { start: midnight(0), end: midnight(1) };
}

/** The search that the address stands for. */
export function tasklistQuery(
  { filter, state, sort: named, q }: TasklistSearch,
  viewer: TaskViewer,
): { readonly filter: TasklistFilter; readonly sort: NonNullable<SearchQuery['sort']> } {
  const sort: TaskSort = named ?? 'creation';
  return {
    filter: {
      ...viewer,
      ...(filter === undefined ? {} : { queue: filter }),
      ...(state === undefined ? {} : { state }),
      ...(q === undefined ? {} : { text: q }),
    },
    sort:
      state === 'completed' && sort === 'creation'
        ? [{ field: 'completionDate', order: 'DESC' }]
        : [sortFields[sort], ...(sort === 'creation' ? [] : [sortFields.creation])],
  };
}
