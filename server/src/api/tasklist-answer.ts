import { z } from 'zod';
import type { TaskFacts } from '../store/searches/find-task-facts.ts';
import type { TaskDelegationRow } from '../store/tables/task-delegations.ts';
import type { UserTaskRow } from '../store/tables/user-tasks.ts';
import { dateText } from './answer.ts';
import { dateType } from './operation/answer-types.ts';
import { userTaskAnswer, userTaskExample, userTaskType } from './user-task-answer.ts';

const delegationStates = ['PENDING', 'RETURNED'] as const;

/** A user task with what a tasklist shows of it beside. */
export const listedTaskType = z
  .strictObject({
    ...userTaskType.shape,
    businessId: z.string().nullable().describe('Of the process instance.'),
    delegation: z
      .strictObject({
        owner: z.string().describe('Who it comes back to, and who completes it.'),
        delegate: z.string(),
        state: z.enum(delegationStates).describe('With the delegate, or given back by them.'),
        note: z.string().nullable().describe('What the last of them said with it.'),
        at: dateType,
      })
      .nullable()
      .describe('Null where the task is not delegated.'),
    variables: z
      .array(
        z.strictObject({
          name: z.string(),
          value: z.string().describe('JSON text, its first 200 characters.'),
          isTruncated: z.boolean(),
        }),
      )
      .describe(
        'Those that were asked for and are there: beside the task, else in the outermost scope of its process instance.',
      ),
  })
  .meta({ id: 'ListedUserTask' });

export const listedTaskAnswer = (row: UserTaskRow, facts: TaskFacts): z.input<typeof listedTaskType> => ({
  ...userTaskAnswer(row),
  businessId: facts.businessId,
  delegation: delegationAnswer(facts.delegation),
  variables: [...facts.variables],
});

const delegationAnswer = (row: TaskDelegationRow | null): z.input<typeof listedTaskType>['delegation'] =>
  row === null
    ? null
    : {
        owner: row.owner,
        delegate: row.delegate,
        state: row.state as (typeof delegationStates)[number],
        note: row.note,
        at: dateText(row.returned_ms ?? row.created_ms),
      };

export const listedTaskExample: z.input<typeof listedTaskType> = {
  ...userTaskExample,
  businessId: 'INV-2030-17',
  delegation: null,
  variables: [{ name: 'amount', value: '1250', isTruncated: false }],
};
