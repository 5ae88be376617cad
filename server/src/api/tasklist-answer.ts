import { z } from 'zod';
import type { TaskFacts } from '../store/searches/find-task-facts.ts';
import type { UserTaskRow } from '../store/tables/user-tasks.ts';
import { userTaskAnswer, userTaskExample, userTaskType } from './user-task-answer.ts';

/** A user task with what a tasklist shows of it beside. */
export const listedTaskType = z
  .strictObject({
    ...userTaskType.shape,
    businessId: z.string().nullable().describe('Of the process instance.'),
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
  variables: [...facts.variables],
});

export const listedTaskExample: z.input<typeof listedTaskType> = {
  ...userTaskExample,
  businessId: 'INV-2030-17',
  variables: [{ name: 'amount', value: '1250', isTruncated: false }],
};
