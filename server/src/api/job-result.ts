import type { JobResult } from '@baton/engine';
import { z } from 'zod';
import { text, variables } from './input.ts';
import { wholeNumber } from './whole-number.ts';

const corrections = z.strictObject({
  assignee: text().nullish(),
  dueDate: text().nullish(),
  followUpDate: text().nullish(),
  candidateUsers: z.array(text()).max(1_000).nullish(),
  candidateGroups: z.array(text()).max(1_000).nullish(),
  priority: wholeNumber(0, 100).nullish(),
});

const userTaskResult = z.strictObject({
  type: z.literal('userTask').nullish(),
  denied: z.boolean().nullish(),
  deniedReason: text().nullish(),
  corrections: corrections.nullish(),
});

const adHocResult = z.strictObject({
  type: z.literal('adHocSubProcess'),
  activateElements: z
    .array(z.strictObject({ elementId: text().min(1), variables: variables.nullish() }))
    .max(1_000)
    .nullish(),
  isCompletionConditionFulfilled: z.boolean().nullish(),
  isCancelRemainingInstances: z.boolean().nullish(),
});

/** What a worker says beyond variables: for a task listener (also without `type`), or for an ad-hoc sub-process. */
export const jobResult = z.union([adHocResult, userTaskResult]);

/** Empty text clears a date or the assignee; null leaves the value of the task. */
export const readJobResult = (result: z.infer<typeof jobResult>): JobResult => {
  if (result.type === 'adHocSubProcess') {
    return {
      type: 'adHocSubProcess',
      activateElements: (result.activateElements ?? []).map((each) => ({
        elementId: each.elementId,
        variables: each.variables ?? {},
      })),
      isCompletionConditionFulfilled: result.isCompletionConditionFulfilled ?? false,
      isCancelRemainingInstances: result.isCancelRemainingInstances ?? false,
    };
  }
  const given = result.corrections ?? {};
  return {
    type: 'userTask',
    denied: result.denied ?? false,
    deniedReason: result.deniedReason ?? '',
    corrections: {
      ...(given.assignee == null ? {} : { assignee: given.assignee || null }),
      ...(given.dueDate == null ? {} : { dueDate: given.dueDate || null }),
      ...(given.followUpDate == null ? {} : { followUpDate: given.followUpDate || null }),
      ...(given.candidateUsers == null ? {} : { candidateUsers: given.candidateUsers }),
      ...(given.candidateGroups == null ? {} : { candidateGroups: given.candidateGroups }),
      ...(given.priority == null ? {} : { priority: given.priority }),
    },
  };
};
