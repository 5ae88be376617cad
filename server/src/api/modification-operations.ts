import { z } from 'zod';
import type { Runtime } from '../runtime/create-runtime.ts';
import { processInstancePlan } from '../store/searches/process-instance-plan.ts';
import { instanceTask } from '../runtime/instance-commands.ts';
import { begunExample, begunType } from './batch-operation-answer.ts';
import { beginBatchOperation, later } from './begin-batch-operation.ts';
import { key, operationReference } from './input.ts';
import { batchModificationOf, batchMoves, modificationInput, modificationOf } from './modification-input.ts';
import { needs } from './operation/access.ts';
import { json, nothing } from './operation/answer-kinds.ts';
import { body, requiredFilterBody } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { submit } from './operation/submit.ts';
import { processInstanceReader } from './process-instance-reader.ts';

const tag = 'Process instances';
const access = needs('PROCESS_DEFINITION', 'MODIFY_PROCESS_INSTANCE');

/** Where running instances are is changed by hand: elements begin, move and end. */
export const modificationOperations = (runtime: Runtime): readonly Operation[] => [
  operation({
    id: 'modifyProcessInstance',
    method: 'POST',
    path: '/v2/process-instances/{processInstanceKey}/modification',
    tag,
    summary: 'Begin, move and end elements of a running instance',
    description:
      'All of it is done, or nothing; a refusal tells everything that is wrong. Scopes that are missing around an element are made, without their start event; scopes in which nothing is left end, and so does the instance.',
    params: { processInstanceKey: key },
    body: body(modificationInput),
    answer: nothing,
    refusals: ['NOT_FOUND', 'INVALID_STATE'],
    isRepeatable: true,
    access,
    isLimitable: true,
    example: {
      body: {
        activateInstructions: [
          {
            elementId: 'check-invoice',
            variableInstructions: [{ variables: { checkedBefore: false }, scopeId: 'check-invoice' }],
          },
        ],
        moveInstructions: [
          {
            sourceElementInstruction: { sourceType: 'byId', sourceElementId: 'book-invoice' },
            targetElementId: 'file-invoice',
            ancestorScopeInstruction: { ancestorScopeType: 'inferred' },
          },
        ],
        terminateInstructions: [{ elementInstanceKey: '1000000117' }],
      },
    },
    run: async (call) => {
      const command = { type: 'modify-instance', ...modificationOf(call.body) } as const;
      await submit(runtime, call, instanceTask('MODIFY', call.params.processInstanceKey, command, call.caller));
    },
  }),
  operation({
    id: 'modifyProcessInstancesBatchOperation',
    method: 'POST',
    path: '/v2/process-instances/modification',
    tag,
    summary: 'Move elements of the process instances that a filter finds',
    description: `${later} In each instance all that is active of a source moves; an instance with none of them is skipped.`,
    body: requiredFilterBody(
      processInstanceReader,
      z.strictObject({ moveInstructions: batchMoves, operationReference }),
    ),
    answer: json(begunType),
    isRepeatable: true,
    access,
    isLimitable: true,
    example: {
      body: {
        filter: { processDefinitionId: 'invoice', elementId: 'book-invoice' },
        moveInstructions: [{ sourceElementId: 'book-invoice', targetElementId: 'file-invoice' }],
      },
      answer: begunExample('MODIFY_PROCESS_INSTANCE'),
    },
    run: (call) =>
      beginBatchOperation(
        runtime,
        call,
        processInstancePlan,
        'MODIFY_PROCESS_INSTANCE',
        call.body.filter,
        batchModificationOf(call.body.rest.moveInstructions),
      ),
  }),
];
