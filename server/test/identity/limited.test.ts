import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permissionsOf } from '../../src/identity/permissions.ts';
import { fixture } from '../fixture.ts';
import type { UploadedFile } from '../../src/runtime/deployment/prepared-resource.ts';
import { startGuardedServer } from './guarded-server.ts';
import type { GuardedServer } from './guarded-server.ts';

/** The same process under another id. */
const renamed = (name: string, id: string): UploadedFile => {
  const { content } = fixture(name);
  const text = Buffer.from(content)
    .toString('utf8')
    .replaceAll(`id="${name}"`, `id="${id}"`)
    .replaceAll(`bpmnElement="${name}"`, `bpmnElement="${id}"`);
  return { name: `${id}.bpmn`, content: Buffer.from(text) };
};

type Headers = Readonly<Record<string, string>>;
let server: GuardedServer;
beforeAll(async () => {
  server = await startGuardedServer();
  for (const id of ['ours', 'theirs']) {
    await server.deploy(renamed('service-task', `${id}-jobs`), renamed('user-task', `${id}-tasks`));
  }
});
afterAll(() => server.close());

/** Everything that the fixtures' expressions ask for. */
const inputs = { kind: 'a', tries: 3, order: { total: 10 } };

const start = async (processDefinitionId: string, variables: object = {}, as: Headers = server.admin) =>
  (
    await server.as(as, 'POST', '/v2/process-instances', {
      processDefinitionId,
      variables: { ...inputs, ...variables },
    })
  ).body.processInstanceKey as string;
const items = async (as: Headers, path: string, filter: object = {}) =>
  (await server.as(as, 'POST', path, { filter })).body.items as Record<string, string>[];

describe('somebody who may do everything with one process', () => {
  let headers: Headers;
  let ours: string;
  let theirs: string;
  beforeAll(async () => {
    headers = await server.addUser('mia');
    await server.grant('mia', 'PROCESS_DEFINITION', 'ours-jobs', ...permissionsOf.PROCESS_DEFINITION);
    [ours, theirs] = [await start('ours-jobs', { secret: 1 }), await start('theirs-jobs', { secret: 2 })];
  });

  it('should find what belongs to it, in every search, and count nothing else', async () => {
    for (const path of ['process-instances', 'element-instances', 'jobs', 'variables', 'process-definitions']) {
      const all = await server.as(server.admin, 'POST', `/v2/${path}/search`, {});
      const seen = await server.as(headers, 'POST', `/v2/${path}/search`, {});
      const permitted = all.body.items.filter(
        (each: Record<string, string>) =>
          each['processDefinitionId'] === 'ours-jobs' || (path === 'variables' && each['processInstanceKey'] === ours),
      );
      expect(permitted.length, path).toBeGreaterThan(0);
      expect(seen.body.items, path).toEqual(permitted);
      expect(seen.body.page.totalItems, path).toBe(permitted.length);
    }
    // Not by an alternative either.
    const $or = [{ processDefinitionId: 'theirs-jobs' }, { state: 'ACTIVE' }];
    expect(
      (await items(headers, '/v2/process-instances/search', { $or })).map((each) => each['processInstanceKey']),
    ).toEqual([ours]);
  });

  it('should be refused at everything that belongs to another, and change nothing of it', async () => {
    const [job] = await items(server.admin, '/v2/jobs/search', { processInstanceKey: theirs });
    const [element] = await items(server.admin, '/v2/element-instances/search', { processInstanceKey: theirs });
    const [variable] = await items(server.admin, '/v2/variables/search', { processInstanceKey: theirs });
    const [definition] = await items(server.admin, '/v2/process-definitions/search', {
      processDefinitionId: 'theirs-jobs',
    });
    const refused: [string, string, object?][] = [
      ['GET', `/v2/process-instances/${theirs}`],
      ['POST', `/v2/process-instances/${theirs}/cancellation`],
      ['POST', `/v2/process-instances/${theirs}/incidents/search`, {}],
      ['POST', `/v2/process-instances/${theirs}/incident-resolution`],
      ['GET', `/v2/process-instances/${theirs}/call-hierarchy`],
      ['GET', `/v2/process-instances/${theirs}/sequence-flows`],
      ['GET', `/v2/process-instances/${theirs}/statistics/element-instances`],
      ['GET', `/ext/process-instances/${theirs}/path`],
      ['GET', `/ext/process-instances/${theirs}/journal`],
      ['GET', `/v2/element-instances/${element!['elementInstanceKey']}`],
      ['PUT', `/v2/element-instances/${theirs}/variables`, { variables: { secret: 3 } }],
      ['GET', `/v2/variables/${variable!['variableKey']}`],
      ['POST', `/v2/jobs/${job!['jobKey']}/completion`, {}],
      ['POST', `/v2/jobs/${job!['jobKey']}/failure`, {}],
      ['POST', `/v2/jobs/${job!['jobKey']}/error`, { errorCode: 'x' }],
      ['PATCH', `/v2/jobs/${job!['jobKey']}`, { changeset: { retries: 9 } }],
      ['GET', `/v2/process-definitions/${definition!['processDefinitionKey']}`],
      ['GET', `/v2/process-definitions/${definition!['processDefinitionKey']}/xml`],
      ['POST', `/v2/process-definitions/${definition!['processDefinitionKey']}/statistics/element-instances`, {}],
      ['POST', '/v2/process-instances', { processDefinitionId: 'theirs-jobs' }],
      ['POST', '/v2/process-instances', { processDefinitionKey: definition!['processDefinitionKey'] }],
      ['POST', '/v2/signals/broadcast', { signalName: 'any' }],
    ];
    const before = await server.as(server.admin, 'GET', `/ext/process-instances/${theirs}/journal`);
    for (const [method, path, body] of refused)
      expect((await server.as(headers, method, path, body)).status, `${method} ${path}`).toBe(403);
    const bulk = await server.as(headers, 'POST', '/ext/jobs/completion', { jobs: [{ jobKey: job!['jobKey'] }] });
    expect(JSON.stringify(bulk.body)).toContain('FORBIDDEN');
    expect((await server.as(server.admin, 'GET', `/ext/process-instances/${theirs}/journal`)).body).toEqual(
      before.body,
    );
  });

  it('should get the jobs of it only, also when it waits for them', async () => {
    const poll = { type: 'work-a', worker: 'w', timeout: 60_000, maxJobsToActivate: 10 };
    const first = await server.as(headers, 'POST', '/v2/jobs/activation', { ...poll, requestTimeout: -1 });
    expect(first.body.jobs.map((each: Record<string, string>) => each['processInstanceKey'])).toEqual([ours]);
    const waiting = server.as(headers, 'POST', '/v2/jobs/activation', { ...poll, requestTimeout: 5_000 });
    await start('theirs-jobs');
    const mine = await start('ours-jobs');
    expect((await waiting).body.jobs.map((each: Record<string, string>) => each['processInstanceKey'])).toEqual([mine]);
    const rest = await server.as(server.admin, 'POST', '/v2/jobs/activation', { ...poll, requestTimeout: -1 });
    expect(rest.body.jobs).toHaveLength(2);
  });

  it('should cancel by a filter what it may cancel, and leave the rest', async () => {
    const begun = await server.as(headers, 'POST', '/v2/process-instances/cancellation', { filter: {} });
    expect(begun.status).toBe(200);
    const left = () => items(server.admin, '/v2/process-instances/search', { state: 'ACTIVE' });
    await expect
      .poll(async () => (await left()).some((each) => each['processDefinitionId'] === 'ours-jobs'))
      .toBe(false);
    expect((await left()).map((each) => each['processDefinitionId'])).toContain('theirs-jobs');
  });
});

describe('somebody who works on user tasks', () => {
  it('should see, claim and complete what is assigned or offered to them or their group, and nothing else', async () => {
    const tom = await server.addUser('tom', 'task-worker');
    await server.as(server.admin, 'POST', '/v2/groups', { groupId: 'buying', name: 'Buying' });
    await server.as(server.admin, 'PUT', '/v2/groups/buying/users/tom');
    const byGroup = await start('ours-tasks', { owner: null, groups: ['buying'] });
    const byAssignee = await start('ours-tasks', { owner: 'tom', groups: [] });
    const others = await start('ours-tasks', { owner: 'ann', groups: ['selling'] });
    const seen = await items(tom, '/v2/user-tasks/search');
    expect(seen.map((each) => each['processInstanceKey']).sort()).toEqual([byGroup, byAssignee].sort());
    const task = async (key: string) =>
      (await items(server.admin, '/v2/user-tasks/search', { processInstanceKey: key }))[0]!['userTaskKey'];
    const [offered, own, foreign] = [await task(byGroup), await task(byAssignee), await task(others)];

    for (const [method, path, body] of [
      ['GET', ''],
      ['POST', '/assignment', { assignee: 'tom' }],
      ['POST', '/completion', {}],
      ['PATCH', '', { changeset: { priority: 1 } }],
      ['POST', '/variables/search', {}],
      ['POST', '/audit-logs/search', {}],
    ] as const)
      expect((await server.as(tom, method, `/v2/user-tasks/${foreign}${path}`, body)).status, path).toBe(403);

    // Offered to the group: it may be claimed, not given to others and not completed before.
    expect((await server.as(tom, 'POST', `/v2/user-tasks/${offered}/completion`, {})).status).toBe(403);
    expect((await server.as(tom, 'POST', `/v2/user-tasks/${offered}/assignment`, { assignee: 'ann' })).status).toBe(
      403,
    );
    expect((await server.as(tom, 'POST', `/v2/user-tasks/${offered}/assignment`, { assignee: 'tom' })).status).toBe(
      204,
    );
    expect((await server.as(tom, 'POST', `/v2/user-tasks/${offered}/completion`, {})).status).toBe(204);
    expect((await server.as(tom, 'POST', `/v2/user-tasks/${own}/completion`, {})).status).toBe(204);

    // What a colleague has claimed is not taken from them.
    const contested = await task(await start('ours-tasks', { owner: 'ann', groups: ['buying'] }));
    expect((await server.as(tom, 'POST', `/v2/user-tasks/${contested}/assignment`, { assignee: 'tom' })).status).toBe(
      409,
    );
  });
});

describe('somebody who may send one message', () => {
  it('should publish and correlate it, and no other, and broadcast nothing', async () => {
    const headers = await server.addUser('sender');
    await server.grant('sender', 'MESSAGE', 'payment', 'CREATE');
    const publish = (name: string) =>
      server.as(headers, 'POST', '/v2/messages/publication', { name, correlationKey: 'k', timeToLive: 0 });
    expect((await publish('payment')).status).toBe(200);
    expect(await publish('refund')).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining("'refund'") },
    });
    const correlate = (name: string) =>
      server.as(headers, 'POST', '/v2/messages/correlation', { name, correlationKey: 'k' });
    expect((await correlate('payment')).status).toBe(404);
    expect((await correlate('refund')).status).toBe(403);
    expect((await server.as(headers, 'POST', '/v2/signals/broadcast', { signalName: 'payment' })).status).toBe(403);
  });
});
