import type { UserTaskRow } from '../tables/user-tasks.ts';
import { containing, likePattern } from './apply-filter.ts';
import type { Condition, CustomFilter, SearchPlan } from './search-plan.ts';
import { delegatedKeys } from './find-task-delegations.ts';
import { taskVariables } from './task-variable-filter.ts';
import { someEntry, userTaskPlan } from './user-task-plan.ts';

/** Whose tasks are looked at, and when. */
export interface TaskViewer {
  /** Null for a program. */
  readonly user: string | null;
  /** Null where nobody signs in: everybody is in every group then. */
  readonly groups: readonly string[] | null;
  readonly nowMs: number;
  /** The viewer's day, epoch milliseconds; `endMs` is the first moment of the next one. */
  readonly day: { readonly startMs: number; readonly endMs: number };
}

/** The queues of a tasklist. What is in one depends on who looks, and when. */
export const taskQueues = ['mine', 'groups', 'unassigned', 'overdue', 'today', 'follow-up', 'all'] as const;
export type TaskQueue = (typeof taskQueues)[number];

const entry = (operator: Condition['operator'], value: unknown): readonly Condition[] => [
  { field: { kind: 'string', column: 'c.value' }, operator, value },
];

/** Nobody has it, and it is offered to the viewer or to one of the viewer's groups. */
const offered: CustomFilter = (query, value, context, beside) => {
  const { user, groups } = value as TaskViewer;
  query.whereRaw('u.assignee IS NULL').where((either) => {
    either.whereRaw('1 = 0');
    if (user !== null) either.orWhere((one) => someEntry('u.candidate_users')(one, entry('eq', user), context, beside));
    if (groups === null) either.orWhereRaw(`u.candidate_groups <> '[]'`);
    else if (groups.length > 0)
      either.orWhere((one) => someEntry('u.candidate_groups')(one, entry('in', groups), context, beside));
  });
};

const queues: Readonly<Record<TaskQueue, CustomFilter>> = {
  mine: (query, value) => {
    const user = (value as TaskViewer).user ?? '';
    query.whereRaw(`(u.assignee = ? OR u.key IN (${delegatedKeys}))`, [user, user]);
  },
  groups: offered,
  unassigned: (query) => void query.whereRaw('u.assignee IS NULL'),
  overdue: (query, value) => void query.whereRaw('u.due_ms < ?', [(value as TaskViewer).nowMs]),
  today: (query, value) => {
    const { startMs, endMs } = (value as TaskViewer).day;
    query.whereRaw('u.due_ms >= ? AND u.due_ms < ?', [startMs, endMs]);
  },
  'follow-up': (query, value) => void query.whereRaw('u.follow_up_ms <= ?', [(value as TaskViewer).nowMs]),
  all: () => undefined,
};

const inText: CustomFilter = (query, value) => {
  const pattern = likePattern(containing(String(value)));
  const like = (column: string): string => `LOWER(${column}) LIKE LOWER(?) ESCAPE '\\'`;
  query.whereRaw(
    `(${like('COALESCE(u.element_name, u.element_id)')} OR ${like('COALESCE(u.process_name, u.process_id)')}
      OR EXISTS (SELECT 1 FROM process_instances i WHERE i.key = u.process_instance_key AND ${like('i.business_id')}))`,
    [pattern, pattern, pattern],
  );
};

/** What somebody can still do something about; an index holds these. */
export const isOpenTask: Condition = {
  field: { kind: 'date', column: 'u.end_ms', nullable: true },
  operator: 'exists',
  value: false,
};
export const isCompletedTask: Condition = {
  field: { kind: 'string', column: 'u.state' },
  operator: 'eq',
  value: 'COMPLETED',
};

/** Search of the tasklist: user tasks by queue, by text and by what people ask of tasks and their variables. */
export const tasklistPlan: SearchPlan<UserTaskRow> = {
  ...userTaskPlan,
  name: 'tasklist',
  fields: {
    ...userTaskPlan.fields,
    processName: { kind: 'string', column: 'COALESCE(u.process_name, u.process_id)' },
    businessId: {
      kind: 'string',
      column: '(SELECT i.business_id FROM process_instances i WHERE i.key = u.process_instance_key)',
      nullable: true,
    },
  },
  custom: {
    ...userTaskPlan.custom,
    queue: (query, value, context, beside) => {
      const { queue, viewer } = value as { readonly queue: TaskQueue; readonly viewer: TaskViewer };
      queues[queue](query, viewer, context, beside);
    },
    text: inText,
    delegatedBy: (query, value) => void query.whereRaw(`u.key IN (${delegatedKeys})`, [value as string]),
    taskVariables,
  },
};
