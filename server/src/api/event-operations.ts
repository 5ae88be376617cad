import { z } from 'zod';
import type { Identity } from '../identity/identity.ts';
import { mayEverywhere } from '../identity/permit.ts';
import type { Principal } from '../identity/principal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { Refusal } from '../runtime/refusal.ts';
import { writeChanges } from './change-stream.ts';
import { needs } from './operation/access.ts';
import { events } from './operation/answer-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';

const description = `Begins with the event \`hello\`, which names the server and says whether it goes on where the client was (\`isResumed\`), then \`changed\` with the topics and the
keys of up to 200 process instances (to those who may see all of them). A client that comes back with the header \`Last-Event-ID\` (or \`lastEventId\`), at this server or at another one of the same
database, is told first what it missed. Where that is no longer known the event \`reload\` tells it to read again whatever it shows.`;

/** Server-sent events: tells after every commit what changed, and to those who come back what they missed. */
export const eventOperations = (
  runtime: Pick<Runtime, 'events' | 'clock'>,
  serverId: string,
  { authenticate }: Pick<Identity, 'authenticate'>,
): readonly Operation[] => [
  operation({
    id: 'watchChanges',
    method: 'GET',
    path: '/ext/events',
    tag: 'Events and history',
    summary: 'Be told after every commit what changed',
    description: description.replaceAll('\n', ' '),
    // For clients that open a new stream by themselves: they cannot set the header.
    query: { lastEventId: z.string().max(200).optional() },
    answer: events,
    access: 'signed-in',
    isTenantAware: true,
    isUnattended: true,
    example: {},
    run: (call, { request, response }) =>
      writeChanges(response, {
        ...runtime,
        serverId,
        lastEventId: call.header('last-event-id') ?? call.query.lastEventId ?? null,
        tenants: call.permit.tenants,
        mayTellAudit: mayEverywhere(call.permit.principal, [needs('AUDIT_LOG', 'READ')]),
        mayTellKeys: mayEverywhere(call.permit.principal, [needs('PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE')]),
        mayListen: async () => {
          try {
            return isKnown(await authenticate(request, false), call.permit.tenants);
          } catch (error) {
            // Trouble of the database says nothing about who listens.
            return !(error instanceof Refusal) || error.code !== 'UNAUTHORIZED';
          }
        },
      }),
  }),
];

/** Whether it is somebody, who sees the same tenants as before: a client whose stream ends comes back, and hears of those that it sees then. */
const isKnown = ({ type, grants, within }: Principal, tenants: readonly string[] | null): boolean =>
  grants === null || (type !== 'ANONYMOUS' && tenants?.toString() === within?.toString());
