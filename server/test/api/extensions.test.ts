import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWords } from '../api-words.ts';
import { fixture, model, serviceModel } from '../fixture.ts';
import { dialects } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { Answer, TestServer } from '../test-server.ts';

describe.each(dialects)('what the API adds on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  const { start, activate, instance } = apiWords(() => server);

  it('should show the path, the journal and the counts', async () => {
    await server.deploy(fixture('parallel-gateway'));
    const key = await start('parallel-gateway');
    const [a] = await activate('a');
    await server.post(`/v2/jobs/${a.jobKey}/completion`);
    const path = (await server.get(`/ext/process-instances/${key}/path`)).body;
    expect(path.waiting).toEqual([{ sequenceFlowId: 'a-j', elementId: 'j', count: 1 }]);
    expect(path.elements.find((each: { elementId: string }) => each.elementId === 'b')).toEqual({
      elementId: 'b',
      active: 1,
      completed: 0,
      terminated: 0,
      incidents: 0,
    });
    expect(path.flows.find((each: { sequenceFlowId: string }) => each.sequenceFlowId === 's-f')).toEqual({
      sequenceFlowId: 's-f',
      count: 1,
    });
    const journal = (await server.get(`/ext/process-instances/${key}/journal?limit=1`)).body;
    expect(journal).toMatchObject({
      lastSeq: 2,
      items: [{ seq: 1, command: { type: 'create-instance', processInstanceKey: key } }],
    });
    expect(journal.items[0].records[0]).toMatchObject({ type: 'process-instance-created', processInstanceKey: key });
    expect(
      (await server.get(`/ext/process-instances/${key}/journal?after=1`)).body.items.map(
        (each: { seq: number }) => each.seq,
      ),
    ).toEqual([2]);
    expect((await server.get(`/ext/process-instances/${key}/journal?limit=x`)).status).toBe(400);
    const flows = (await server.get(`/v2/process-instances/${key}/sequence-flows`)).body.items;
    expect(flows.map((flow: { elementId: string }) => flow.elementId)).toContain('f-b');
    const definitionKey = (await instance(key)).processDefinitionKey;
    const statistics = await server.post(`/v2/process-definitions/${definitionKey}/statistics/element-instances`, {
      filter: { state: 'ACTIVE' },
    });
    expect(statistics.body.items.find((each: { elementId: string }) => each.elementId === 'a')).toEqual({
      elementId: 'a',
      active: 0,
      canceled: 0,
      incidents: 0,
      completed: 1,
    });
    const overview = (await server.get('/ext/overview?assignee=eva')).body;
    expect(overview.jobs.open).toBeGreaterThanOrEqual(2);
    expect(Object.keys(overview).sort()).toEqual([
      'incidents',
      'jobs',
      'processDefinitions',
      'processInstances',
      'userTasks',
    ]);
  });

  it('should give the first answer again to a repeated idempotency key', async () => {
    await server.deploy(serviceModel('repeated'));
    const body = { processDefinitionId: 'repeated', variables: { n: 1 } };
    const send = (key: string, other = body) => server.post('/v2/process-instances', other, { 'idempotency-key': key });
    const answers = await Promise.all([send('k1'), send('k1'), send('k1')]);
    answers.push(await send('k1'));
    expect(new Set(answers.map((answer) => answer.body.processInstanceKey)).size).toBe(1);
    expect((await send('k2')).body.processInstanceKey).not.toBe(answers[0]?.body.processInstanceKey);
    expect((await send('k1', { ...body, variables: { n: 2 } })).status).toBe(400);
    const [job] = await activate('repeated');
    const complete = () => server.post(`/v2/jobs/${job.jobKey}/completion`, {}, { 'idempotency-key': 'done' });
    expect([(await complete()).status, (await complete()).status]).toEqual([204, 204]);
    expect((await server.post(`/v2/jobs/${job.jobKey}/completion`)).status).toBe(404);
    expect((await send('\u00e4')).status).toBe(400);
  });

  it('should keep drafts and let nobody overwrite another', async () => {
    const created = await server.post('/ext/drafts', {
      name: 'My model',
      kind: 'bpmn',
      content: '<bpmn:process id="order" />',
    });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      name: 'My model',
      kind: 'bpmn',
      resourceId: 'order',
      revision: 1,
      content: '<bpmn:process id="order" />',
    });
    const path = `/ext/drafts/${created.body.draftId}`;
    const saved = await server.request('PUT', path, { content: 'half <', revision: 1 });
    expect(saved.body).toMatchObject({ revision: 2, resourceId: null });
    expect(saved.body.content).toBeUndefined();
    const lost = await server.request('PUT', path, { name: 'Mine', revision: 1 });
    expect([lost.status, lost.body.title, lost.body.revision]).toEqual([409, 'INVALID_STATE', 2]);
    await server.post('/ext/drafts', { name: 'Form', kind: 'form', content: '{"id":"f1"}' });
    expect((await server.get('/ext/drafts?kind=form')).body.items).toMatchObject([{ name: 'Form', resourceId: 'f1' }]);
    expect((await server.get('/ext/drafts')).body.items).toHaveLength(2);
    expect((await server.get('/ext/drafts?kind=x')).status).toBe(400);
    expect((await server.get(path)).body.content).toBe('half <');
    expect((await server.request('DELETE', path)).status).toBe(204);
    expect((await server.request('DELETE', path)).status).toBe(404);
  });

  it('should take a task and a start by their forms only as the forms ask for', async () => {
    const form = (id: string, key: string) => ({
      name: `${id}.form`,
      content: Buffer.from(
        JSON.stringify({
          id,
          type: 'default',
          components: [
            { type: 'number', key, label: 'Amount', validate: { required: true, min: 1 } },
            { type: 'textfield', key: 'why', validate: { required: true }, conditional: { hide: '=limit > 10' } },
          ],
        }),
      ),
    });
    const extension = (id: string) =>
      `<bpmn:extensionElements><zeebe:formDefinition formId="${id}" /></bpmn:extensionElements>`;
    const deployed = await server.deploy(
      form('begin', 'limit'),
      form('decide', 'amount'),
      model(
        'by-forms',
        `<bpmn:startEvent id="s">${extension('begin')}</bpmn:startEvent><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="t"/>
         <bpmn:userTask id="t">${extension('decide')}</bpmn:userTask>`,
      ),
    );
    const { processDefinitionKey } = deployed.body.deployments.find(
      (each: { processDefinition: object | null }) => each.processDefinition !== null,
    ).processDefinition;
    const startPath = `/ext/process-definitions/${processDefinitionKey}/form-submission`;
    const refused = await server.post(startPath, { variables: { limit: 0 } });
    expect([refused.status, refused.body.fields]).toEqual([
      400,
      [
        { field: 'limit', label: 'Amount', message: 'Expected 1 or more, found 0.' },
        { field: 'why', label: 'why', message: 'Expected a value, found none.' },
      ],
    ]);
    const started = await server.post(startPath, { variables: { limit: 11 } });
    expect(started.body).toMatchObject({ processDefinitionId: 'by-forms', processDefinitionVersion: 1 });
    const { processInstanceKey } = started.body;
    const tasks = await server.post('/v2/user-tasks/search', { filter: { processInstanceKey } });
    const { userTaskKey } = tasks.body.items[0];
    const path = `/ext/user-tasks/${userTaskKey}/form-submission`;
    // What the process knows decides what the form shows.
    expect((await server.post(path, { variables: {} })).body).toMatchObject({
      status: 400,
      title: 'INVALID_ARGUMENT',
      detail: expect.stringContaining('Amount: Expected a value'),
      fields: [{ field: 'amount' }],
    });
    expect((await server.post(path, { variables: { amount: 5 } })).status).toBe(204);
    expect((await server.get(`/v2/user-tasks/${userTaskKey}`)).body.state).toBe('COMPLETED');
  });

  it('should tell how drafts and deployed processes are tied to forms', async () => {
    const process = fixture('user-task');
    const formId = /formId="([^"]+)"/.exec(process.content.toString())?.[1] ?? 'none';
    const { draftId } = (
      await server.post('/ext/drafts', { name: 'Asks', kind: 'bpmn', content: process.content.toString() })
    ).body;
    const use = expect.objectContaining({ kind: 'form', id: formId });
    const ofDraft = async () =>
      (await server.get('/ext/draft-links')).body.items.find((each: { draftId: string }) => each.draftId === draftId);
    expect(await ofDraft()).toMatchObject({ name: 'Asks', kind: 'bpmn', uses: [use] });
    await server.request('PUT', `/ext/drafts/${draftId}`, { content: '<process id="p"/>', revision: 1 });
    expect(await ofDraft()).toMatchObject({ targets: [{ kind: 'process', id: 'p', name: null }], uses: [] });
    await server.request('DELETE', `/ext/drafts/${draftId}`);

    await server.deploy(process, {
      name: 'asked.form',
      content: Buffer.from(JSON.stringify({ id: formId, type: 'default', components: [] })),
    });
    const deployed = (await server.get('/ext/process-links')).body.items;
    expect(deployed).toContainEqual(
      expect.objectContaining({ processDefinitionId: 'user-task', version: 1, uses: [use] }),
    );
    expect((await server.get('/ext/forms')).body.items).toContainEqual(
      expect.objectContaining({ formId, version: 1, tenantId: '<default>' }),
    );
  });

  it('should keep element templates by id and version, all or none of those that are sent', async () => {
    const path = '/ext/element-templates';
    const template = (version: number | undefined, name = 'Charge') => ({
      id: 'acme/charge',
      name,
      ...(version === undefined ? {} : { version }),
      appliesTo: ['bpmn:Task'],
      properties: [{ type: 'Hidden', value: '\u0000', binding: { type: 'zeebe:taskDefinition', property: 'type' } }],
    });
    const stored = await server.post(path, {
      templates: [template(1), template(2), template(undefined, 'Unnumbered')],
    });
    expect([stored.status, stored.body.items.length]).toEqual([200, 3]);
    const twice = await server.post(path, { templates: [template(1, 'Again'), template(1)] });
    expect([twice.status, twice.body.detail]).toEqual([
      400,
      expect.stringContaining("'acme/charge' in version 1 twice"),
    ]);
    expect((await server.post(path, { templates: [template(1, 'Newer'), { id: 'x' }] })).status).toBe(400);
    expect((await server.post(path, { templates: [template(1, 'Charge again')] })).status).toBe(200);
    expect((await server.get(path)).body.items).toMatchObject([
      { name: 'Charge', version: 2, template: template(2), tenantId: '<default>' },
      { name: 'Charge again', version: 1 },
      { name: 'Unnumbered', version: null, template: template(undefined, 'Unnumbered') },
    ]);
    const large = { ...template(3), description: 'x'.repeat(200_000) };
    expect((await server.post(path, { templates: [large] })).status).toBe(400);
    const many = Array.from({ length: 198 }, (_each, n) => ({ ...template(0), id: `many-${n}` }));
    expect((await server.post(path, { templates: many })).body).toMatchObject({ status: 409, title: 'INVALID_STATE' });

    const one = `${path}/acme%2Fcharge`;
    expect((await server.request('DELETE', `${one}?version=7`)).status).toBe(404);
    expect((await server.request('DELETE', `${one}?version=1`)).status).toBe(204);
    expect((await server.get(path)).body.items).toHaveLength(2);
    expect((await server.request('DELETE', one)).status).toBe(204);
    expect((await server.request('DELETE', one)).status).toBe(404);
    expect((await server.get(path)).body.items).toEqual([]);
  });

  it('should give the newest deployed version of a form, to go on editing it', async () => {
    const form = (label: string) => ({
      name: 'ask.form',
      content: Buffer.from(
        JSON.stringify({ id: 'ask again', type: 'default', components: [{ type: 'textfield', key: 'name', label }] }),
      ),
    });
    const path = '/ext/forms/ask%20again';
    const before = await server.get(path);
    expect([before.status, before.headers.get('content-type')]).toEqual([404, expect.stringContaining('problem+json')]);
    expect(before.body).toMatchObject({
      status: 404,
      title: 'NOT_FOUND',
      detail: expect.stringContaining('ask again'),
    });
    const [first, second] = [await server.deploy(form('Name')), await server.deploy(form('Full name'))];
    expect([first.status, second.status]).toEqual([200, 200]);
    const { status, body } = await server.get(path);
    expect(status).toBe(200);
    expect(body).toEqual({
      formKey: second.body.deployments[0].form.formKey,
      formId: 'ask again',
      version: 2,
      schema: form('Full name').content.toString(),
      tenantId: '<default>',
    });
    expect(body.formKey).not.toBe(first.body.deployments[0].form.formKey);
  });

  it('should validate without storing, and deploy an example', async () => {
    const bad = await server.post('/ext/validation', { resourceName: 'm.bpmn', content: '<x' });
    expect(bad.body).toMatchObject({ valid: false, problems: [{ resourceName: 'm.bpmn', severity: 'error' }] });
    const call = model(
      'caller-alone',
      '<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="c"/><bpmn:callActivity id="c"><bpmn:extensionElements><zeebe:calledElement processId="nobody"/></bpmn:extensionElements></bpmn:callActivity>',
    );
    const good = await server.post('/ext/validation', { resourceName: 'm.bpmn', content: call.content.toString() });
    expect(good.body).toMatchObject({
      valid: true,
      problems: [{ elementId: 'c', code: 'unknown-called-process', severity: 'warning' }],
    });
    const stuck = (await server.post('/ext/soundness', { content: fixture('stuck-join').content.toString() })).body;
    expect(stuck).toMatchObject({
      isChecked: true,
      findings: [
        {
          code: 'deadlock',
          elementId: 'j',
          steps: [{ elementId: null }, { elementId: 's' }, { elementId: 'x' }, { elementId: 'a' }],
        },
        { code: 'dead-element', elementIds: ['j', 'e'], steps: [] },
      ],
      unfinishedScopeIds: [],
    });
    expect((await server.post('/ext/soundness', { content: '<x' })).body).toEqual({
      isChecked: false,
      findings: [],
      unfinishedScopeIds: [],
    });
    const { items } = (await server.get('/ext/examples')).body;
    expect(items.length).toBeGreaterThan(3);
    for (const { exampleId, processId, resourceNames } of items) {
      const answer = await server.post(`/ext/examples/${exampleId}/deployment`);
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      expect(answer.body.deployments.length).toBeGreaterThanOrEqual(resourceNames.length);
      expect(
        answer.body.deployments.some(
          (item: Answer['body']) => item.processDefinition?.processDefinitionId === processId,
        ),
      ).toBe(true);
    }
  });
});
