import { Router } from 'express';
import { z } from 'zod';
import { correlateMessage, publishMessage } from '../runtime/messages.ts';
import { broadcastSignal } from '../runtime/signals.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { keyText, tenantId as theTenant } from './answer.ts';
import { readBody, tenantId, text, variables } from './input.ts';
import { submit } from './submit.ts';
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
const signal = z.strictObject({ signalName: text().min(1), variables: variables.nullish(), tenantId });

/** Messages: publish and correlate. */
export const messageRoutes = (runtime: Runtime): Router => {
  const router = Router();

  router.post('/publication', async (request, response) => {
    const input = readBody(request, publication);
    const messageKey = await submit(runtime, request, {
      name: 'publish-message',
      run: (batch) =>
        publishMessage(batch, {
          name: input.name,
          correlationKey: input.correlationKey ?? '',
          variables: input.variables ?? {},
          timeToLiveMs: input.timeToLive ?? 0,
          messageId: input.messageId == null || input.messageId === '' ? null : input.messageId,
        }),
    });
    response.json({ messageKey: keyText(messageKey), tenantId: theTenant });
  });

  router.post('/correlation', async (request, response) => {
    const input = readBody(request, correlation);
    const { messageKey, processInstanceKey } = await submit(runtime, request, {
      name: 'correlate-message',
      run: (batch) =>
        correlateMessage(batch, {
          name: input.name,
          correlationKey: input.correlationKey ?? '',
          variables: input.variables ?? {},
        }),
    });
    response.json({
      messageKey: keyText(messageKey),
      processInstanceKey: keyText(processInstanceKey),
      tenantId: theTenant,
    });
  });
  return router;
};

/** Signals: broadcast. */
export const signalRoutes = (runtime: Runtime): Router => {
  const router = Router();
  router.post('/broadcast', async (request, response) => {
    const input = readBody(request, signal);
    const signalKey = await submit(runtime, request, {
      name: 'broadcast-signal',
      run: (batch) => broadcastSignal(batch, input.signalName, input.variables ?? {}, null),
    });
    response.json({ signalKey: keyText(signalKey), tenantId: theTenant });
  });
  return router;
};
