import { z } from 'zod';
import { runSearch } from '../store/searches/run-search.ts';
import { countWaiting, waitRootField, waitStatePlan } from '../store/searches/wait-state-plan.ts';
import type { ProcessInstanceRow } from '../store/tables/process-instances.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { foundRow } from './found-row.ts';
import { key } from './input.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { listOf, pageOf } from './operation/answer-types.ts';
import { searchBody } from './operation/body-kinds.ts';
import { onePage } from './operation/examples.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { readConditions } from './search/read-condition.ts';
import { searchAnswer } from './search/read-search.ts';
import { withinPermit } from './search/within-permit.ts';
import { waitStateAnswers, waitStateExample, waitStateType } from './wait-state-answer.ts';

const countType = z.strictObject({ elementId: z.string(), waitingCount: z.int() }).meta({ id: 'WaitStateStatistics' });
const reader = {
  plan: waitStatePlan,
  filters: Object.keys(waitStatePlan.fields).filter((name) => name !== 'rootProcessInstanceKey'),
  custom: {
    rootProcessInstanceKey: (value: unknown) => readConditions('rootProcessInstanceKey', waitRootField, value),
  },
};
const access = needs('PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE');

/** What element instances wait for. */
export const waitStateOperations = ({ database, definitions }: Runtime): readonly Operation[] => [
  operation({
    id: 'searchElementInstanceWaitStates',
    method: 'POST',
    path: '/v2/element-instances/wait-states/search',
    tag: 'Element instances',
    summary: 'Search what running element instances wait for',
    description:
      'A job, a user task, a message, a timer, a signal or a condition. Boundary events and event sub-processes, which listen beside it, are left out.',
    body: searchBody(reader),
    answer: json(pageOf(waitStateType)),
    access,
    isTenantAware: true,
    example: { body: { filter: { waitStateType: 'MESSAGE' } }, answer: onePage(waitStateExample) },
    run: async ({ body, permit }) => {
      const found = await runSearch(database, waitStatePlan, withinPermit(body, waitStatePlan, permit));
      return searchAnswer(found, await waitStateAnswers(definitions, found.rows));
    },
  }),
  operation({
    id: 'getProcessInstanceWaitStateStatistics',
    method: 'GET',
    path: '/v2/process-instances/{processInstanceKey}/statistics/wait-states',
    tag: 'Process instances',
    summary: 'Count the element instances of an instance that wait, by element',
    params: { processInstanceKey: key },
    answer: json(listOf(countType)),
    refusals: ['NOT_FOUND'],
    access,
    isLimitable: true,
    example: { answer: { items: [{ elementId: 'paid', waitingCount: 2 }] } },
    run: async (call) => {
      const { processInstanceKey } = call.params;
      const row = await foundRow<ProcessInstanceRow>(call, database, 'process_instances', processInstanceKey);
      return { items: await countWaiting(database, row.key) };
    },
  }),
];
