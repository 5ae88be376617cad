import { containsPattern } from '../../api/infinite-search';
import type { SearchQuery } from '../../api/search';

const filters = ['all', 'mine', 'unassigned'] as const;
const sorts = ['creation', 'due', 'priority', 'follow-up'] as const;
const tabs = ['diagram', 'history'] as const;

/** What the address of the tasklist holds; what is missing has its default. */
export interface TasklistSearch {
  /** Whose tasks. (Default: all) */
  readonly filter?: 'mine' | 'unassigned' | 'all';
  /** (Default: open) */
  readonly state?: 'completed';
  /** (Default: creation, newest first) */
  readonly sort?: (typeof sorts)[number];
  /** Part of a task's name. */
  readonly q?: string;
  /** What is shown of the chosen task. (Default: its form) */
  readonly tab?: (typeof tabs)[number];
}

function oneOf<Value extends string>(allowed: readonly Value[], value: unknown): Value | undefined {
  return allowed.find((candidate) => candidate === value);
}

/** Reads the tasklist's part of the address; anything unknown is dropped. */
export function validateTasklistSearch(search: Record<string, unknown>): TasklistSearch {
  const filter = oneOf(filters, search['filter']);
  const sort = oneOf(sorts, search['sort']);
  const tab = oneOf(tabs, search['tab']);
  const q = typeof search['q'] === 'number' ? String(search['q']) : search['q'];
  return {
    ...(filter === undefined ? {} : { filter }),
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
  priority: { field: 'priority', order: 'DESC' },
  'follow-up': { field: 'followUpDate', order: 'ASC' },
} as const;

/** The search that the address stands for. */
export function tasklistQuery(search: TasklistSearch, user: string): Pick<SearchQuery, 'filter' | 'sort'> {
  const { filter = 'all', state, sort = 'creation', q } = search;
  const assignee =
    filter === 'mine' ? { assignee: user } : filter === 'unassigned' ? { assignee: { $exists: false } } : {};
  return {
    filter: {
      state: state === 'completed' ? 'COMPLETED' : { $in: openStates },
      ...assignee,
      ...(q === undefined ? {} : { name: { $like: containsPattern(q) } }),
    },
    sort:
      state === 'completed' && sort === 'creation'
        ? [{ field: 'completionDate', order: 'DESC' }]
        : [sortFields[sort], ...(sort === 'creation' ? [] : [sortFields.creation])],
  };
}
