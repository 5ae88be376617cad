import { z } from 'zod';
import { evaluateConditionsTask } from '../runtime/conditional-starts.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { keyText } from './answer.ts';
import { key, tenantId, variables } from './input.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { keyType, tenantType } from './operation/answer-types.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { submit } from './operation/submit.ts';
import { tenantOf } from './tenant-of.ts';

const evaluation = z.strictObject({ variables, processDefinitionKey: key.nullish(), tenantId });

/** Conditional start events: they are asked with variables, and every one whose condition holds starts its process. */
export const conditionalOperations = (runtime: Runtime): readonly Operation[] => [
  operation({
    id: 'evaluateConditionals',
    method: 'POST',
    path: '/v2/conditionals/evaluation',
    tag: 'Messages and signals',
    summary: 'Start processes by the conditions of their start events',
    description: 'Every conditional start event whose condition holds with these variables starts its process.',
    body: body(evaluation),
    answer: json(
      z.strictObject({
        conditionalEvaluationKey: keyType,
        tenantId: tenantType,
        processInstances: z.array(z.strictObject({ processDefinitionKey: keyType, processInstanceKey: keyType })),
      }),
    ),
    refusals: ['NOT_FOUND'],
    isRepeatable: true,
    isTenantAware: true,
    access: needs('PROCESS_DEFINITION', 'CREATE_PROCESS_INSTANCE'),
    example: {
      body: { variables: { stock: 3 } },
      answer: {
        conditionalEvaluationKey: '1000000108',
        tenantId: '<default>',
        processInstances: [{ processDefinitionKey: '1000000003', processInstanceKey: '1000000101' }],
      },
    },
    run: async (call) => {
      const { variables: given, processDefinitionKey } = call.body;
      const tenant = tenantOf(call, call.body.tenantId);
      const answer = await submit(runtime, call, evaluateConditionsTask(tenant, given, processDefinitionKey ?? null));
      return {
        conditionalEvaluationKey: keyText(answer.evaluationKey),
        tenantId: tenant,
        processInstances: answer.started.map((each) => ({
          processDefinitionKey: keyText(each.definitionKey),
          processInstanceKey: keyText(each.processInstanceKey),
        })),
      };
    },
  }),
];
