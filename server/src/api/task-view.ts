import { z } from 'zod';
import type { Filter } from '../store/searches/search-plan.ts';
import { isCompletedTask, isOpenTask, taskQueues } from '../store/searches/tasklist-plan.ts';
import type { TaskQueue, TaskViewer } from '../store/searches/tasklist-plan.ts';
import type { Permitted } from './found-row.ts';
import { readDate, text } from './input.ts';
import { conditionsFilter, taskCondition } from './task-condition.ts';

/** Which tasks are shown; all of it must hold. */
export const taskView = z.strictObject({
  queue: z.enum(taskQueues).optional().describe('(Default: all.)'),
  state: z.enum(['open', 'completed']).optional().describe('(Default: open.)'),
  text: text(200).optional().describe('In the name of the task or of its process, or in the business id.'),
  conditions: z.array(taskCondition).max(20).optional(),
});
export type TaskView = z.output<typeof taskView>;

const moment = text(100).refine((value) => readDate(value) !== null, 'must be a date-time with offset');

/** Who looks, as far as the request says it. */
export const viewerInput = {
  user: text(256).nullish().describe('Who looks. Passed over where people sign in.'),
  day: z
    .strictObject({ start: moment, end: moment })
    .optional()
    .describe('The day of who looks, in their time zone. (Default: the day in UTC.)'),
};
type ViewerInput = z.output<z.ZodObject<typeof viewerInput>>;

/** Who looks: whoever is signed in, else whoever the request names, who is in every group. */
export const viewerOf = (
  { permit: { principal } }: Permitted,
  { user, day }: ViewerInput,
  nowMs: number,
): TaskViewer => {
  const midnight = nowMs - (nowMs % 86_400_000);
  return {
    ...(principal.type === 'ANONYMOUS'
      ? { user: user ?? null, groups: null }
      : { user: principal.type === 'USER' ? principal.id : null, groups: principal.groups }),
    nowMs,
    day: {
      startMs: readDate(day?.start) ?? midnight,
      endMs: readDate(day?.end) ?? midnight + 86_400_000,
    },
  };
};

/** A view as a search takes it. */
export const viewFilter = (
  { queue = 'all', state = 'open', text: part, conditions = [] }: TaskView,
  viewer: TaskViewer,
): Filter => {
  const asked = conditionsFilter(conditions, viewer);
  return {
    conditions: [state === 'open' ? isOpenTask : isCompletedTask, ...asked.conditions],
    custom: [
      ...queueFilter(queue, viewer),
      ...(part === undefined || part === '' ? [] : [{ name: 'text', value: part }]),
      ...asked.custom,
    ],
    anyOf: [],
  };
};

const queueFilter = (queue: TaskQueue, viewer: TaskViewer): Filter['custom'] =>
  queue === 'all' ? [] : [{ name: 'queue', value: { queue, viewer } }];
