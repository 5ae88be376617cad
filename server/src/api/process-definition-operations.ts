import type { Key } from '@baton/engine';
import { z } from 'zod';
import { findElementStatistics } from '../store/searches/element-statistics.ts';
import { findResource } from '../store/searches/find-resource.ts';
import { processDefinitionPlan } from '../store/searches/process-definition-plan.ts';
import { runSearch } from '../store/searches/run-search.ts';
import { variableNamePlan } from '../store/searches/variable-name-plan.ts';
import type { ProcessDefinitionRow } from '../store/tables/process-definitions.ts';
import type { Deployed } from '../runtime/definitions.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { elementStatisticsExample, elementStatisticsType } from './element-statistics-type.ts';
import { formExample, formType } from './form-answer.ts';
import { foundRow } from './found-row.ts';
import type { Permitted } from './found-row.ts';
import { key } from './input.ts';
import { needs } from './operation/access.ts';
import { file, json, jsonOrNothing, xmlFile } from './operation/answer-kinds.ts';
import { listOf, pageOf } from './operation/answer-types.ts';
import { filterBody, searchBody } from './operation/body-kinds.ts';
import { onePage } from './operation/examples.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { searchOperation } from './operation/search-operation.ts';
import {
  processDefinitionAnswer,
  processDefinitionExample,
  processDefinitionType,
} from './process-definition-answer.ts';
import { processInstanceReader } from './process-instance-reader.ts';
import { searchAnswer } from './search/read-search.ts';
import { withinPermit } from './search/within-permit.ts';
import { startForm } from './start-form.ts';

const variableNameType = z.strictObject({ name: z.string() }).meta({ id: 'VariableName' });

const params = { processDefinitionKey: key };

/** Deployed processes: search, read, source, start form, counts per element. */
export const processDefinitionOperations = (runtime: Runtime): readonly Operation[] => {
  const { database, definitions } = runtime;
  const notFound = (definitionKey: number): Refusal =>
    new Refusal('NOT_FOUND', `Process definition with key '${definitionKey}' not found`);
  const find = (call: Permitted, definitionKey: number): Promise<ProcessDefinitionRow> =>
    foundRow(call, database, 'process_definitions', definitionKey);
  const deployed = async (call: Permitted, definitionKey: Key): Promise<Deployed> => {
    await find(call, definitionKey);
    const found = await definitions.byKey(definitionKey);
    if (found === null) throw notFound(definitionKey);
    return found;
  };
  return [
    searchOperation(database, {
      id: 'searchProcessDefinitions',
      path: '/v2/process-definitions/search',
      tag: 'Process definitions',
      summary: 'Search deployed processes',
      reader: { plan: processDefinitionPlan },
      item: processDefinitionType,
      answer: processDefinitionAnswer,
      access: needs('PROCESS_DEFINITION', 'READ_PROCESS_DEFINITION'),
      example: { body: { filter: { isLatestVersion: true } }, item: processDefinitionExample },
    }),
    operation({
      id: 'getProcessDefinition',
      method: 'GET',
      path: '/v2/process-definitions/{processDefinitionKey}',
      tag: 'Process definitions',
      summary: 'Read a deployed process',
      params,
      answer: json(processDefinitionType),
      refusals: ['NOT_FOUND'],
      access: needs('PROCESS_DEFINITION', 'READ_PROCESS_DEFINITION'),
      isLimitable: true,
      example: { answer: processDefinitionExample },
      run: async (call) => processDefinitionAnswer(await find(call, call.params.processDefinitionKey)),
    }),
    operation({
      id: 'getProcessDefinitionXML',
      method: 'GET',
      path: '/v2/process-definitions/{processDefinitionKey}/xml',
      tag: 'Process definitions',
      summary: 'Read the BPMN file of a process as it was deployed',
      params,
      answer: file('text/xml'),
      refusals: ['NOT_FOUND'],
      access: needs('PROCESS_DEFINITION', 'READ_PROCESS_DEFINITION'),
      isLimitable: true,
      example: {},
      run: async (call) => {
        const row = await find(call, call.params.processDefinitionKey);
        const resource = await findResource(database, row.resource_key);
        if (resource === null) throw notFound(row.key);
        return xmlFile(resource.content);
      },
    }),
    operation({
      id: 'getStartProcessForm',
      method: 'GET',
      path: '/v2/process-definitions/{processDefinitionKey}/form',
      tag: 'Process definitions',
      summary: 'Read the start form of a process',
      params,
      answer: jsonOrNothing(formType),
      refusals: ['NOT_FOUND'],
      access: needs('PROCESS_DEFINITION', 'READ_PROCESS_DEFINITION'),
      isLimitable: true,
      example: { answer: formExample },
      run: async (call) => startForm(database, await deployed(call, call.params.processDefinitionKey)),
    }),
    operation({
      id: 'getProcessDefinitionStatistics',
      method: 'POST',
      path: '/v2/process-definitions/{processDefinitionKey}/statistics/element-instances',
      tag: 'Process definitions',
      summary: 'Count the element instances of a process by element',
      description: 'Of the instances that the filter finds; of all without one.',
      params,
      body: filterBody(processInstanceReader),
      answer: json(listOf(elementStatisticsType)),
      access: needs('PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE'),
      isLimitable: true,
      example: { body: { filter: { hasIncident: true } }, answer: { items: [elementStatisticsExample] } },
      run: async (call) => {
        const { processDefinitionKey } = call.params;
        if (!call.permit.isUnlimited) await find(call, processDefinitionKey);
        return { items: await findElementStatistics(database, { definitionKey: processDefinitionKey }, call.body) };
      },
    }),
    operation({
      id: 'searchProcessDefinitionVariableNames',
      method: 'POST',
      path: '/v2/process-definitions/{processDefinitionKey}/variable-names/search',
      tag: 'Process definitions',
      summary: 'Search the names of variables that instances of a process have or had',
      description: 'Of the 10,000 instances that started last.',
      params,
      body: searchBody({ plan: variableNamePlan(0) }),
      answer: json(pageOf(variableNameType)),
      access: needs('PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE'),
      isTenantAware: true,
      example: { body: { filter: { name: { $like: 'am*' } } }, answer: onePage({ name: 'amount' }) },
      run: async ({ params: { processDefinitionKey }, body, permit }) => {
        const plan = variableNamePlan(processDefinitionKey);
        return searchAnswer(await runSearch(database, plan, withinPermit(body, plan, permit)), ({ name }) => ({
          name,
        }));
      },
    }),
  ];
};
