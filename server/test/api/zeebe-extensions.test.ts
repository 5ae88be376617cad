import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UploadedFile } from '../../src/runtime/deployment/prepared-resource.ts';
import { apiWords } from '../api-words.ts';
import { fixture, model } from '../fixture.ts';
import { dialects } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { Answer, TestServer } from '../test-server.ts';

const text = (name: string, content: string): UploadedFile => ({ name, content: Buffer.from(content) });
const robot = (script: string, versionTag: string): UploadedFile =>
  text('robot.rpa', JSON.stringify({ id: 'robot-1', versionTag, script }));

/** start → one element with these extensions → end. */
const around = (processId: string, element: string, extensions: string, processExtensions = ''): UploadedFile =>
  model(
    processId,
    `${processExtensions === '' ? '' : `<bpmn:extensionElements>${processExtensions}</bpmn:extensionElements>`}
     <bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="it"/>
     <bpmn:${element} id="it"><bpmn:extensionElements>${extensions}</bpmn:extensionElements></bpmn:${element}>
     <bpmn:sequenceFlow id="f2" sourceRef="it" targetRef="e"/><bpmn:endEvent id="e"/>`,
  );

const linked = (processId: string, resourceId: string, binding: string): UploadedFile =>
  around(
    processId,
    'serviceTask',
    `<zeebe:taskDefinition type="${processId}"/><zeebe:taskHeaders><zeebe:header key="own" value="1"/></zeebe:taskHeaders>
     <zeebe:linkedResources><zeebe:linkedResource resourceId="${resourceId}" resourceType="RPA" linkName="script" ${binding}/></zeebe:linkedResources>`,
  );

describe.each(dialects)('extensions of zeebe on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  const { start, activate, instance } = apiWords(() => server);

  const deploy = async (...files: readonly UploadedFile[]): Promise<Answer['body'][]> => {
    const { status, body } = await server.deploy(...files);
    expect(status, JSON.stringify(body)).toBe(200);
    return body.deployments;
  };
  const resourceIn = (deployments: readonly Answer['body'][]): Answer['body'] =>
    deployments.find(({ resource }) => resource !== null).resource;

  it('should tell a worker of the linked resource by its binding', async () => {
    const first = resourceIn(
      await deploy(
        robot('old', 'stable'),
        linked('linked-deployment', 'robot.rpa', 'bindingType="deployment"'),
        linked('linked-latest', 'robot.rpa', ''),
        linked('linked-tag', 'robot-1', 'bindingType="versionTag" versionTag="stable"'),
        linked('linked-no-tag', 'robot-1', 'bindingType="versionTag" versionTag="none"'),
      ),
    );
    const second = resourceIn(await deploy(robot('new', 'canary')));
    expect([first.resourceId, second.version]).toEqual(['robot-1', 2]);
    for (const [type, resourceId, resourceKey] of [
      ['linked-deployment', 'robot.rpa', first.resourceKey],
      ['linked-latest', 'robot.rpa', second.resourceKey],
      ['linked-tag', 'robot-1', first.resourceKey],
      ['linked-no-tag', 'robot-1', null],
    ]) {
      await start(type);
      const [{ customHeaders }] = await activate(type);
      const { linkedResources, ...others } = customHeaders;
      expect(others).toEqual({ own: '1' });
      expect(JSON.parse(linkedResources), type).toEqual([
        { resourceId, resourceType: 'RPA', linkName: 'script', resourceKey },
      ]);
    }
  });

  it('should leave properties in the model, where tools find them, and nowhere else', async () => {
    const property = '<zeebe:property name="color" value="red"/>';
    const [{ processDefinition }] = await deploy(
      around(
        'with-properties',
        'serviceTask',
        `<zeebe:taskDefinition type="plain"/><zeebe:properties>${property}</zeebe:properties>`,
      ),
    );
    const { body } = await server.get(`/v2/process-definitions/${processDefinition.processDefinitionKey}/xml`);
    expect(body).toContain(property);
    const key = await start('with-properties');
    const [job] = await activate('plain');
    expect([job.customHeaders, job.variables]).toEqual([{}, {}]);
    await server.post(`/v2/jobs/${job.jobKey}/completion`);
    expect((await instance(key)).state).toBe('COMPLETED');
  });

  it('should call the process version with the tag, not the latest one', async () => {
    const called = (jobType: string, tag: string) =>
      around(
        'called',
        'serviceTask',
        `<zeebe:taskDefinition type="${jobType}"/>`,
        `<zeebe:versionTag value="${tag}"/>`,
      );
    const [stable] = await deploy(called('called-stable', 'stable'));
    await deploy(called('called-canary', 'canary'));
    const calling = (processId: string, tag: string) =>
      around(
        processId,
        'callActivity',
        `<zeebe:calledElement processId="called" bindingType="versionTag" versionTag="${tag}"/>`,
      );
    await deploy(calling('calls-tag', 'stable'), calling('calls-nothing', 'none'));
    const key = await start('calls-tag');
    const [job] = await activate('called-stable');
    expect(job).toMatchObject({
      rootProcessInstanceKey: key,
      processDefinitionKey: stable.processDefinition.processDefinitionKey,
    });
    const found = await server.get(`/v2/process-definitions/${job.processDefinitionKey}`);
    expect(found.body).toMatchObject({ version: 1, versionTag: 'stable' });
    await server.post(`/v2/jobs/${job.jobKey}/completion`);
    expect((await instance(key)).state).toBe('COMPLETED');

    const stuck = await start('calls-nothing');
    const incidents = await server.post('/v2/incidents/search', { filter: { processInstanceKey: stuck } });
    expect(incidents.body.items).toMatchObject([{ errorType: 'CALLED_ELEMENT_ERROR', elementId: 'it' }]);
  });

  it('should look only at the changes that the filter of a condition names', async () => {
    await deploy(fixture('catch-conditional-filtered'));
    const key = await start('catch-conditional-filtered');
    const set = async (variables: object) =>
      expect((await server.request('PUT', `/v2/element-instances/${key}/variables`, { variables })).status).toBe(204);
    await set({ amount: 200 });
    expect((await instance(key)).state, 'created, not updated').toBe('ACTIVE');
    await set({ other: 1 });
    await set({ other: 2 });
    expect((await instance(key)).state, 'another variable').toBe('ACTIVE');
    await set({ amount: 300 });
    expect((await instance(key)).state).toBe('COMPLETED');
  });

  it.each([
    ['start', 'before', []],
    ['end', 'behind', ['before', 'before2', 'work']],
  ] as const)(
    'should hold an element at its %s listener that has failed until that is resolved',
    async (_event, type, done) => {
      await deploy(fixture('execution-listeners'));
      const key = await start('execution-listeners');
      const complete = async (jobType: string): Promise<void> => {
        const [job] = await activate(jobType);
        expect((await server.post(`/v2/jobs/${job.jobKey}/completion`)).status).toBe(204);
      };
      for (const each of done) await complete(each);
      const [failing] = await activate(type);
      expect(failing).toMatchObject({ kind: 'EXECUTION_LISTENER', userTask: null });
      await server.post(`/v2/jobs/${failing.jobKey}/failure`, { retries: 0, errorMessage: 'no line' });
      const [incident] = (await server.post('/v2/incidents/search', { filter: { processInstanceKey: key } })).body
        .items;
      expect(incident).toMatchObject({ errorType: 'EXECUTION_LISTENER_NO_RETRIES', jobKey: failing.jobKey });
      await server.request('PATCH', `/v2/jobs/${failing.jobKey}`, { changeset: { retries: 1 } });
      expect((await server.post(`/v2/incidents/${incident.incidentKey}/resolution`)).status).toBe(204);
      for (const each of ['before', 'before2', 'work', 'behind'].filter((name) => !done.some((was) => was === name)))
        await complete(each);
      expect((await instance(key)).state).toBe('COMPLETED');
    },
  );
});
