import { z } from 'zod';
import { findCallers } from '../store/searches/find-callers.ts';
import { findElementStatistics } from '../store/searches/element-statistics.ts';
import { findInstancesBelow } from '../store/searches/find-instances-below.ts';
import { incidentPlan } from '../store/searches/incident-plan.ts';
import type { ProcessInstanceRow } from '../store/tables/process-instances.ts';
import { instanceTask } from '../runtime/instance-commands.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { foundRow } from './found-row.ts';
import type { Permitted } from './found-row.ts';
import { keyText } from './answer.ts';
import { createInstanceOperation } from './create-instance-operation.ts';
import { elementStatisticsExample, elementStatisticsType } from './element-statistics-type.ts';
import { incidentExample, incidentType } from './incident-answer.ts';
import { incidentsWithin } from './incidents-within.ts';
import { key, operationReference, text } from './input.ts';
import { needs } from './operation/access.ts';
import { json, nothing } from './operation/answer-kinds.ts';
import { keyType, listOf, pageOf, tenantType } from './operation/answer-types.ts';
import { body, searchBody } from './operation/body-kinds.ts';
import { onePage } from './operation/examples.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { searchOperation } from './operation/search-operation.ts';
import { submit } from './operation/submit.ts';
import { processInstanceAnswer, processInstanceExample, processInstanceType } from './process-instance-answer.ts';
import { processInstanceReader } from './process-instance-reader.ts';
import { withinPermit } from './search/within-permit.ts';
import { takenFlows } from './taken-flows.ts';

const sequenceFlowType = z
  .strictObject({
    sequenceFlowId: z.string().describe('The key of the instance and the id of the flow, joined by an underscore.'),
    elementId: z.string(),
    processInstanceKey: keyType,
    rootProcessInstanceKey: keyType.nullable(),
    processDefinitionKey: keyType,
    processDefinitionId: z.string(),
    tenantId: tenantType,
  })
  .meta({ id: 'SequenceFlow' });

const callerType = z
  .strictObject({ processInstanceKey: keyType, processDefinitionKey: keyType, processDefinitionName: z.string() })
  .meta({ id: 'CallingProcessInstance' });

const params = { processInstanceKey: key };
const tag = 'Process instances';
const mayRead = needs('PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE');

/** Process instances: start, search, read, cancel, and what belongs to one. */
export const processInstanceOperations = (runtime: Runtime): readonly Operation[] => {
  const { database } = runtime;
  const find = (call: Permitted, instanceKey: number): Promise<ProcessInstanceRow> =>
    foundRow(call, database, 'process_instances', instanceKey);
  return [
    createInstanceOperation(runtime),
    searchOperation(database, {
      id: 'searchProcessInstances',
      path: '/v2/process-instances/search',
      tag,
      summary: 'Search process instances',
      reader: processInstanceReader,
      item: processInstanceType,
      answer: processInstanceAnswer,
      access: mayRead,
      example: {
        body: { filter: { processDefinitionId: 'invoice', variables: [{ name: 'amount', value: '1250' }] } },
        item: processInstanceExample,
      },
    }),
    operation({
      id: 'getProcessInstance',
      method: 'GET',
      path: '/v2/process-instances/{processInstanceKey}',
      tag,
      summary: 'Read a process instance',
      params,
      answer: json(processInstanceType),
      refusals: ['NOT_FOUND'],
      access: mayRead,
      isLimitable: true,
      example: { answer: processInstanceExample },
      run: async (call) => processInstanceAnswer(await find(call, call.params.processInstanceKey)),
    }),
    operation({
      id: 'cancelProcessInstance',
      method: 'POST',
      path: '/v2/process-instances/{processInstanceKey}/cancellation',
      tag,
      summary: 'Cancel a process instance',
      params,
      body: body(z.strictObject({ operationReference })),
      answer: nothing,
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      isRepeatable: true,
      access: needs('PROCESS_DEFINITION', 'CANCEL_PROCESS_INSTANCE'),
      isLimitable: true,
      example: { body: {} },
      run: async (call) => {
        const { processInstanceKey } = call.params;
        await submit(
          runtime,
          call,
          instanceTask('CANCEL', processInstanceKey, { type: 'cancel-instance' }, call.caller),
        );
      },
    }),
    operation({
      id: 'assignProcessInstanceBusinessId',
      method: 'POST',
      path: '/v2/process-instances/{processInstanceKey}/business-id-assignment',
      tag,
      summary: 'Give a running process instance its business id',
      description: 'Refused for one that has another business id already.',
      params,
      body: body(z.strictObject({ businessId: text(256).min(1) })),
      answer: nothing,
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      isRepeatable: true,
      access: needs('PROCESS_DEFINITION', 'UPDATE_PROCESS_INSTANCE'),
      isLimitable: true,
      example: { body: { businessId: 'INV-2030-17' } },
      run: async (call) => {
        const { processInstanceKey } = call.params;
        const command = { type: 'assign-business-id', businessId: call.body.businessId } as const;
        await submit(runtime, call, instanceTask('ASSIGN_BUSINESS_ID', processInstanceKey, command, call.caller));
      },
    }),
    operation({
      id: 'searchProcessInstanceIncidents',
      method: 'POST',
      path: '/v2/process-instances/{processInstanceKey}/incidents/search',
      tag,
      summary: 'Search the incidents of an instance and of those that it called',
      params,
      body: searchBody({ plan: incidentPlan }),
      answer: json(pageOf(incidentType)),
      refusals: ['NOT_FOUND'],
      access: mayRead,
      isLimitable: true,
      example: { body: {}, answer: onePage(incidentExample) },
      run: async (call) => {
        const { key: instanceKey, root_key: rootKey } = await find(call, call.params.processInstanceKey);
        const instances = await findInstancesBelow(database, [instanceKey], rootKey);
        const permitted = withinPermit(call.body, incidentPlan, call.permit);
        return incidentsWithin(database, permitted, { elements: [], instances });
      },
    }),
    operation({
      id: 'getProcessInstanceCallHierarchy',
      method: 'GET',
      path: '/v2/process-instances/{processInstanceKey}/call-hierarchy',
      tag,
      summary: 'List the instances that led to an instance by call activities',
      description: 'The outermost first; empty for an instance that nobody called.',
      params,
      answer: json(z.array(callerType)),
      refusals: ['NOT_FOUND'],
      access: mayRead,
      isLimitable: true,
      example: {
        answer: [
          { processInstanceKey: '1000000051', processDefinitionKey: '1000000002', processDefinitionName: 'Purchase' },
        ],
      },
      run: async (call) => {
        const callers = await findCallers(database, await find(call, call.params.processInstanceKey));
        const permitted = callers.filter((row) => call.permit.allows('PROCESS_DEFINITION', row.process_id));
        return permitted.map((row) => ({
          processInstanceKey: keyText(row.key),
          processDefinitionKey: keyText(row.definition_key),
          processDefinitionName: row.process_name ?? row.process_id,
        }));
      },
    }),
    operation({
      id: 'getProcessInstanceSequenceFlows',
      method: 'GET',
      path: '/v2/process-instances/{processInstanceKey}/sequence-flows',
      tag,
      summary: 'List the sequence flows that were taken',
      params,
      answer: json(listOf(sequenceFlowType)),
      refusals: ['NOT_FOUND'],
      access: mayRead,
      isLimitable: true,
      example: {
        answer: {
          items: [
            {
              sequenceFlowId: '1000000101_approved',
              elementId: 'approved',
              processInstanceKey: '1000000101',
              rootProcessInstanceKey: '1000000101',
              processDefinitionKey: '1000000003',
              processDefinitionId: 'invoice',
              tenantId: '<default>',
            },
          ],
        },
      },
      run: async (call) => {
        const row = await find(call, call.params.processInstanceKey);
        const flows = await takenFlows(database, row.key);
        return {
          items: [...flows.keys()].map((flowId) => ({
            sequenceFlowId: `${row.key}_${flowId}`,
            elementId: flowId,
            processInstanceKey: keyText(row.key),
            rootProcessInstanceKey: keyText(row.root_key),
            processDefinitionKey: keyText(row.definition_key),
            processDefinitionId: row.process_id,
            tenantId: row.tenant_id,
          })),
        };
      },
    }),
    operation({
      id: 'getProcessInstanceStatistics',
      method: 'GET',
      path: '/v2/process-instances/{processInstanceKey}/statistics/element-instances',
      tag,
      summary: 'Count the element instances of an instance by element',
      params,
      answer: json(listOf(elementStatisticsType)),
      refusals: ['NOT_FOUND'],
      access: mayRead,
      isLimitable: true,
      example: { answer: { items: [elementStatisticsExample] } },
      run: async (call) => {
        const { key: instanceKey } = await find(call, call.params.processInstanceKey);
        return { items: await findElementStatistics(database, { processInstanceKey: instanceKey }) };
      },
    }),
  ];
};
