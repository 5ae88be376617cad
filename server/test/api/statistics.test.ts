import {
  boundary,
  callActivity,
  catching,
  end,
  eventBased,
  model,
  serviceTask,
  start,
  subProcess,
  userTask,
} from '@baton/fixtures/build-model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWords } from '../api-words.ts';
import { dialects } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';
import { readAllPages } from './read-all-pages.ts';

const file = (name: string, text: string) => ({ name: `${name}.bpmn`, content: Buffer.from(text) });

const order = file(
  'order',
  model(
    'order',
    [start('s'), catching('paid', { message: 'payment', key: '=orderId' }), end('e')],
    ['s > paid', 'paid > e'],
  ),
);
const byMessage = file(
  'by-message',
  model(
    'by-message',
    [start('ordered', { message: 'ordered' }), userTask('check'), end('e')],
    ['ordered > check', 'check > e'],
  ),
);
const inner = file('inner', model('inner', [start('s'), serviceTask('pack'), end('e')], ['s > pack', 'pack > e']));
const outer = file(
  'outer',
  model(
    'outer',
    [
      start('s'),
      subProcess('sub', [start('is'), callActivity('call', 'inner'), end('ie')], ['is > call', 'call > ie']),
      serviceTask('ship'),
      end('e'),
    ],
    ['s > sub', 'sub > ship', 'ship > e'],
  ),
);
const waiting = file(
  'waiting',
  model(
    'waiting',
    [
      start('s'),
      userTask('ask'),
      boundary('late', 'ask', { timer: 'timeDuration', value: 'PT1H' }),
      eventBased('which'),
      catching('rung', { signal: 'bell' }),
      catching('time', { timer: 'timeDuration', value: 'PT2H' }),
      catching('true', { condition: '=done' }),
      end('e'),
    ],
    ['s > ask', 'ask > which', 'late > e', 'which > rung', 'which > time', 'rung > true', 'true > e', 'time > e'],
  ),
);

describe.each(dialects)('what is counted and what waits on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
    await server.deploy(order, byMessage, inner, outer, waiting);
  });
  afterAll(() => server.close());
  const { start: begin, activate } = apiWords(() => server);
  const find = async (path: string, body: object = {}) => {
    const answer = await server.post(path, body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body.items;
  };

  it('should find who waits for a message, and whom one reached', async () => {
    const keys: string[] = [];
    for (let n = 0; n < 7; n += 1) keys.push(await begin('order', { orderId: `o-${n % 4}` }));
    const open = '/v2/message-subscriptions/search';
    const all = await readAllPages(server, open, { sort: [{ field: 'correlationKey', order: 'DESC' }] }, 3);
    expect(all.map((each) => each.correlationKey)).toEqual(['o-3', 'o-2', 'o-2', 'o-1', 'o-1', 'o-0', 'o-0']);
    await readAllPages(server, open, { sort: [{ field: 'messageSubscriptionState' }] }, 2);
    expect(await readAllPages(server, open, {}, 3)).toMatchObject(keys.map((key) => ({ processInstanceKey: key })));
    expect(all[0]).toMatchObject({
      elementId: 'paid',
      messageName: 'payment',
      messageSubscriptionState: 'CREATED',
      processInstanceKey: keys[3],
      rootProcessInstanceKey: keys[3],
    });
    expect(Math.abs(Date.parse(all[0].lastUpdatedDate) - Date.now())).toBeLessThan(60_000);
    const { processDefinitionKey } = all[0];
    expect(
      await find(open, { filter: { correlationKey: { $like: 'o-?' }, processInstanceKey: keys[1] } }),
    ).toHaveLength(1);
    expect(await find(open, { filter: { messageSubscriptionState: 'CORRELATED' } })).toEqual([]);
    expect(await find('/v2/process-definitions/statistics/message-subscriptions')).toEqual([
      {
        processDefinitionId: 'order',
        processDefinitionKey,
        tenantId: '<default>',
        processInstancesWithActiveSubscriptions: 7,
        activeSubscriptions: 7,
      },
    ]);
    const counted = { filter: { correlationKey: 'o-0', elementId: 'paid' } };
    const [few] = await find('/v2/process-definitions/statistics/message-subscriptions', counted);
    expect(few.activeSubscriptions).toBe(2);

    const { messageKey } = (await server.post('/v2/messages/correlation', { name: 'payment', correlationKey: 'o-1' }))
      .body;
    for (const correlationKey of ['o-0', 'o-2', 'o-3', 'o-2'])
      await server.post('/v2/messages/publication', { name: 'payment', correlationKey });
    await server.post('/v2/messages/publication', { name: 'ordered', correlationKey: 'n-1' });
    const reached = '/v2/correlated-message-subscriptions/search';
    const got = await readAllPages(server, reached, {}, 2);
    expect(got).toHaveLength(6);
    await readAllPages(
      server,
      reached,
      { sort: [{ field: 'partitionId' }, { field: 'messageName', order: 'DESC' }] },
      2,
    );
    expect(await find(reached, { filter: { messageKey } })).toMatchObject([
      {
        messageKey,
        correlationKey: 'o-1',
        elementId: 'paid',
        messageName: 'payment',
        partitionId: 1,
        processInstanceKey: keys[1],
        processDefinitionKey,
        subscriptionKey: all.find((each) => each.processInstanceKey === keys[1]).messageSubscriptionKey,
      },
    ]);
    expect(await find(reached, { filter: { messageName: 'ordered' } })).toMatchObject([
      { elementId: 'ordered', elementInstanceKey: null, processDefinitionId: 'by-message', correlationKey: 'n-1' },
    ]);
    // What is known of an instance goes with it.
    expect((await server.post(`/v2/process-instances/${keys[1]}/deletion`)).status).toBeLessThan(300);
    await expect.poll(() => find(reached, { filter: { messageKey } })).toEqual([]);
    expect((await find(open)).map((each: { correlationKey: string }) => each.correlationKey)).toEqual(['o-0', 'o-1']);
  });

  it('should find the incidents of an element and of all below it, and count them', async () => {
    const key = await begin('outer');
    const other = await begin('inner');
    for (const { jobKey } of await activate('pack'))
      await server.post(`/v2/jobs/${jobKey}/failure`, { retries: 0, errorMessage: 'no boxes' });
    const [sub] = await find('/v2/element-instances/search', { filter: { processInstanceKey: key, elementId: 'sub' } });
    const [ofOther] = await find('/v2/element-instances/search', {
      filter: { processInstanceKey: other, elementId: 'pack' },
    });
    const below = (elementKey: string, body: object = {}) =>
      find(`/v2/element-instances/${elementKey}/incidents/search`, body);
    const [incident, ...more] = await below(sub.elementInstanceKey);
    expect(more).toEqual([]);
    expect(incident).toMatchObject({ elementId: 'pack', rootProcessInstanceKey: key, errorMessage: 'no boxes' });
    expect(await below(key)).toEqual([incident]);
    expect(await below(ofOther.elementInstanceKey)).toMatchObject([{ processInstanceKey: other }]);
    expect(await below(sub.elementInstanceKey, { filter: { state: 'RESOLVED' } })).toEqual([]);
    expect((await server.post('/v2/element-instances/1/incidents/search', {})).status).toBe(404);

    const third = await begin('outer');
    const [job] = await activate('pack');
    await server.post(`/v2/jobs/${job.jobKey}/failure`, { retries: 0, errorMessage: 'no tape' });
    const errors = await readAllPages(server, '/v2/incidents/statistics/process-instances-by-error', {}, 1);
    expect(errors).toMatchObject([
      { errorMessage: 'no boxes', activeInstancesWithErrorCount: 2 },
      { errorMessage: 'no tape', activeInstancesWithErrorCount: 1 },
    ]);
    const { errorHashCode } = errors[0];
    const byDefinition = '/v2/incidents/statistics/process-instances-by-definition';
    expect(await find(byDefinition, { filter: { errorHashCode } })).toMatchObject([
      { processDefinitionId: 'inner', processDefinitionVersion: 1, activeInstancesWithErrorCount: 2 },
    ]);
    expect(await find(byDefinition, { filter: { errorHashCode: errorHashCode + 1 } })).toEqual([]);
    const sick = { filter: { incidentErrorHashCode: errorHashCode, hasIncident: true } };
    const instances = await find('/v2/process-instances/search', sick);
    expect(instances.map((each: { processInstanceKey: string }) => each.processInstanceKey)).toContain(other);
    expect(instances).toHaveLength(2);
    const either = [{ incidentErrorHashCode: errorHashCode }, { processInstanceKey: third }];
    expect(await find('/v2/process-instances/search', { filter: { $or: either } })).toHaveLength(3);
    const { processDefinitionKey } = instances[0];
    const counts = `/v2/process-definitions/${processDefinitionKey}/statistics/element-instances`;
    expect(await find(counts, sick)).toContainEqual({
      elementId: 'pack',
      active: 0,
      canceled: 0,
      incidents: 2,
      completed: 0,
    });
    expect((await server.post(byDefinition, {})).status).toBe(400);
    await server.post(`/v2/process-instances/${third}/cancellation`);
  });

  it('should count jobs by type, worker, error and time', async () => {
    const from = new Date(Date.now() - 60_000).toISOString();
    const to = new Date(Date.now() + 3_600_000).toISOString();
    for (let n = 0; n < 3; n += 1) await begin('inner');
    const [one, two] = await activate('pack', { worker: 'mia' });
    await server.post(`/v2/jobs/${one.jobKey}/completion`);
    await server.post(`/v2/jobs/${two.jobKey}/failure`, { retries: 0, errorMessage: 'no glue' });
    const totals = async (query: string) => (await server.get(`/v2/jobs/statistics/global${query}`)).body;
    expect(await totals('')).toMatchObject({
      created: { count: 6 },
      completed: { count: 1 },
      failed: { count: 3 },
      isIncomplete: false,
    });
    expect(await totals(`?from=${from}&to=${to}&jobType=never`)).toEqual({
      created: { count: 0, lastUpdatedAt: null },
      completed: { count: 0, lastUpdatedAt: null },
      failed: { count: 0, lastUpdatedAt: null },
      isIncomplete: false,
    });
    expect((await server.get('/v2/jobs/statistics/global?from=yesterday')).status).toBe(400);
    const filter = { from, to, jobType: 'pack' };
    expect(
      await find('/v2/jobs/statistics/by-types', { filter: { from, to, jobType: { $like: 'p*' } } }),
    ).toMatchObject([
      { jobType: 'pack', created: { count: 6 }, completed: { count: 1 }, failed: { count: 3 }, workers: 2 },
    ]);
    const workers = await readAllPages(server, '/v2/jobs/statistics/by-workers', { filter }, 1);
    expect(workers).toMatchObject([
      { worker: 'mia', completed: { count: 1 }, failed: { count: 1 } },
      { worker: 'w', completed: { count: 0 }, failed: { count: 2 } },
    ]);
    const errors = await readAllPages(server, '/v2/jobs/statistics/errors', { filter }, 1);
    expect(errors).toEqual([
      { errorCode: '', errorMessage: 'no boxes', workers: 1 },
      { errorCode: '', errorMessage: 'no glue', workers: 1 },
    ]);
    const series = '/v2/jobs/statistics/time-series';
    const days = await find(series, { filter: { ...filter, resolution: 'P30D' } });
    expect(days.reduce((sum: number, each: { created: { count: number } }) => sum + each.created.count, 0)).toBe(6);
    expect((await find(series, { filter })).length).toBeGreaterThan(0);
    expect((await server.post(series, { filter: { ...filter, resolution: 'PT0.1S' } })).status).toBe(400);
    expect((await server.post('/v2/jobs/statistics/by-workers', { filter: { from, to } })).body.detail).toMatch(
      /jobType/,
    );
  });

  it('should tell what an instance waits for', async () => {
    const key = await begin('waiting', { orderId: 'w-1' });
    const states = () => find('/v2/element-instances/wait-states/search', { filter: { processInstanceKey: key } });
    const counts = async () => (await server.get(`/v2/process-instances/${key}/statistics/wait-states`)).body.items;
    const [task] = await states();
    expect(task).toMatchObject({
      processInstanceKey: key,
      rootProcessInstanceKey: key,
      elementId: 'ask',
      elementType: 'USER_TASK',
      bpmnProcessId: 'waiting',
      details: { waitStateType: 'USER_TASK', dueDate: null },
    });
    expect(await states()).toHaveLength(1);
    expect(await counts()).toEqual([{ elementId: 'ask', waitingCount: 1 }]);
    await server.post(`/v2/user-tasks/${task.details.taskKey}/completion`);
    const atGateway = (await states()).map((each: { details: object }) => each.details);
    expect(atGateway).toContainEqual({ waitStateType: 'SIGNAL', signalName: 'bell' });
    expect(atGateway).toContainEqual({ waitStateType: 'TIMER', dueDate: expect.any(Number), repetitions: 1 });
    expect(await counts()).toEqual([{ elementId: 'which', waitingCount: 1 }]);
    await server.post('/v2/signals/broadcast', { signalName: 'bell' });
    expect(await states()).toMatchObject([
      { elementId: 'true', details: { waitStateType: 'CONDITION', expression: '=done', events: ['create', 'update'] } },
    ]);
    const all = await readAllPages(
      server,
      '/v2/element-instances/wait-states/search',
      { sort: [{ field: 'elementId', order: 'DESC' }] },
      2,
    );
    expect(new Set(all.map((each) => each.details.waitStateType))).toContain('JOB');
    const jobs = await find('/v2/element-instances/wait-states/search', {
      filter: { waitStateType: 'job', elementType: { $in: ['SERVICE_TASK'] } },
    });
    const ofRoot = await find('/v2/element-instances/wait-states/search', { filter: { rootProcessInstanceKey: key } });
    expect(ofRoot).toMatchObject([{ elementId: 'true', processInstanceKey: key }]);
    await readAllPages(
      server,
      '/v2/element-instances/wait-states/search',
      { filter: { rootProcessInstanceKey: { $neq: key } }, sort: [{ field: 'rootProcessInstanceKey' }] },
      1,
    );
    expect(jobs[0].details).toMatchObject({ jobType: 'pack', jobKind: 'BPMN_ELEMENT', listenerEventType: null });
    expect((await server.get('/v2/process-instances/1/statistics/wait-states')).status).toBe(404);
  });

  it('should list the names of the variables of a process', async () => {
    await begin('waiting', { amount: 1, after: 2, zone: 3 });
    const { body } = await server.post('/v2/process-definitions/search', {
      filter: { processDefinitionId: 'waiting' },
    });
    const path = `/v2/process-definitions/${body.items[0].processDefinitionKey}/variable-names/search`;
    expect(await readAllPages(server, path, {}, 2)).toEqual(
      ['after', 'amount', 'orderId', 'zone'].map((name) => ({ name })),
    );
    expect(await find(path, { filter: { name: { $like: 'a*' } } })).toEqual([{ name: 'after' }, { name: 'amount' }]);
    expect(await find('/v2/process-definitions/1/variable-names/search')).toEqual([]);
  });

  it('should hand out a form by its key', async () => {
    const schema = JSON.stringify({ id: 'approve', type: 'default', components: [] });
    const deployed = await server.deploy({ name: 'approve.form', content: Buffer.from(schema) });
    const { formKey } = deployed.body.deployments[0].form;
    const answer = await server.get(`/v2/forms/${formKey}`);
    expect(answer.body).toEqual({ formKey, formId: 'approve', version: 1, schema, tenantId: '<default>' });
    expect((await server.get('/v2/forms/1')).status).toBe(404);
  });
});
