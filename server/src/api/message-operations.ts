import { z } from 'zod';
import { correlateMessage, publishMessage } from '../runtime/messages.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import type { Concerned } from '../runtime/task.ts';
import { keyText } from './answer.ts';
import { tenantId, text, variables } from './input.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { keyType, tenantType } from './operation/answer-types.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { submit } from './operation/submit.ts';
import { tenantOf } from './tenant-of.ts';
import { maxDurationMs, wholeNumber } from './whole-number.ts';

const message = {
  name: text().min(1),
  correlationKey: text().nullish(),
  variables: variables.nullish(),
  tenantId,
};
const publication = z.strictObject({
  ...message,
  timeToLive: wholeNumber(0, maxDurationMs).nullish(),
  messageId: text().nullish(),
});
const correlation = z.strictObject(message);

/** The resource is the message by its name, whomever it reaches: as in Camunda, who may send it is no question of processes. */
const itself = (name: string, tenant: string) => (): Promise<Concerned> =>
  Promise.resolve({ resource: 'MESSAGE', id: name, tenantId: tenant });

/** Messages: publish and correlate. */
export const messageOperations = (runtime: Runtime): readonly Operation[] => [
  operation({
    id: 'publishMessage',
    method: 'POST',
    path: '/v2/messages/publication',
    tag: 'Messages and signals',
    summary: 'Publish a message',
    description:
      'Goes to one waiting instance of each process, else it starts those that begin with it. What finds nobody is kept for its time to live, milliseconds. A message with the id of one that is kept under the same name and correlation key is refused.',
    body: body(publication),
    answer: json(z.strictObject({ messageKey: keyType, tenantId: tenantType })),
    refusals: ['ALREADY_EXISTS'],
    isRepeatable: true,
    isTenantAware: true,
    access: needs('MESSAGE', 'CREATE'),
    isLimitable: true,
    example: {
      body: { name: 'payment-received', correlationKey: 'order-17', timeToLive: 3_600_000, variables: { paid: true } },
      answer: { messageKey: '1000000109', tenantId: '<default>' },
    },
    run: async (call) => {
      const input = call.body;
      const tenant = tenantOf(call, input.tenantId);
      const messageKey = await submit(runtime, call, {
        name: 'publish-message',
        concerns: itself(input.name, tenant),
        run: (batch) =>
          publishMessage(batch, {
            tenantId: tenant,
            name: input.name,
            correlationKey: input.correlationKey ?? '',
            variables: input.variables ?? {},
            timeToLiveMs: input.timeToLive ?? 0,
            messageId: input.messageId == null || input.messageId === '' ? null : input.messageId,
          }),
      });
      return { messageKey: keyText(messageKey), tenantId: tenant };
    },
  }),
  operation({
    id: 'correlateMessage',
    method: 'POST',
    path: '/v2/messages/correlation',
    tag: 'Messages and signals',
    summary: 'Correlate a message and learn with which instance',
    description:
      'Goes to the first instance that waits for it or begins with it. Nothing is kept: without one it is refused.',
    body: body(correlation),
    answer: json(z.strictObject({ messageKey: keyType, processInstanceKey: keyType, tenantId: tenantType })),
    refusals: ['NOT_FOUND'],
    isRepeatable: true,
    isTenantAware: true,
    access: needs('MESSAGE', 'CREATE'),
    isLimitable: true,
    example: {
      body: { name: 'payment-received', correlationKey: 'order-17' },
      answer: { messageKey: '1000000109', processInstanceKey: '1000000101', tenantId: '<default>' },
    },
    run: async (call) => {
      const input = call.body;
      const tenant = tenantOf(call, input.tenantId);
      const { messageKey, processInstanceKey } = await submit(runtime, call, {
        name: 'correlate-message',
        concerns: itself(input.name, tenant),
        run: (batch) =>
          correlateMessage(batch, {
            tenantId: tenant,
            name: input.name,
            correlationKey: input.correlationKey ?? '',
            variables: input.variables ?? {},
          }),
      });
      return {
        messageKey: keyText(messageKey),
        processInstanceKey: keyText(processInstanceKey),
        tenantId: tenant,
      };
    },
  }),
];
