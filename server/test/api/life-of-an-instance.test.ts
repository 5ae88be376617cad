import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWords } from '../api-words.ts';
import { fixture, model, serviceModel } from '../fixture.ts';
import { dialects } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { Answer, TestServer } from '../test-server.ts';

const form = (id: string, text = 'x') => ({
  name: `${id}.form`,
  content: Buffer.from(
    JSON.stringify({ id, type: 'default', schemaVersion: 16, components: [{ type: 'text', text }] }),
  ),
});

describe.each(dialects)('the API on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  const { start, activate, instance } = apiWords(() => server);

  it('should deploy files of all kinds in one upload, and the same again without new versions', async () => {
    const dmn = {
      name: 'rules.dmn',
      content: Buffer.from(
        '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="rules" name="Rules"><decision id="a" name="A &amp; B"><literalExpression><text>1</text></literalExpression></decision><decision id="b"><literalExpression><text>2</text></literalExpression></decision></definitions>',
      ),
    };
    const upload = [
      serviceModel('kinds'),
      form('kinds-form'),
      dmn,
      { name: 'logo.png', content: Buffer.from([0x89, 0x50, 0xff, 0xfe]) },
    ];
    const first = await server.deploy(...upload);
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    expect(first.body.tenantId).toBe('<default>');
    const [process, formItem, drg, a, b, file] = first.body.deployments;
    expect(process).toEqual({
      processDefinition: {
        processDefinitionId: 'kinds',
        processDefinitionKey: expect.stringMatching(/^\d+$/),
        processDefinitionVersion: 1,
        resourceName: 'kinds.bpmn',
        tenantId: '<default>',
      },
      decisionDefinition: null,
      decisionRequirements: null,
      form: null,
      resource: null,
    });
    expect(formItem.form).toMatchObject({ formId: 'kinds-form', version: 1, resourceName: 'kinds-form.form' });
    expect(drg.decisionRequirements).toMatchObject({
      decisionRequirementsId: 'rules',
      decisionRequirementsName: 'Rules',
      version: 1,
    });
    expect([a.decisionDefinition.name, b.decisionDefinition.name]).toEqual(['A & B', 'b']);
    expect(file.resource).toMatchObject({ resourceName: 'logo.png', version: 1 });
    const second = await server.deploy(...upload);
    expect(second.body.deployments).toEqual(first.body.deployments);
    const changed = await server.deploy(serviceModel('kinds', 'another-type'), form('kinds-form', 'y'));
    expect(
      changed.body.deployments.map(
        (item: Answer['body']) => item.processDefinition?.processDefinitionVersion ?? item.form.version,
      ),
    ).toEqual([2, 2]);
    const latest = await server.post('/v2/process-definitions/search', {
      filter: { processDefinitionId: 'kinds', isLatestVersion: true },
    });
    expect(latest.body.items.map((item: { version: number }) => item.version)).toEqual([2]);
    const xml = await server.get(`/v2/process-definitions/${process.processDefinition.processDefinitionKey}/xml`);
    expect(xml.headers.get('content-type')).toMatch(/^text\/xml/);
    expect(xml.body).toBe(serviceModel('kinds').content.toString());
  });

  it('should fall back to the version before when the latest is deleted', async () => {
    await server.deploy(serviceModel('deleted', 'one'));
    const key = (await server.deploy(serviceModel('deleted', 'two'))).body.deployments[0].processDefinition
      .processDefinitionKey;
    const running = await start('deleted');
    expect((await server.post(`/v2/resources/${key}/deletion`)).body).toEqual({
      resourceKey: key,
      batchOperation: null,
    });
    expect(
      (await server.post('/v2/process-instances', { processDefinitionId: 'deleted' })).body.processDefinitionVersion,
    ).toBe(1);
    expect((await server.post('/v2/process-instances', { processDefinitionKey: key })).status).toBe(404);
    // What runs on it goes on.
    const [job] = await activate('two');
    expect((await server.post(`/v2/jobs/${job.jobKey}/completion`)).status).toBe(204);
    expect((await instance(running)).state).toBe('COMPLETED');
    // A number is never given twice.
    expect(
      (await server.deploy(serviceModel('deleted', 'three'))).body.deployments[0].processDefinition
        .processDefinitionVersion,
    ).toBe(3);
    expect((await server.post(`/v2/resources/${key}/deletion`)).status).toBe(404);
  });

  it('should run a job from activation over failure and incident to its end', async () => {
    await server.deploy(serviceModel('jobs'));
    const key = await start('jobs', { a: 1, b: { c: 2 } });
    const [job] = await activate('jobs', { fetchVariable: ['b', 'none'] });
    expect(job).toMatchObject({
      type: 'jobs',
      kind: 'BPMN_ELEMENT',
      listenerEventType: 'UNSPECIFIED',
      processInstanceKey: key,
      rootProcessInstanceKey: key,
      processDefinitionId: 'jobs',
      processDefinitionVersion: 1,
      elementId: 'work',
      customHeaders: {},
      worker: 'w',
      retries: 3,
      variables: { b: { c: 2 } },
      tenantId: '<default>',
      tags: [],
      userTask: null,
    });
    expect(typeof job.deadline).toBe('number');
    expect(await activate('jobs')).toEqual([]);
    expect(
      (
        await server.post(`/v2/jobs/${job.jobKey}/failure`, {
          retries: 1,
          errorMessage: 'once',
          variables: { tried: 1 },
        })
      ).status,
    ).toBe(204);
    const [again] = await activate('jobs');
    expect(again).toMatchObject({ jobKey: job.jobKey, retries: 1, variables: { a: 1, b: { c: 2 }, tried: 1 } });
    expect((await server.post(`/v2/jobs/${job.jobKey}/failure`)).status).toBe(204);
    expect((await instance(key)).hasIncident).toBe(true);
    expect((await server.post(`/v2/jobs/${job.jobKey}/failure`, { retries: 1 })).body.title).toBe('INVALID_STATE');
    const incidents = await server.post(`/v2/process-instances/${key}/incidents/search`, {});
    expect(incidents.body.items).toMatchObject([
      { errorType: 'JOB_NO_RETRIES', jobKey: job.jobKey, state: 'ACTIVE', elementId: 'work' },
    ]);
    const { incidentKey } = incidents.body.items[0];
    expect((await server.get(`/v2/incidents/${incidentKey}`)).body).toEqual(incidents.body.items[0]);
    expect((await server.post(`/v2/incidents/${incidentKey}/resolution`)).status).toBe(409);
    expect((await server.request('PATCH', `/v2/jobs/${job.jobKey}`, { changeset: { retries: 2 } })).status).toBe(204);
    expect((await server.post('/v2/jobs/search', { filter: { jobKey: job.jobKey } })).body.items[0].state).toBe(
      'RETRIES_UPDATED',
    );
    expect((await server.post(`/v2/incidents/${incidentKey}/resolution`)).status).toBe(204);
    expect((await server.post(`/v2/incidents/${incidentKey}/resolution`)).status).toBe(404);
    expect((await activate('jobs')).map((each: { jobKey: string }) => each.jobKey)).toEqual([job.jobKey]);
    expect((await server.request('PATCH', `/v2/jobs/${job.jobKey}`, { changeset: { timeout: 120_000 } })).status).toBe(
      204,
    );
    expect((await server.post(`/v2/jobs/${job.jobKey}/completion`, { variables: { result: 'ok' } })).status).toBe(204);
    expect((await server.post(`/v2/jobs/${job.jobKey}/completion`)).body.title).toBe('NOT_FOUND');
    expect(await instance(key)).toMatchObject({ state: 'COMPLETED', hasIncident: false, endDate: expect.any(String) });
    const found = await server.post('/v2/jobs/search', { filter: { processInstanceKey: key } });
    expect(found.body.items).toMatchObject([
      { state: 'COMPLETED', worker: 'w', errorMessage: expect.any(String), hasFailedWithRetriesLeft: false },
    ]);
    const variables = await server.post('/v2/variables/search', {
      filter: { scopeKey: key, name: { $in: ['result', 'tried'] } },
    });
    expect(variables.body.items.map((item: { name: string }) => item.name)).toEqual(['result']);
  });

  it('should throw an error from a job', async () => {
    await server.deploy(fixture('boundary-error'));
    const key = await start('boundary-error', { id: 'x' });
    const [job] = await activate('work');
    expect(
      (
        await server.post(`/v2/jobs/${job.jobKey}/error`, {
          errorCode: 'KNOWN',
          errorMessage: 'oh',
          variables: { why: 1 },
        })
      ).status,
    ).toBe(204);
    const tasks = await server.post('/v2/user-tasks/search', { filter: { processInstanceKey: key } });
    expect(tasks.body.items[0].elementId).toBe('handleKnown');
    expect((await server.post('/v2/jobs/search', { filter: { jobKey: job.jobKey } })).body.items[0]).toMatchObject({
      state: 'ERROR_THROWN',
      errorCode: 'KNOWN',
    });
  });

  it('should carry a user task from creation to completion', async () => {
    await server.deploy(
      model(
        'people',
        `<bpmn:startEvent id="s"><bpmn:extensionElements><zeebe:formDefinition formId="people-start"/></bpmn:extensionElements></bpmn:startEvent>
         <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="t"/>
         <bpmn:userTask id="t" name="Look at it"><bpmn:extensionElements><zeebe:userTask/><zeebe:formDefinition formId="people-task"/>
         <zeebe:assignmentDefinition candidateGroups="a, b"/><zeebe:ioMapping><zeebe:input source="=who" target="local"/></zeebe:ioMapping></bpmn:extensionElements></bpmn:userTask>
         <bpmn:sequenceFlow id="f2" sourceRef="t" targetRef="e"/><bpmn:endEvent id="e"/>`,
      ),
      form('people-start'),
    );
    const [definition] = (
      await server.post('/v2/process-definitions/search', { filter: { processDefinitionId: 'people' } })
    ).body.items;
    expect(definition).toMatchObject({ hasStartForm: true, version: 1, state: 'ACTIVE', versionTag: null });
    const startForm = await server.get(`/v2/process-definitions/${definition.processDefinitionKey}/form`);
    expect(startForm.body).toMatchObject({ formId: 'people-start', version: 1, tenantId: '<default>' });
    expect(JSON.parse(startForm.body.schema).id).toBe('people-start');
    const key = await start('people', { who: 'eva', local: 'outer' });
    const search = (filter: object) =>
      server.post('/v2/user-tasks/search', { filter: { processInstanceKey: key, ...filter } });
    const [task] = (await search({})).body.items;
    expect(task).toMatchObject({
      name: 'Look at it',
      state: 'CREATED',
      assignee: null,
      candidateGroups: ['a', 'b'],
      candidateUsers: [],
      priority: 50,
      formKey: null,
      elementId: 't',
      processName: 'people',
      processDefinitionVersion: 1,
      dueDate: null,
      completionDate: null,
      externalFormReference: null,
    });
    const path = `/v2/user-tasks/${task.userTaskKey}`;
    expect((await server.get(`${path}/form`)).status).toBe(204);
    await server.deploy(form('people-task'));
    expect((await server.get(`${path}/form`)).body.formId).toBe('people-task');
    const count = async (filter: object) => (await search(filter)).body.page.totalItems;
    expect([
      await count({ candidateGroup: 'b' }),
      await count({ candidateGroup: { $in: ['c'] } }),
      await count({ candidateGroup: { $like: 'a*' } }),
    ]).toEqual([1, 0, 1]);
    expect((await server.post(`${path}/assignment`, { assignee: 'eva' })).status).toBe(204);
    expect((await server.post(`${path}/assignment`, { assignee: 'bob', allowOverride: false })).status).toBe(409);
    expect([
      await count({ assignee: 'eva' }),
      await count({ assignee: { $exists: false } }),
      await count({ state: { $neq: 'created' } }),
    ]).toEqual([1, 0, 0]);
    expect(await count({ localVariables: [{ name: 'local', value: '"eva"' }] })).toBe(1);
    expect(
      await count({
        processInstanceVariables: [
          { name: 'who', value: { $like: '*v*' } },
          { name: 'local', value: '"eva"' },
        ],
      }),
    ).toBe(0);
    expect((await server.request('DELETE', `${path}/assignee`)).status).toBe(204);
    const changes = {
      changeset: { dueDate: '2031-05-01T10:00:00+02:00', candidateGroups: [], candidateUsers: ['zoe'], priority: 90 },
    };
    expect((await server.request('PATCH', path, changes)).status).toBe(204);
    expect((await server.get(path)).body).toMatchObject({
      assignee: null,
      dueDate: '2031-05-01T08:00:00.000Z',
      candidateGroups: [],
      candidateUsers: ['zoe'],
      priority: 90,
    });
    expect(await count({ dueDate: { $gt: '2031-05-01T07:59:59Z', $lt: '2031-05-01T08:00:01Z' } })).toBe(1);
    expect((await server.request('PATCH', `${path}/update`, { dueDate: '' })).status).toBe(204);
    expect((await server.get(path)).body.dueDate).toBeNull();
    expect((await server.request('PATCH', path, { changeset: { priority: 101 } })).status).toBe(400);
    const names = async (what: string) =>
      (await server.post(`${path}/${what}/search`, { sort: [{ field: 'value' }] })).body.items.map(
        (each: { name: string; value: string }) => `${each.name}=${each.value}`,
      );
    expect((await names('variables')).sort()).toEqual(['local="eva"', 'local="outer"', 'who="eva"']);
    expect((await names('effective-variables')).sort()).toEqual(['local="eva"', 'who="eva"']);
    expect((await server.post(`${path}/completion`, { variables: { approved: true } })).status).toBe(204);
    expect((await server.get(path)).body).toMatchObject({ state: 'COMPLETED', completionDate: expect.any(String) });
    expect((await server.post(`${path}/completion`)).status).toBe(404);
    expect((await instance(key)).state).toBe('COMPLETED');
  });

  it('should set variables where they belong', async () => {
    await server.deploy(fixture('sub-process'));
    const key = await start('sub-process', { outer: 5 });
    const [sub] = (
      await server.post('/v2/element-instances/search', {
        filter: { processInstanceKey: key, type: 'sub_process', state: { $in: ['active'] } },
      })
    ).body.items;
    expect(sub).toMatchObject({
      elementId: 'sub',
      state: 'ACTIVE',
      endDate: null,
      hasIncident: false,
      incidentKey: null,
    });
    expect((await server.get(`/v2/element-instances/${sub.elementInstanceKey}`)).body).toEqual(sub);
    const put = (scope: string, body: object) =>
      server.request('PUT', `/v2/element-instances/${scope}/variables`, body);
    expect((await put(sub.elementInstanceKey, { variables: { outer: 6, mine: 1 }, local: true })).status).toBe(204);
    expect((await put(sub.elementInstanceKey, { variables: { local: 10, fresh: 2 } })).status).toBe(204);
    const { body } = await server.post('/v2/variables/search', {
      filter: { processInstanceKey: key },
      sort: [{ field: 'scopeKey' }, { field: 'name', order: 'desc' }],
    });
    expect(body.items.map((item: Answer['body']) => [item.scopeKey === key, item.name, item.value])).toEqual([
      [true, 'outer', '5'],
      [true, 'fresh', '2'],
      [false, 'outer', '6'],
      [false, 'mine', '1'],
      [false, 'local', '10'],
    ]);
    const [first] = body.items;
    const { isTruncated, ...whole } = first;
    expect(isTruncated).toBe(false);
    expect((await server.get(`/v2/variables/${first.variableKey}`)).body).toEqual(whole);
    await put(key, { variables: { long: 'x'.repeat(20_000) } });
    const long = async (query: string) =>
      (await server.post(`/v2/variables/search${query}`, { filter: { name: 'long' } })).body.items[0];
    expect(await long('')).toMatchObject({ isTruncated: true });
    expect((await long('')).value.length).toBeLessThan(10_000);
    expect((await long('?truncateValues=false')).value.length).toBe(20_002);
    expect((await server.post(`/v2/process-instances/${key}/cancellation`)).status).toBe(204);
    expect((await server.post(`/v2/process-instances/${key}/cancellation`, {})).status).toBe(404);
    expect((await instance(key)).state).toBe('TERMINATED');
    expect((await put(key, { variables: { late: 1 } })).status).toBe(404);
  });

  it('should wait for the end when asked to', async () => {
    await server.deploy(fixture('tasks-that-pass'), serviceModel('awaited'));
    const through = await server.post('/v2/process-instances', {
      processDefinitionId: 'tasks-that-pass',
      variables: { a: 1, b: 2 },
      awaitCompletion: true,
      fetchVariables: ['total'],
      tags: ['x', 'x'],
      businessId: 'order-1',
      tenantId: '<default>',
    });
    expect(through.body).toMatchObject({
      variables: { total: 3 },
      tags: ['x'],
      businessId: 'order-1',
      processDefinitionVersion: 1,
    });
    const late = await server.post('/v2/process-instances', {
      processDefinitionId: 'awaited',
      awaitCompletion: true,
      requestTimeout: 100,
    });
    expect([late.status, late.body.title]).toEqual([504, 'DEADLINE_EXCEEDED']);
    const waiting = server.post('/v2/process-instances', {
      processDefinitionId: 'awaited',
      variables: { x: 1 },
      awaitCompletion: true,
    });
    for (let open = 2; open > 0;) {
      for (const job of await activate('awaited')) {
        await server.post(`/v2/jobs/${job.jobKey}/completion`, { variables: { y: 2 } });
        open -= 1;
      }
    }
    expect((await waiting).body.variables).toEqual({ x: 1, y: 2 });
    const unknown = await server.post('/v2/process-instances', {
      processDefinitionId: 'awaited',
      startInstructions: [{ elementId: 'nowhere' }],
    });
    expect([unknown.status, unknown.body.title]).toEqual([400, 'INVALID_ARGUMENT']);
    expect(unknown.body.detail).toContain(`'nowhere': there is no such element`);
  });
});
