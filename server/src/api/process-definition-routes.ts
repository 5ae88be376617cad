import type { Key } from '@baton/engine';
import { Router } from 'express';
import { findForm } from '../store/searches/find-form.ts';
import { findElementStatistics } from '../store/searches/element-statistics.ts';
import { findResource } from '../store/searches/find-resource.ts';
import { findRow } from '../store/searches/find-row.ts';
import { processDefinitionPlan } from '../store/searches/process-definition-plan.ts';
import { runSearch } from '../store/searches/run-search.ts';
import type { ProcessDefinitionRow } from '../store/tables/process-definitions.ts';
import type { Deployed } from '../runtime/definitions.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { keyText, tenantId } from './answer.ts';
import { embeddedForm, formAnswer } from './form-answer.ts';
import { pathKey } from './input.ts';
import { processInstanceReader } from './process-instance-reader.ts';
import { readFilter, readSearch, searchAnswer } from './search/read-search.ts';

const item = (row: ProcessDefinitionRow) => ({
  processDefinitionKey: keyText(row.key),
  processDefinitionId: row.process_id,
  name: row.name,
  resourceName: row.resource_name,
  version: row.version,
  versionTag: row.version_tag,
  tenantId,
  hasStartForm: row.start_form_id !== null,
  state: row.deleted === 1 ? 'DELETED' : 'ACTIVE',
});

/** Deployed processes: search, read, source, start form, counts per element. */
export const processDefinitionRoutes = (runtime: Runtime): Router => {
  const { database, definitions } = runtime;
  const router = Router();
  const deployed = async (key: Key): Promise<Deployed> => {
    const found = await definitions.byKey(key);
    if (found === null) throw new Refusal('NOT_FOUND', `Process definition with key '${key}' not found`);
    return found;
  };

  router.post('/search', async (request, response) => {
    const result = await runSearch(
      database,
      processDefinitionPlan,
      readSearch(request.body, { plan: processDefinitionPlan }),
    );
    response.json(searchAnswer(result, item));
  });

  router.get('/:processDefinitionKey', async (request, response) => {
    const key = pathKey(request, 'processDefinitionKey');
    const row = await findRow<ProcessDefinitionRow>(database, 'process_definitions', key);
    if (row === null) throw new Refusal('NOT_FOUND', `Process definition with key '${key}' not found`);
    response.json(item(row));
  });

  router.get('/:processDefinitionKey/xml', async (request, response) => {
    const key = pathKey(request, 'processDefinitionKey');
    const row = await findRow<ProcessDefinitionRow>(database, 'process_definitions', key);
    const resource = row === null ? null : await findResource(database, row.resource_key);
    if (resource === null) throw new Refusal('NOT_FOUND', `Process definition with key '${key}' not found`);
    response.type('text/xml').send(resource.content);
  });

  router.get('/:processDefinitionKey/form', async (request, response) => {
    const { row, definition } = await deployed(pathKey(request, 'processDefinitionKey'));
    const start = definition.startForm;
    if (start === null) return void response.status(204).end();
    if (start.formId === null) {
      if (start.embeddedForm === null) return void response.status(204).end();
      return void response.json(embeddedForm(row.key, start.embeddedForm));
    }
    const reference = {
      formId: start.formId,
      binding: start.formBinding,
      versionTag: start.formVersionTag,
      deploymentKey: row.deployment_key,
    };
    const form = await findForm(database, reference);
    if (form === null) return void response.status(204).end();
    response.json(await formAnswer(database, form));
  });

  router.post('/:processDefinitionKey/statistics/element-instances', async (request, response) => {
    const key = pathKey(request, 'processDefinitionKey');
    const body = (request.body ?? {}) as { filter?: unknown };
    const filter =
      body.filter === undefined || body.filter === null ? null : readFilter(body.filter, processInstanceReader);
    const statistics = await findElementStatistics(database, { definitionKey: key }, filter);
    response.json({ items: statistics });
  });
  return router;
};
