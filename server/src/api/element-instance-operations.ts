import { z } from 'zod';
import { elementInstancePlan } from '../store/searches/element-instance-plan.ts';
import { findWithin } from '../store/searches/find-instances-below.ts';
import { incidentPlan } from '../store/searches/incident-plan.ts';
import type { ElementInstanceRow } from '../store/tables/element-instances.ts';
import { ownedTask } from '../runtime/instance-commands.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { elementInstanceAnswer, elementInstanceExample, elementInstanceType } from './element-instance-answer.ts';
import { foundRow, withTenant } from './found-row.ts';
import { incidentExample, incidentType } from './incident-answer.ts';
import { incidentsWithin } from './incidents-within.ts';
import { key, operationReference, text, variables } from './input.ts';
import { needs } from './operation/access.ts';
import { json, nothing } from './operation/answer-kinds.ts';
import { pageOf } from './operation/answer-types.ts';
import { body, searchBody } from './operation/body-kinds.ts';
import { onePage } from './operation/examples.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { searchOperation } from './operation/search-operation.ts';
import { submit } from './operation/submit.ts';
import { withinPermit } from './search/within-permit.ts';

const activation = z.strictObject({
  elements: z
    .array(z.strictObject({ elementId: text().min(1), variables: variables.nullish() }))
    .min(1)
    .max(1_000),
  cancelRemainingInstances: z.boolean().nullish(),
});
const newVariables = z.strictObject({ variables, local: z.boolean().nullish(), operationReference });

/** Element instances: search, read, set variables, begin activities of ad-hoc sub-processes. */
export const elementInstanceOperations = (runtime: Runtime): readonly Operation[] => {
  const { database } = runtime;
  return [
    searchOperation(database, {
      id: 'searchElementInstances',
      path: '/v2/element-instances/search',
      tag: 'Element instances',
      summary: 'Search element instances',
      reader: { plan: elementInstancePlan },
      item: elementInstanceType,
      answer: elementInstanceAnswer,
      access: needs('PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE'),
      example: { body: { filter: { state: 'ACTIVE' } }, item: elementInstanceExample },
    }),
    operation({
      id: 'getElementInstance',
      method: 'GET',
      path: '/v2/element-instances/{elementInstanceKey}',
      tag: 'Element instances',
      summary: 'Read an element instance',
      params: { elementInstanceKey: key },
      answer: json(elementInstanceType),
      refusals: ['NOT_FOUND'],
      access: needs('PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE'),
      isLimitable: true,
      example: { answer: elementInstanceExample },
      run: async (call) => {
        const { elementInstanceKey } = call.params;
        const row = await foundRow<ElementInstanceRow>(call, database, 'element_instances', elementInstanceKey);
        return elementInstanceAnswer(await withTenant(database, row));
      },
    }),
    operation({
      id: 'searchElementInstanceIncidents',
      method: 'POST',
      path: '/v2/element-instances/{elementInstanceKey}/incidents/search',
      tag: 'Element instances',
      summary: 'Search the incidents of an element instance and of all below it',
      description: 'Below it is what is inside it, and what was called from there.',
      params: { elementInstanceKey: key },
      body: searchBody({ plan: incidentPlan }),
      answer: json(pageOf(incidentType)),
      refusals: ['NOT_FOUND'],
      access: needs('PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE'),
      isLimitable: true,
      example: { body: { filter: { state: 'ACTIVE' } }, answer: onePage(incidentExample) },
      run: async (call) => {
        const { elementInstanceKey } = call.params;
        const row = await foundRow<ElementInstanceRow>(call, database, 'element_instances', elementInstanceKey);
        const permitted = withinPermit(call.body, incidentPlan, call.permit);
        return incidentsWithin(database, permitted, await findWithin(database, row));
      },
    }),
    operation({
      id: 'activateAdHocSubProcessActivities',
      method: 'POST',
      path: '/v2/element-instances/ad-hoc-activities/{adHocSubProcessInstanceKey}/activation',
      tag: 'Element instances',
      summary: 'Begin activities of an ad-hoc sub-process',
      params: { adHocSubProcessInstanceKey: key },
      body: body(activation),
      answer: nothing,
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      isRepeatable: true,
      access: needs('PROCESS_DEFINITION', 'UPDATE_PROCESS_INSTANCE'),
      isLimitable: true,
      example: { body: { elements: [{ elementId: 'ask-the-customer', variables: { urgent: true } }] } },
      run: async (call) => {
        const { elements, cancelRemainingInstances } = call.body;
        const elementInstanceKey = call.params.adHocSubProcessInstanceKey;
        const task = ownedTask('ACTIVATE', 'element_instances', elementInstanceKey, call.caller, () => ({
          type: 'activate-ad-hoc-activities',
          elementInstanceKey,
          activations: elements.map((each) => ({ elementId: each.elementId, variables: each.variables ?? {} })),
          cancelRemainingInstances: cancelRemainingInstances ?? false,
        }));
        await submit(runtime, call, task);
      },
    }),
    operation({
      id: 'createElementInstanceVariables',
      method: 'PUT',
      path: '/v2/element-instances/{elementInstanceKey}/variables',
      tag: 'Element instances',
      summary: 'Set variables',
      description:
        'In this scope with `local`, else each where it is found on the way outwards, and in the outermost scope where it is not.',
      params: { elementInstanceKey: key },
      body: body(newVariables),
      answer: nothing,
      refusals: ['NOT_FOUND'],
      isRepeatable: true,
      access: needs('PROCESS_DEFINITION', 'UPDATE_PROCESS_INSTANCE'),
      isLimitable: true,
      example: { body: { variables: { amount: 1_250 }, local: true } },
      run: async (call) => {
        const scopeKey = call.params.elementInstanceKey;
        const task = ownedTask('UPDATE', 'element_instances', scopeKey, call.caller, () => ({
          type: 'set-variables',
          scopeKey,
          variables: call.body.variables,
          local: call.body.local ?? false,
        }));
        await submit(runtime, call, task);
      },
    }),
  ];
};
