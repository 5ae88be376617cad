import { z } from 'zod';
import type { Runtime } from '../runtime/create-runtime.ts';
import { listTaskFilters } from '../store/searches/find-task-filters.ts';
import { findTaskJournal } from '../store/searches/find-task-journal.ts';
import { findTaskFacts } from '../store/searches/find-task-facts.ts';
import { countFound, runSearch } from '../store/searches/run-search.ts';
import { taskQueues, tasklistPlan } from '../store/searches/tasklist-plan.ts';
import type { TaskQueue } from '../store/searches/tasklist-plan.ts';
import type { TaskFilterRow } from '../store/tables/task-filters.ts';
import type { UserTaskRow } from '../store/tables/user-tasks.ts';
import { dateText, stored } from './answer.ts';
import { foundRow } from './found-row.ts';
import { key, text } from './input.ts';
import { json } from './operation/answer-kinds.ts';
import { dateType, listOf, pageOf } from './operation/answer-types.ts';
import { body, searchBodyWith } from './operation/body-kinds.ts';
import { onePage } from './operation/examples.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { searchAnswer } from './search/read-search.ts';
import { filterWithin, withinPermit } from './search/within-permit.ts';
import { taskFilterExample } from './task-filter-answer.ts';
import { filterReader } from './task-filter-operations.ts';
import { taskEventKinds, taskHistory } from './task-history.ts';
import { taskView, viewerInput, viewerOf, viewFilter } from './task-view.ts';
import type { TaskView } from './task-view.ts';
import { listedTaskAnswer, listedTaskExample, listedTaskType } from './tasklist-answer.ts';
import { mayRead } from './user-task-operations.ts';

/** Counting more costs more than the number at a queue is worth. */
const maxCount = 1_000;
/** Each is a statement; what is seen beyond shows no number. */
const maxCountedFilters = 50;

const variableNames = z.array(text(256).min(1)).max(10).optional().describe('Variables to be answered with each task.');
const searched = z.strictObject({ ...taskView.shape, ...viewerInput, variableNames }).meta({ id: 'TasklistFilter' });
const counted = z.strictObject(viewerInput);
const countsType = z
  .strictObject({
    queues: z
      .record(z.enum(taskQueues), z.int())
      .describe(`Open tasks in each queue, up to ${maxCount}; one more stands for "more than that".`),
    filters: z.record(z.string(), z.int()).describe('The same for each saved filter that the caller sees, by its id.'),
  })
  .meta({ id: 'TasklistCounts' });

/** Steps of an instance that are looked through for what happened to one of its tasks. */
const maxEntries = 500;
const taskEventType = z
  .strictObject({
    kind: z.enum(taskEventKinds),
    at: dateType,
    by: z.string().nullable().describe('Who did it; null where nobody signed in, and for what the process did.'),
    assignee: z.string().nullable().describe('Who has the task since then.'),
    changes: z.array(z.string()).describe('Of `updated`: what was changed.'),
  })
  .meta({ id: 'TaskEvent' });

/** Which tasks a saved filter shows. */
const viewOf = ({ content }: TaskFilterRow): TaskView => stored<{ readonly view: TaskView }>(content).view;

const tag = 'Web app';

/** The tasklist: its queues, what is in them, and how many. */
export const tasklistOperations = (runtime: Runtime): readonly Operation[] => {
  const { database, clock } = runtime;
  return [
    operation({
      id: 'searchTasklist',
      method: 'POST',
      path: '/ext/user-tasks/search',
      tag,
      summary: 'Search the tasks of a queue of the tasklist',
      description:
        'By queue, text and conditions on fields and variables. A queue depends on who looks and when: `groups` are unassigned tasks that are offered to the caller or a group of theirs.',
      body: searchBodyWith({ plan: tasklistPlan }, searched),
      answer: json(pageOf(listedTaskType)),
      access: mayRead,
      isLimitable: true,
      example: {
        body: {
          filter: {
            queue: 'groups',
            text: 'invoice',
            conditions: [{ field: 'variable', name: 'amount', operator: 'more', value: 1_000 }],
            variableNames: ['amount'],
          },
          sort: [{ field: 'dueDate' }],
        },
        answer: onePage(listedTaskExample),
      },
      run: async (call) => {
        const { search, filter: view } = call.body;
        const filter = viewFilter(view, viewerOf(call, view, clock.nowMs()));
        const found = await runSearch(
          database,
          tasklistPlan,
          withinPermit({ ...search, filter }, tasklistPlan, call.permit),
        );
        const facts = await findTaskFacts(database, found.rows, view.variableNames ?? []);
        const shown = found.rows.flatMap((row, index) => {
          const of = facts[index];
          return of === undefined ? [] : [listedTaskAnswer(row, of)];
        });
        return searchAnswer({ ...found, rows: shown }, (task) => task);
      },
    }),
    operation({
      id: 'countTasklist',
      method: 'POST',
      path: '/ext/user-tasks/counts',
      tag,
      summary: 'Count the tasks in each queue and saved filter of the tasklist',
      body: body(counted),
      answer: json(countsType),
      access: mayRead,
      isLimitable: true,
      example: {
        body: {},
        answer: {
          queues: { mine: 3, groups: 12, unassigned: 40, overdue: 1, today: 2, 'follow-up': 0, all: 1_001 },
          filters: { [taskFilterExample.filterId]: 7 },
        },
      },
      run: async (call) => {
        const viewer = viewerOf(call, call.body, clock.nowMs());
        const count = (view: TaskView): Promise<number> =>
          countFound(
            database,
            tasklistPlan,
            filterWithin(viewFilter(view, viewer), tasklistPlan, call.permit),
            maxCount + 1,
          );
        const filters = await listTaskFilters(database, filterReader(call, call.body.user), maxCountedFilters);
        const [queues, saved] = await Promise.all([
          Promise.all(taskQueues.map(async (queue): Promise<[TaskQueue, number]> => [queue, await count({ queue })])),
          Promise.all(filters.map(async (row): Promise<[string, number]> => [row.id, await count(viewOf(row))])),
        ]);
        return { queues: Object.fromEntries(queues) as Record<TaskQueue, number>, filters: Object.fromEntries(saved) };
      },
    }),
    operation({
      id: 'getTasklistTask',
      method: 'GET',
      path: '/ext/user-tasks/{userTaskKey}',
      tag,
      summary: 'Read a user task with what the tasklist shows of it',
      params: { userTaskKey: key },
      answer: json(listedTaskType),
      refusals: ['NOT_FOUND'],
      access: mayRead,
      isLimitable: true,
      example: { answer: { ...listedTaskExample, variables: [] } },
      run: async (call) => {
        const row = await foundRow<UserTaskRow>(call, database, 'user_tasks', call.params.userTaskKey);
        const [facts] = await findTaskFacts(database, [row], []);
        return listedTaskAnswer(row, facts ?? { businessId: null, variables: [], delegation: null });
      },
    }),
    operation({
      id: 'getTaskHistory',
      method: 'GET',
      path: '/ext/user-tasks/{userTaskKey}/history',
      tag,
      summary: 'Read what happened to a user task, the newest first',
      description: `By the journal of its process instance, which nobody can change; the last ${maxEntries} steps that the task had to do with.`,
      params: { userTaskKey: key },
      answer: json(listOf(taskEventType)),
      refusals: ['NOT_FOUND'],
      access: mayRead,
      isLimitable: true,
      example: {
        answer: {
          items: [
            { kind: 'claimed', at: '2030-01-31T10:05:00.000Z', by: 'mia', assignee: 'mia', changes: [] },
            { kind: 'created', at: '2030-01-31T10:00:00.000Z', by: null, assignee: null, changes: [] },
          ],
        },
      },
      run: async (call) => {
        const row = await foundRow<UserTaskRow>(call, database, 'user_tasks', call.params.userTaskKey);
        const { process_instance_key: instance, element_instance_key: element } = row;
        const entries = await findTaskJournal(database, instance, element, maxEntries);
        const items = taskHistory(entries, row.key).map(({ atMs, changes, ...event }) => ({
          ...event,
          at: dateText(atMs),
          changes: [...changes],
        }));
        return { items: items.reverse() };
      },
    }),
  ];
};
