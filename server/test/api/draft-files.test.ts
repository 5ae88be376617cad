import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialects } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { Answer, TestServer } from '../test-server.ts';

const minute = 60_000;
const noon = Date.parse('2040-02-01T12:00:00Z');

describe.each(dialects)('drafts in folders, and their versions, on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect, { isClockControlled: true });
  });
  afterAll(() => server.close());

  const folder = async (name: string, parentId: string | null = null): Promise<string> =>
    (await server.post('/ext/folders', { name, parentId })).body.folderId;
  const draft = async (content: string, folderId: string | null = null): Promise<string> =>
    (await server.post('/ext/drafts', { name: 'Order', kind: 'bpmn', content, folderId, author: 'ana' })).body.draftId;
  const change = (id: string, body: object) => server.request('PATCH', `/ext/folders/${id}`, body);
  const remove = (path: string) => server.request('DELETE', path);
  const statusOf = async (answer: Promise<Answer>) => (await answer).status;

  it('should keep folders in a tree without circles and without two of a name', async () => {
    const [sales, support] = [await folder('Sales'), await folder('Support')];
    const inner = await folder('2040', sales);
    expect((await server.get('/ext/folders')).body.items.map(({ name }: { name: string }) => name)).toEqual([
      '2040',
      'Sales',
      'Support',
    ]);
    expect((await change(inner, { parentId: support, name: 'Old' })).body).toMatchObject({
      name: 'Old',
      parentId: support,
    });
    expect(await statusOf(change(support, { parentId: inner }))).toBe(400);
    expect(await statusOf(change(support, { parentId: support }))).toBe(400);
    expect(await statusOf(change(support, { name: 'Sales' }))).toBe(409);
    expect(await statusOf(change(support, { parentId: 'nowhere' }))).toBe(404);
    expect(await statusOf(change('nowhere', { name: 'n' }))).toBe(404);
    for (const name of ['', ' ', '..', 'a/b', 'a\\b'])
      expect(await statusOf(server.post('/ext/folders', { name })), name).toBe(400);
    expect(await statusOf(server.post('/ext/folders', { name: 'Sales' }))).toBe(409);
    // Each is moved into the other at the same moment: one of them stays.
    const moves = [change(sales, { parentId: support }), change(support, { parentId: sales })];
    const statuses = await Promise.all(moves.map(statusOf));
    expect(
      statuses.filter((status) => status === 200),
      String(statuses),
    ).toHaveLength(1);
    let deepest = inner;
    for (let depth = 4; depth <= 10; depth += 1) deepest = await folder(`level ${depth}`, deepest);
    expect(await statusOf(server.post('/ext/folders', { name: 'too deep', parentId: deepest }))).toBeLessThan(500);
    for (const id of [sales, support]) await remove(`/ext/folders/${id}`);
    expect((await server.get('/ext/folders')).body.items).toEqual([]);
  });

  it('should move drafts without disturbing who edits them, and delete a folder only with what was seen in it', async () => {
    const project = await folder('Project');
    const draftId = await draft('<a/>', project);
    expect(await statusOf(server.post('/ext/drafts', { name: 'n', kind: 'form', content: '', folderId: 'no' }))).toBe(
      404,
    );
    const moved = await server.request('PUT', `/ext/drafts/${draftId}/folder`, { folderId: null });
    expect(moved.body).toMatchObject({ folderId: null, revision: 1, updatedBy: 'ana' });
    await server.request('PUT', `/ext/drafts/${draftId}/folder`, { folderId: project });
    expect(await statusOf(server.request('PUT', `/ext/drafts/${draftId}/folder`, { folderId: 'no' }))).toBe(404);
    await folder('Inner', project);
    const refused = await remove(`/ext/folders/${project}?folders=0&drafts=0`);
    expect([refused.status, refused.body.folders, refused.body.drafts]).toEqual([409, 1, 1]);
    expect(await statusOf(remove(`/ext/folders/${project}?folders=x&drafts=0`))).toBe(400);
    expect(await statusOf(remove(`/ext/folders/${project}?folders=1&drafts=1`))).toBe(204);
    expect(await statusOf(server.get(`/ext/drafts/${draftId}`))).toBe(404);
    expect((await server.get('/ext/folders')).body.items).toEqual([]);
  });

  it('should keep versions by hand and by itself, give them back, and forget the old ones', async () => {
    const pin = (ms: number) => server.request('PUT', '/v2/clock', { timestamp: ms });
    await pin(noon);
    const draftId = await draft('first');
    const path = `/ext/drafts/${draftId}`;
    let revision = 1;
    const save = async (content: string, author = 'bo') =>
      ({ revision } = (await server.request('PUT', path, { content, revision, author })).body);
    const list = async () =>
      (await server.get(`${path}/versions`)).body.items as {
        reason: string;
        name: string | null;
        versionId: string;
        author: string;
        createdAt: string;
      }[];
    const reasons = async () => (await list()).map(({ reason, name }) => name ?? reason);

    await pin(noon + minute);
    await save('second');
    await save('third');
    expect(await reasons()).toEqual(['created']);
    await pin(noon + 30 * minute);
    await save('after a pause');
    await save('right behind it');
    expect(await reasons()).toEqual(['edited', 'created']);
    expect((await list())[0]).toMatchObject({ author: 'bo', createdAt: '2040-02-01T12:01:00.000Z' });

    const named = await server.post(`${path}/versions`, { name: 'Agreed', description: 'By all', author: 'ana' });
    expect(named.body).toMatchObject({ name: 'Agreed', reason: 'named', author: 'ana', draftName: 'Order' });
    const { versionId } = named.body;
    await pin(noon + 31 * minute);
    await save('spoiled');
    expect(await statusOf(server.post(`${path}/versions/${versionId}/restoration`, { revision: 1 }))).toBe(409);
    const restored = await server.post(`${path}/versions/${versionId}/restoration`, { revision, author: 'ana' });
    expect(restored.body).toMatchObject({ content: 'right behind it', revision: revision + 1, updatedBy: 'ana' });
    ({ revision } = restored.body);
    expect(await reasons()).toEqual(['before-restore', 'Agreed', 'edited', 'created']);
    const [before] = await list();
    expect((await server.get(`${path}/versions/${before?.versionId}`)).body.content).toBe('spoiled');

    const renamed = await server.request('PATCH', `${path}/versions/${before?.versionId}`, { name: 'Spoiled' });
    expect(renamed.body).toMatchObject({ name: 'Spoiled', description: null });
    expect(await statusOf(remove(`${path}/versions/${versionId}`))).toBe(204);
    expect(await statusOf(server.get(`${path}/versions/${versionId}`))).toBe(404);
    expect(await statusOf(remove(`${path}/versions/${versionId}`))).toBe(404);
    for (const wrong of [{}, { name: ' ' }, { name: 'n', reason: 'edited' }, { reason: 'deployed', name: 'n' }])
      expect(await statusOf(server.post(`${path}/versions`, wrong)), JSON.stringify(wrong)).toBe(400);

    for (let n = 0; n < 52; n += 1) {
      await pin(noon + (60 + n) * minute);
      await server.post(`${path}/versions`, { reason: 'deployed' });
    }
    const kept = await reasons();
    expect([kept.length, kept.includes('Spoiled'), kept.includes('created')]).toEqual([51, true, false]);
    const contents = () =>
      server.runtime.database.rows('SELECT hash FROM draft_contents WHERE draft_id = ?', [draftId]);
    expect(await contents()).toHaveLength(2);
    await remove(path);
    expect(await contents()).toEqual([]);
    await server.post('/v2/clock/reset');
  });
});
