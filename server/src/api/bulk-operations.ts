import { z } from 'zod';
import type { Runtime } from '../runtime/create-runtime.ts';
import { Refusal } from '../runtime/refusal.ts';
import { keyText } from './answer.ts';
import { itemsOfCall, key, readItem, tenantId } from './input.ts';
import { completionInput, completionOf } from './job-completion.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { keyType, listOf } from './operation/answer-types.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { submitEach } from './operation/submit.ts';
import { problemOf } from './problem.ts';
import { instanceInput, processInput, processOf, startOf } from './start-input.ts';

const starts = z.strictObject({ ...processInput.shape, tenantId, instances: itemsOfCall(instanceInput) });
const completion = z.strictObject({ jobKey: key, ...completionInput.shape });
const completions = z.strictObject({ jobs: itemsOfCall(completion) });

const problemType = z.looseObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
});

/** Many things in one call. Each stands for itself: one that is refused has its problem in its place of the answer, and the others go on. */
export const bulkOperations = (runtime: Runtime): readonly Operation[] => [
  operation({
    id: 'createProcessInstances',
    method: 'POST',
    path: '/ext/process-instances',
    tag: 'Process instances',
    summary: 'Start many instances of one process',
    description:
      'One to 1,000. They are decided and committed together, which is what makes this cheaper than a call for each. Each stands for itself: one that is refused has its problem in its place of the answer, and the others start.',
    body: body(starts),
    answer: json(listOf(z.strictObject({ processInstanceKey: keyType.nullable(), error: problemType.nullable() }))),
    refusals: ['NOT_FOUND'],
    isRepeatable: true,
    access: needs('PROCESS_DEFINITION', 'CREATE_PROCESS_INSTANCE'),
    isLimitable: true,
    example: {
      body: { processDefinitionId: 'invoice', instances: [{ variables: { amount: 1_250 } }, {}] },
      answer: {
        items: [
          { processInstanceKey: '1000000101', error: null },
          { processInstanceKey: '1000000201', error: null },
        ],
      },
    },
    run: async (call) => {
      const process = processOf(call, call.body, call.body.tenantId);
      const tasks = call.body.instances.map((each) => {
        const instance = readItem(each, instanceInput);
        if (instance instanceof Refusal) return instance;
        const { tenantId: own } = instance;
        const of = own == null ? process : refusedOr(() => processOf(call, call.body, own));
        return of instanceof Refusal ? of : startOf(of, instance, call.caller);
      });
      const outcomes = await submitEach(runtime, call, tasks);
      return {
        items: outcomes.map(({ answer, refusal }) =>
          refusal === null
            ? { processInstanceKey: keyText(answer.processInstanceKey), error: null }
            : { processInstanceKey: null, error: problemOf(call.url, refusal) },
        ),
      };
    },
  }),
  operation({
    id: 'completeJobs',
    method: 'POST',
    path: '/ext/jobs/completion',
    tag: 'Jobs',
    summary: 'Complete many jobs',
    description:
      'One to 1,000, of one instance or of several, each for itself: one that is refused has its problem in its place of the answer.',
    body: body(completions),
    answer: json(listOf(z.strictObject({ jobKey: keyType.nullable(), error: problemType.nullable() }))),
    isRepeatable: true,
    access: needs('PROCESS_DEFINITION', 'UPDATE_PROCESS_INSTANCE'),
    isLimitable: true,
    example: {
      body: { jobs: [{ jobKey: '1000000105', variables: { booked: true } }] },
      answer: { items: [{ jobKey: '1000000105', error: null }] },
    },
    run: async (call) => {
      const jobs = call.body.jobs.map((each) => readItem(each, completion));
      const tasks = jobs.map((job) => (job instanceof Refusal ? job : completionOf(job.jobKey, job, call.caller)));
      const outcomes = await submitEach(runtime, call, tasks);
      return {
        items: outcomes.map(({ refusal }, index) => {
          const job = jobs[index];
          return {
            // What is no key, or none that we gave out, is not said again.
            jobKey: job === undefined || job instanceof Refusal || job.jobKey === 0 ? null : keyText(job.jobKey),
            error: refusal === null ? null : problemOf(call.url, refusal),
          };
        }),
      };
    },
  }),
];

/** What is made, or why it is refused: the items beside it go on. */
const refusedOr = <A>(make: () => A): A | Refusal => {
  try {
    return make();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};
