import { Router } from 'express';
import { z } from 'zod';
import { findForm } from '../store/searches/find-form.ts';
import { findRow } from '../store/searches/find-row.ts';
import { readOverview } from '../store/searches/overview.ts';
import { readJournal } from '../store/searches/read-journal.ts';
import type { ProcessInstanceRow } from '../store/tables/process-instances.ts';
import { prepareResource } from '../runtime/deployment/prepare-resource.ts';
import { unknownCalls } from '../runtime/deployment/unknown-calls.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { dateText, stored } from './answer.ts';
import { bulkCompletionHandler } from './bulk-completion-handler.ts';
import { bulkStartHandler } from './bulk-start-handler.ts';
import { draftRoutes } from './draft-routes.ts';
import { eventsRoute } from './events-route.ts';
import { formAnswer } from './form-answer.ts';
import type { Example } from './example-routes.ts';
import { exampleRoutes } from './example-routes.ts';
import { pathKey, readBody, text } from './input.ts';
import { instancePath } from './instance-path.ts';
import { publicRecord } from './public-record.ts';
import type { ServerInfo } from './server-info.ts';

const validation = z.strictObject({ resourceName: text(500).min(1), content: text(4 * 1024 * 1024) });

const queryNumber = (value: unknown, name: string, standard: number, max: number): number => {
  if (value === undefined) return standard;
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : NaN;
  if (Number.isNaN(number) || number > max)
    throw new Refusal(
      'INVALID_ARGUMENT',
      `Expected ${name} to be an integer up to ${max}, found ${JSON.stringify(value)}.`,
    );
  return number;
};

/** Everything that the web app needs and the Camunda 8 API has no place for. */
export const extRoutes = (runtime: Runtime, info: ServerInfo, examples: readonly Example[]): Router => {
  const { database, clock } = runtime;
  const router = Router();
  router.get('/events', eventsRoute(runtime.events, info.serverId));
  router.use('/drafts', draftRoutes(runtime));
  router.use('/examples', exampleRoutes(runtime, examples));

  router.post('/process-instances', bulkStartHandler(runtime));
  router.post('/jobs/completion', bulkCompletionHandler(runtime));

  router.get('/forms/:formId', async (request, response) => {
    const { formId } = request.params;
    const form = await findForm(database, { formId, binding: 'latest', versionTag: null, deploymentKey: 0 });
    if (form === null) throw new Refusal('NOT_FOUND', `No form with the id '${formId}' is deployed`);
    response.json(await formAnswer(database, form));
  });

  router.get('/info', (_request, response) => {
    response.json({
      name: 'Baton',
      version: info.version,
      database: info.database,
      environment: info.environment,
      nowMs: clock.nowMs(),
    });
  });

  router.post('/validation', async (request, response) => {
    const { resourceName, content } = readBody(request, validation);
    const { resource, problems } = await prepareResource(
      { name: resourceName, content: Buffer.from(content, 'utf8') },
      clock.nowMs(),
      runtime,
    );
    const calls = resource === null ? [] : await unknownCalls(runtime, resource);
    response.json({
      valid: !problems.some((problem) => problem.severity === 'error'),
      problems: [...problems, ...calls],
    });
  });

  router.get('/process-instances/:processInstanceKey/path', async (request, response) => {
    const { key } = await instance(pathKey(request, 'processInstanceKey'));
    response.json(await instancePath(database, key));
  });

  router.get('/process-instances/:processInstanceKey/journal', async (request, response) => {
    const { key, revision } = await instance(pathKey(request, 'processInstanceKey'));
    const after = queryNumber(request.query['after'], 'after', 0, Number.MAX_SAFE_INTEGER);
    const limit = Math.max(1, queryNumber(request.query['limit'], 'limit', 200, 1_000));
    const entries = await readJournal(database, key, after, limit);
    response.json({
      items: entries.map((entry) => ({
        seq: entry.seq,
        at: dateText(entry.at_ms),
        command: publicRecord(stored(entry.command)),
        records: publicRecord(stored(entry.records)),
      })),
      lastSeq: revision,
    });
  });

  router.get('/overview', async (request, response) => {
    const { assignee } = request.query;
    const counts = await readOverview(
      database,
      clock.nowMs(),
      typeof assignee === 'string' && assignee !== '' ? assignee : null,
    );
    response.json({
      processInstances: { active: counts.active, withIncident: counts.withIncident, completed: counts.completed },
      incidents: counts.incidents,
      userTasks: { open: counts.openTasks, unassigned: counts.unassigned, mine: counts.mine, overdue: counts.overdue },
      jobs: { open: counts.openJobs },
      processDefinitions: counts.processDefinitions,
    });
  });

  const instance = async (key: number): Promise<ProcessInstanceRow> => {
    const row = await findRow<ProcessInstanceRow>(database, 'process_instances', key);
    if (row === null) throw new Refusal('NOT_FOUND', `Process Instance with key '${key}' not found`);
    return row;
  };
  return router;
};
