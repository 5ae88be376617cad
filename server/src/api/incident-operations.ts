import { z } from 'zod';
import { incidentPlan } from '../store/searches/incident-plan.ts';
import type { IncidentRow } from '../store/tables/incidents.ts';
import { ownedTask } from '../runtime/instance-commands.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { incidentAnswer, incidentExample, incidentType } from './incident-answer.ts';
import { foundRow } from './found-row.ts';
import { key, operationReference } from './input.ts';
import { needs } from './operation/access.ts';
import { json, nothing } from './operation/answer-kinds.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { searchOperation } from './operation/search-operation.ts';
import { submit } from './operation/submit.ts';

const params = { incidentKey: key };

/** Incidents: search, read, resolve. */
export const incidentOperations = (runtime: Runtime): readonly Operation[] => {
  const { database } = runtime;
  return [
    searchOperation(database, {
      id: 'searchIncidents',
      path: '/v2/incidents/search',
      tag: 'Incidents',
      summary: 'Search incidents',
      reader: { plan: incidentPlan },
      item: incidentType,
      answer: incidentAnswer,
      access: needs('PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE'),
      example: { body: { filter: { state: 'ACTIVE' }, page: { limit: 20 } }, item: incidentExample },
    }),
    operation({
      id: 'getIncident',
      method: 'GET',
      path: '/v2/incidents/{incidentKey}',
      tag: 'Incidents',
      summary: 'Read an incident',
      params,
      answer: json(incidentType),
      refusals: ['NOT_FOUND'],
      access: needs('PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE'),
      isLimitable: true,
      example: { answer: incidentExample },
      run: async (call) => {
        const row = await foundRow<IncidentRow>(call, database, 'incidents', call.params.incidentKey);
        return incidentAnswer(row);
      },
    }),
    operation({
      id: 'resolveIncident',
      method: 'POST',
      path: '/v2/incidents/{incidentKey}/resolution',
      tag: 'Incidents',
      summary: 'Resolve an incident',
      description:
        'The instance tries again where it was stuck. A job that has no retries left must be given some before, else this is refused.',
      params,
      body: body(z.strictObject({ operationReference })),
      answer: nothing,
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      isRepeatable: true,
      access: needs('PROCESS_DEFINITION', 'UPDATE_PROCESS_INSTANCE'),
      isLimitable: true,
      example: { body: {} },
      run: async (call) => {
        const { incidentKey } = call.params;
        const task = ownedTask('RESOLVE', 'incidents', incidentKey, call.caller, (elementInstanceKey) => ({
          type: 'resolve-incident',
          elementInstanceKey,
          incidentKey,
        }));
        await submit(runtime, call, task);
      },
    }),
  ];
};
