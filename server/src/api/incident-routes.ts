import { Router } from 'express';
import { z } from 'zod';
import { findRow } from '../store/searches/find-row.ts';
import { incidentPlan } from '../store/searches/incident-plan.ts';
import { runSearch } from '../store/searches/run-search.ts';
import type { IncidentRow } from '../store/tables/incidents.ts';
import { ownedTask } from '../runtime/instance-commands.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { incidentAnswer } from './incident-answer.ts';
import { operationReference, pathKey, readBody } from './input.ts';
import { readSearch, searchAnswer } from './search/read-search.ts';
import { submit } from './submit.ts';

const resolution = z.strictObject({ operationReference });

/** Incidents: search, read, resolve. */
export const incidentRoutes = (runtime: Runtime): Router => {
  const { database } = runtime;
  const router = Router();

  router.post('/search', async (request, response) => {
    response.json(
      searchAnswer(
        await runSearch(database, incidentPlan, readSearch(request.body, { plan: incidentPlan })),
        incidentAnswer,
      ),
    );
  });

  router.get('/:incidentKey', async (request, response) => {
    const key = pathKey(request, 'incidentKey');
    const row = await findRow<IncidentRow>(database, 'incidents', key);
    if (row === null) throw new Refusal('NOT_FOUND', `Incident with key '${key}' not found`);
    response.json(incidentAnswer(row));
  });

  router.post('/:incidentKey/resolution', async (request, response) => {
    readBody(request, resolution);
    const incidentKey = pathKey(request, 'incidentKey');
    const task = ownedTask('RESOLVE', 'incidents', incidentKey, null, (elementInstanceKey) => ({
      type: 'resolve-incident',
      elementInstanceKey,
      incidentKey,
    }));
    await submit(runtime, request, task);
    response.status(204).end();
  });
  return router;
};
