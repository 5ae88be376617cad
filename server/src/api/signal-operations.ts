import { z } from 'zod';
import { broadcastSignal } from '../runtime/signals.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
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

const signal = z.strictObject({ signalName: text().min(1), variables: variables.nullish(), tenantId });

/** Signals: broadcast. */
export const signalOperations = (runtime: Runtime): readonly Operation[] => [
  operation({
    id: 'broadcastSignal',
    method: 'POST',
    path: '/v2/signals/broadcast',
    tag: 'Messages and signals',
    summary: 'Broadcast a signal',
    description:
      'Reaches all who wait for it and starts all processes that begin with it. It succeeds when there are none.',
    body: body(signal),
    answer: json(z.strictObject({ signalKey: keyType, tenantId: tenantType })),
    isRepeatable: true,
    isTenantAware: true,
    access: needs('PROCESS_DEFINITION', 'UPDATE_PROCESS_INSTANCE'),
    example: {
      body: { signalName: 'prices-changed', variables: { from: '2030-02-01' } },
      answer: { signalKey: '1000000110', tenantId: '<default>' },
    },
    run: async (call) => {
      const { signalName, variables: given } = call.body;
      const tenant = tenantOf(call, call.body.tenantId);
      const signalKey = await submit(runtime, call, {
        name: 'broadcast-signal',
        tenantId: tenant,
        run: (batch) => broadcastSignal(batch, tenant, signalName, given ?? {}, null),
      });
      return { signalKey: keyText(signalKey), tenantId: tenant };
    },
  }),
];
