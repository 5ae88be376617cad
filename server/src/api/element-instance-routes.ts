import { Router } from 'express';
import { z } from 'zod';
import { elementInstancePlan } from '../store/searches/element-instance-plan.ts';
import { findRow } from '../store/searches/find-row.ts';
import { runSearch } from '../store/searches/run-search.ts';
import type { ElementInstanceRow } from '../store/tables/element-instances.ts';
import { ownedTask } from '../runtime/instance-commands.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { dateText, dateTextOrNull, keyText, keyTextOrNull, tenantId } from './answer.ts';
import { operationReference, pathKey, readBody, text, variables } from './input.ts';
import { readSearch, searchAnswer } from './search/read-search.ts';
import { submit } from './submit.ts';

const item = (row: ElementInstanceRow) => ({
  elementInstanceKey: keyText(row.key),
  processInstanceKey: keyText(row.process_instance_key),
  rootProcessInstanceKey: keyText(row.root_key),
  processDefinitionKey: keyText(row.definition_key),
  processDefinitionId: row.process_id,
  elementId: row.element_id,
  elementName: row.element_name ?? row.element_id,
  type: row.element_type,
  state: row.end_ms === null ? 'ACTIVE' : row.state,
  startDate: dateText(row.start_ms),
  endDate: dateTextOrNull(row.end_ms),
  hasIncident: row.incident_key !== null,
  incidentKey: keyTextOrNull(row.incident_key),
  tenantId,
});

const activationBody = z.strictObject({
  elements: z
    .array(z.strictObject({ elementId: text().min(1), variables: variables.nullish() }))
    .min(1)
    .max(1_000),
  cancelRemainingInstances: z.boolean().nullish(),
});
const variablesBody = z.strictObject({ variables, local: z.boolean().nullish(), operationReference });

/** Element instances: search, read, set variables, begin activities of ad-hoc sub-processes. */
export const elementInstanceRoutes = (runtime: Runtime): Router => {
  const { database } = runtime;
  const router = Router();

  router.post('/search', async (request, response) => {
    const result = await runSearch(
      database,
      elementInstancePlan,
      readSearch(request.body, { plan: elementInstancePlan }),
    );
    response.json(searchAnswer(result, item));
  });

  router.get('/:elementInstanceKey', async (request, response) => {
    const key = pathKey(request, 'elementInstanceKey');
    const row = await findRow<ElementInstanceRow>(database, 'element_instances', key);
    if (row === null) throw new Refusal('NOT_FOUND', `Element Instance with key '${key}' not found`);
    response.json(item(row));
  });

  router.post('/ad-hoc-activities/:adHocSubProcessInstanceKey/activation', async (request, response) => {
    const input = readBody(request, activationBody);
    const key = pathKey(request, 'adHocSubProcessInstanceKey');
    const task = ownedTask('ACTIVATE', 'element_instances', key, null, () => ({
      type: 'activate-ad-hoc-activities',
      elementInstanceKey: key,
      activations: input.elements.map((each) => ({ elementId: each.elementId, variables: each.variables ?? {} })),
      cancelRemainingInstances: input.cancelRemainingInstances ?? false,
    }));
    await submit(runtime, request, task);
    response.status(204).end();
  });

  router.put('/:elementInstanceKey/variables', async (request, response) => {
    const input = readBody(request, variablesBody);
    const key = pathKey(request, 'elementInstanceKey');
    const task = ownedTask('UPDATE', 'element_instances', key, null, () => ({
      type: 'set-variables',
      scopeKey: key,
      variables: input.variables,
      local: input.local ?? false,
    }));
    await submit(runtime, request, task);
    response.status(204).end();
  });
  return router;
};
