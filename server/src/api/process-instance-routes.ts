import { Router } from 'express';
import { z } from 'zod';
import { findElementStatistics } from '../store/searches/element-statistics.ts';
import { findInstancesBelow } from '../store/searches/find-instances-below.ts';
import { findRow } from '../store/searches/find-row.ts';
import { incidentPlan } from '../store/searches/incident-plan.ts';
import { processInstancePlan } from '../store/searches/process-instance-plan.ts';
import { runSearch } from '../store/searches/run-search.ts';
import type { Condition } from '../store/searches/search-plan.ts';
import type { ProcessInstanceRow } from '../store/tables/process-instances.ts';
import { instanceTask } from '../runtime/instance-commands.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { dateText, dateTextOrNull, keyText, keyTextOrNull, stored, tenantId } from './answer.ts';
import { createInstanceHandler } from './create-instance-handler.ts';
import { incidentAnswer } from './incident-answer.ts';
import { operationReference, pathKey, readBody } from './input.ts';
import { processInstanceReader } from './process-instance-reader.ts';
import { readSearch, searchAnswer } from './search/read-search.ts';
import { submit } from './submit.ts';
import { takenFlows } from './taken-flows.ts';

const item = (row: ProcessInstanceRow) => ({
  processInstanceKey: keyText(row.key),
  processDefinitionKey: keyText(row.definition_key),
  processDefinitionId: row.process_id,
  processDefinitionName: row.process_name,
  processDefinitionVersion: row.version,
  processDefinitionVersionTag: row.version_tag,
  parentProcessInstanceKey: keyTextOrNull(row.parent_instance_key),
  parentElementInstanceKey: keyTextOrNull(row.parent_element_key),
  rootProcessInstanceKey: keyText(row.root_key),
  startDate: dateText(row.start_ms),
  endDate: dateTextOrNull(row.end_ms),
  state: row.status,
  hasIncident: row.incident_count > 0,
  businessId: row.business_id,
  tags: stored<string[]>(row.tags),
  tenantId,
});

const cancelBody = z.strictObject({ operationReference });

/** Process instances: start, search, read, cancel, and what belongs to one. */
export const processInstanceRoutes = (runtime: Runtime): Router => {
  const { database } = runtime;
  const router = Router();
  const find = async (key: number): Promise<ProcessInstanceRow> => {
    const row = await findRow<ProcessInstanceRow>(database, 'process_instances', key);
    if (row === null) throw new Refusal('NOT_FOUND', `Process Instance with key '${key}' not found`);
    return row;
  };

  router.post('/', createInstanceHandler(runtime));

  router.post('/search', async (request, response) => {
    response.json(
      searchAnswer(
        await runSearch(database, processInstancePlan, readSearch(request.body, processInstanceReader)),
        item,
      ),
    );
  });

  router.get('/:processInstanceKey', async (request, response) => {
    response.json(item(await find(pathKey(request, 'processInstanceKey'))));
  });

  router.post('/:processInstanceKey/cancellation', async (request, response) => {
    readBody(request, cancelBody);
    await submit(
      runtime,
      request,
      instanceTask('CANCEL', pathKey(request, 'processInstanceKey'), { type: 'cancel-instance' }, null),
    );
    response.status(204).end();
  });

  router.post('/:processInstanceKey/incidents/search', async (request, response) => {
    const row = await find(pathKey(request, 'processInstanceKey'));
    const search = readSearch(request.body, { plan: incidentPlan });
    // Those of called instances too.
    const below = await findInstancesBelow(database, row.key, row.root_key);
    const within: Condition = {
      field: { kind: 'key', column: 'n.process_instance_key' },
      operator: 'in',
      value: below,
    };
    const filter = { ...search.filter, conditions: [...search.filter.conditions, within] };
    response.json(searchAnswer(await runSearch(database, incidentPlan, { ...search, filter }), incidentAnswer));
  });

  router.get('/:processInstanceKey/sequence-flows', async (request, response) => {
    const row = await find(pathKey(request, 'processInstanceKey'));
    const flows = await takenFlows(database, row.key);
    response.json({
      items: [...flows.keys()].map((flowId) => ({
        sequenceFlowId: `${row.key}_${flowId}`,
        elementId: flowId,
        processInstanceKey: keyText(row.key),
        rootProcessInstanceKey: keyText(row.root_key),
        processDefinitionKey: keyText(row.definition_key),
        processDefinitionId: row.process_id,
        tenantId,
      })),
    });
  });

  router.get('/:processInstanceKey/statistics/element-instances', async (request, response) => {
    const { key } = await find(pathKey(request, 'processInstanceKey'));
    response.json({ items: await findElementStatistics(database, { processInstanceKey: key }) });
  });
  return router;
};
