import { z } from 'zod';
import { deleteResourceTask } from '../runtime/deployment/delete-resource.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { keyText } from './answer.ts';
import { key, operationReference } from './input.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { keyType } from './operation/answer-types.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { submit } from './operation/submit.ts';

const deletion = z.strictObject({ operationReference, deleteHistory: z.boolean().nullish() });

/** Deployed files: take back. */
export const resourceOperations = (runtime: Runtime): readonly Operation[] => [
  operation({
    id: 'deleteResource',
    method: 'POST',
    path: '/v2/resources/{resourceKey}/deletion',
    tag: 'Deployments',
    summary: 'Take back a process, form, decision or file',
    description: 'What runs goes on; nothing new begins by it.',
    params: { resourceKey: key },
    body: body(deletion),
    answer: json(z.strictObject({ resourceKey: keyType, batchOperation: z.null() })),
    refusals: ['NOT_FOUND'],
    access: needs('RESOURCE', 'DELETE_RESOURCE'),
    example: { body: {}, answer: { resourceKey: '1000000003', batchOperation: null } },
    run: async (call) => {
      if (call.body.deleteHistory === true) {
        throw new Refusal(
          'INVALID_ARGUMENT',
          'Expected deleteHistory to be false: this version of Baton keeps the history of deleted processes.',
        );
      }
      const { resourceKey } = call.params;
      await submit(runtime, call, deleteResourceTask(resourceKey));
      return { resourceKey: keyText(resourceKey), batchOperation: null };
    },
  }),
];
