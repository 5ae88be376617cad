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

  it('should be handed out as a file for spreadsheets, filtered as it is searched, with nothing to calculate in it', async () => {
    const odd = '=HYPERLINK("http://evil.example")';
    // Who tries to sign in chooses what they are called.
    await server.post('/ext/authentication/login', { username: odd, password: 'x' });
    await expect.poll(() => entries({ actorId: odd })).toHaveLength(1);
    const path = '/ext/audit-log.csv';
    const file = await server.as(server.admin, 'GET', path);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="audit-log.csv"');
    const [head, ...lines] = (file.body as string).trimEnd().split('\r\n');
    expect(head).toMatch(/^auditLogKey,timestamp,actorType,actorId,result,/);
    expect(lines.length).toBeGreaterThan(5);
    expect(file.body).toContain(`,"'=HYPERLINK(""http://evil.example"")",FAIL,`);
    const times = lines.map((line) => line.split(',')[1]!);
    expect(times).toEqual([...times].sort().reverse());

    const filter = encodeURIComponent(JSON.stringify({ result: 'FAIL' }));
    const failed = await server.as(server.admin, 'GET', `${path}?filter=${filter}`);
    const failures = (failed.body as string).trimEnd().split('\r\n').slice(1);
    expect(failures.length).toBeLessThan(lines.length);
    expect(failures.every((line) => line.includes(',FAIL,'))).toBe(true);
    for (const wrong of ['{', '{"nonsense":1}', '[]', '7'])
      expect((await server.as(server.admin, 'GET', `${path}?filter=${encodeURIComponent(wrong)}`)).status, wrong).toBe(
        400,
      );
    expect((await server.as(await server.addUser('curious'), 'GET', path)).status).toBe(403);
  });

  it('should be handed out in pages, however many there are', async () => {
    const { knex } = server.runtime.database;
    const [row] = await knex('audit_log').orderBy('key').limit(1);
    const many = Array.from({ length: 2_500 }, (_, index) => ({
      ...row,
      key: 9_000_000_000 + index,
      actor_id: 'copy',
      seal: null,
    }));
    for (let at = 0; at < many.length; at += 250) await knex('audit_log').insert(many.slice(at, at + 250));
    const filter = encodeURIComponent(JSON.stringify({ actorId: 'copy' }));
    const file = await server.as(server.admin, 'GET', `/ext/audit-log.csv?filter=${filter}`);
    const keys = (file.body as string)
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
    expect(new Set(keys).size).toBe(2_500);
    await knex('audit_log').where({ actor_id: 'copy' }).delete();
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
