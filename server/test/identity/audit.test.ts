import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture } from '../fixture.ts';
import { sealTask } from '../../src/runtime/audit/audit-seal.ts';
import { verify } from '../../src/verify.ts';
import { basic, startGuardedServer } from './guarded-server.ts';
import type { GuardedServer } from './guarded-server.ts';

let server: GuardedServer;
beforeAll(async () => {
  server = await startGuardedServer();
});
afterAll(() => server.close());

const entries = async (filter: Record<string, unknown>) =>
  (await server.as(server.admin, 'POST', '/ext/audit-logs/search', { filter })).body.items as Record<string, never>[];

describe('the audit log', () => {
  it('should tell of every accepted command who asked for it, and keep no values and no secrets', async () => {
    await server.addUser('mia', 'operator');
    const mia = basic('mia');
    await server.deploy(fixture('user-task'));
    const started = await server.as(mia, 'POST', '/v2/process-instances', {
      processDefinitionId: 'user-task',
      variables: { iban: 'DE02-secret' },
    });
    expect(started.status).toBe(200);
    const [start] = await entries({ actorId: 'mia', operationType: 'CREATE' });
    expect(start).toMatchObject({
      entityType: 'PROCESS_INSTANCE',
      entityKey: started.body.processInstanceKey,
      actorType: 'USER',
      result: 'SUCCESS',
      details: { operation: 'createProcessInstance', sent: { processDefinitionId: 'user-task', variables: ['iban'] } },
    });
    const [task] = (await server.as(mia, 'POST', '/v2/user-tasks/search', {})).body.items;
    await server.as(mia, 'POST', `/v2/user-tasks/${task.userTaskKey}/assignment`, { assignee: 'mia' });
    expect(await entries({ userTaskKey: task.userTaskKey })).toMatchObject([
      {
        operationType: 'ASSIGN',
        category: 'USER_TASKS',
        processInstanceKey: started.body.processInstanceKey,
        processDefinitionId: 'user-task',
      },
    ]);
    const ofTask = await server.as(mia, 'POST', `/v2/user-tasks/${task.userTaskKey}/audit-logs/search`, {});
    expect(ofTask.body.items).toHaveLength(1);
    const everything = JSON.stringify(await entries({}));
    expect(everything).not.toContain('DE02-secret');
    expect(everything).not.toContain('a phrase that is long enough');
    expect(everything).not.toContain('argon2id');
  });

  it('should keep how what is administered was before and after', async () => {
    await server.as(server.admin, 'POST', '/v2/groups', { groupId: 'g', name: 'Old' });
    await server.as(server.admin, 'PUT', '/v2/groups/g', { name: 'New' });
    expect(await entries({ entityType: 'GROUP', operationType: 'UPDATE' })).toMatchObject([
      { entityKey: 'g', actorId: 'admin', details: { before: { name: 'Old' }, after: { name: 'New' } } },
    ]);
  });

  it('should tell of logins and of who was refused, on one line whatever the name', async () => {
    const name = 'eve\n2030-01-01 admin: all is well';
    await server.post('/ext/authentication/login', { username: name, password: 'x' });
    await server.addUser('tom');
    await server.as(basic('tom'), 'POST', '/v2/users/search', {});
    await expect.poll(async () => (await entries({ result: 'FAIL' })).length).toBe(2);
    expect(await entries({ actorId: name })).toMatchObject([{ details: { event: 'login', code: 'UNAUTHORIZED' } }]);
    expect(await entries({ actorId: 'tom' })).toMatchObject([
      { details: { event: 'refused', operation: 'searchUsers', code: 'FORBIDDEN' } },
    ]);
  });

  it('should not tell of a command twice that was sent twice, nor of one that was refused for what it asked', async () => {
    const headers = { ...server.admin, 'idempotency-key': 'once' };
    for (let each = 0; each < 2; each += 1) await server.as(headers, 'POST', '/v2/roles', { roleId: 'r', name: 'R' });
    await server.as(server.admin, 'POST', '/v2/roles', { roleId: 'r', name: 'R' });
    expect(await entries({ entityType: 'ROLE', operationType: 'CREATE' })).toMatchObject([{ commandId: 'once' }]);
  });
});

it('should be chained, so that nobody changes it unseen', async () => {
  const store = await startGuardedServer();
  const { runtime } = store;
  try {
    for (const groupId of ['a', 'b', 'c'])
      await store.as(store.admin, 'POST', '/v2/groups', { groupId, name: groupId });
    while ((await runtime.pipeline.submit(sealTask())) > 0);
    await store.as(store.admin, 'DELETE', '/v2/groups/a');
    while ((await runtime.pipeline.submit(sealTask())) > 0);
    expect((await verify(runtime.database)).violations).toEqual([]);
    const change = (sql: string) => runtime.database.knex.raw(sql);
    await change(`UPDATE audit_log SET actor_id = 'somebody' WHERE entity_key = 'b'`);
    expect((await verify(runtime.database)).violations.join()).toMatch(/I7 \d+: expected the entries under audit seal/);
    await change(`UPDATE audit_log SET actor_id = 'admin' WHERE entity_key = 'b'`);
    await change(`DELETE FROM audit_log WHERE entity_key = 'c'`);
    expect((await verify(runtime.database)).violations.join()).toMatch(/entries under audit seal \d+, found/);
    await change(`UPDATE audit_seals SET hash = 'x' WHERE seal = 1`);
    expect((await verify(runtime.database)).violations.join()).toMatch(/hash of the seal before it/);
  } finally {
    await store.close();
  }
});
