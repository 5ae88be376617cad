import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mentionsIn } from '../../src/identity/people.ts';
import { startGuardedServer } from '../identity/guarded-server.ts';
import type { GuardedServer } from '../identity/guarded-server.ts';
import { dialects } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { Answer } from '../test-server.ts';

type Headers = Readonly<Record<string, string>>;
/** As the answers are written. */
type Items = readonly Record<string, unknown>[];

describe.each(dialects)('comments on drafts on %s', (dialect) => {
  let server: GuardedServer;
  let ana: Headers;
  let mia: Headers;
  let ben: Headers;
  beforeAll(async () => {
    server = await startGuardedServer({}, dialect);
    ana = await server.addUser('ana', 'modeler');
    mia = await server.addUser('mia', 'modeler');
    // May do tasks, and open no draft.
    ben = await server.addUser('ben', 'task-worker');
  });
  afterAll(() => server.close());

  const draft = async (): Promise<string> =>
    (await server.as(ana, 'POST', '/ext/drafts', { name: 'Order', kind: 'bpmn', content: '<a/>' })).body.draftId;
  const say = (as: Headers, draftId: string, body: object): Promise<Answer> =>
    server.as(as, 'POST', `/ext/drafts/${draftId}/comments`, body);
  const change = (as: Headers, key: string, body: object): Promise<Answer> =>
    server.as(as, 'PATCH', `/ext/draft-comments/${key}`, body);
  const comments = async (as: Headers, draftId: string): Promise<Items> =>
    (await server.as(as, 'GET', `/ext/drafts/${draftId}/comments`)).body.items;
  const told = async (as: Headers, query = ''): Promise<Answer['body']> =>
    (await server.as(as, 'GET', `/ext/notifications${query}`)).body;

  it('should keep threads with their element, and open a resolved one with a reply', async () => {
    const draftId = await draft();
    const first = await say(ana, draftId, { text: 'Why?', elementId: 'check', elementName: 'Check' });
    expect(first.status).toBe(201);
    const { commentKey } = first.body;
    expect(first.body).toMatchObject({ threadKey: commentKey, author: 'ana', mayEdit: true, resolvedAt: null });
    const settled = await change(mia, commentKey, { isResolved: true });
    expect(settled.body).toMatchObject({ resolvedBy: 'mia', mayEdit: false, mayDelete: false });
    const reply = await say(mia, draftId, { text: 'Because.', replyTo: commentKey, elementId: 'other' });
    expect(reply.body).toMatchObject({ threadKey: commentKey, elementId: 'check', elementName: 'Check' });
    expect(await comments(ana, draftId)).toMatchObject([
      { text: 'Why?', resolvedAt: null, resolvedBy: null },
      { text: 'Because.', author: 'mia', mayEdit: false },
    ]);
    expect((await change(ana, reply.body.commentKey, { isResolved: true })).status).toBe(409);
    const other = await draft();
    expect((await say(ana, other, { text: 'n', replyTo: commentKey })).status).toBe(404);
    for (const body of [{ text: ' ' }, { text: 'x'.repeat(4_001) }, {}, { text: 'n', unknown: 1 }])
      expect((await say(ana, draftId, body)).status).toBe(400);
    expect((await change(ana, commentKey, {})).status).toBe(400);
  });

  it('should let people change and delete what they wrote, and administrators delete anything', async () => {
    const draftId = await draft();
    const { commentKey } = (await say(ana, draftId, { text: 'Tpyo' })).body;
    await say(mia, draftId, { text: 'Reply', replyTo: commentKey });
    expect((await change(mia, commentKey, { text: 'Mine now' })).status).toBe(403);
    expect((await change(server.admin, commentKey, { text: 'Mine now' })).status).toBe(403);
    const changed = await change(ana, commentKey, { text: 'Typo' });
    expect(changed.body).toMatchObject({ text: 'Typo', editedAt: expect.any(String) as string });
    const path = `/ext/draft-comments/${commentKey}`;
    expect((await server.as(mia, 'DELETE', path)).status).toBe(403);
    expect((await server.as(server.admin, 'DELETE', path)).status).toBe(204);
    expect(await comments(ana, draftId)).toEqual([]);
    expect((await server.as(ana, 'DELETE', path)).status).toBe(404);
  });

  it('should tell whoever is mentioned, and everybody of a thread of a reply', async () => {
    const eva = await server.addUser('eva', 'modeler');
    const tom = await server.addUser('tom', 'modeler');
    const draftId = await draft();
    const people = async (part: string): Promise<unknown> =>
      (await server.as(eva, 'GET', `/ext/drafts/${draftId}/people?q=${encodeURIComponent(part)}`)).body.items;
    // Whose username begins with it comes first.
    expect(await people('TO')).toEqual([
      { username: 'tom', name: 'tom' },
      { username: 'admin', name: 'Administrator' },
    ]);
    expect(await people('ben')).toEqual([]);
    expect(await people('%')).toEqual([]);
    const text = 'Is that so, @tom? And @ben, @nobody, mail@tom';
    const { body } = await say(eva, draftId, { text, elementId: 'check', elementName: 'Check' });
    expect(body.mentions).toEqual([{ username: 'tom', name: 'tom' }]);
    expect(await told(tom)).toMatchObject({
      unreadCount: 1,
      hasMore: false,
      items: [{ kind: 'comment-mention', actorName: 'eva', draftName: 'Order', elementName: 'Check', excerpt: text }],
    });
    for (const as of [eva, ben]) expect(await told(as)).toEqual({ items: [], unreadCount: 0, hasMore: false });

    await say(tom, draftId, { text: `Yes. ${'😀'.repeat(300)}`, replyTo: body.commentKey });
    const [reply] = (await told(eva)).items;
    expect(reply).toMatchObject({ kind: 'comment-reply', actorName: 'tom', readAt: null });
    expect(reply.excerpt).toBe(`Yes. ${'😀'.repeat(195)}…`);
    await server.as(server.admin, 'PATCH', `/ext/notifications/${reply.notificationKey}`, { isRead: true });
    expect((await told(eva)).unreadCount).toBe(1);
    await server.as(eva, 'PATCH', `/ext/notifications/${reply.notificationKey}`, { isRead: true });
    expect(await told(eva)).toMatchObject({ unreadCount: 0, items: [{ readAt: expect.any(String) as string }] });

    await change(eva, body.commentKey, { text: '@tom @admin' });
    expect((await told(tom)).unreadCount).toBe(1);
    expect((await told(server.admin)).items).toMatchObject([{ kind: 'comment-mention' }]);
    await say(eva, draftId, { text: 'Again, @tom.' });
    const [newest, oldest] = (await told(tom)).items;
    expect(await told(tom, '?limit=1')).toMatchObject({ items: [newest], hasMore: true, unreadCount: 2 });
    expect(await told(tom, `?limit=1&before=${newest.notificationKey}`)).toMatchObject({ items: [oldest] });
    expect((await server.as(tom, 'POST', '/ext/notifications/reading')).status).toBe(204);
    expect((await told(tom)).unreadCount).toBe(0);

    await server.as(eva, 'DELETE', `/ext/draft-comments/${body.commentKey}`);
    expect((await told(tom)).items).toHaveLength(1);
    await server.as(eva, 'DELETE', `/ext/drafts/${draftId}`);
    expect((await told(tom)).items).toEqual([]);
    expect((await server.as(eva, 'GET', `/ext/drafts/${draftId}/comments`)).status).toBe(404);
    const { database } = server.runtime;
    for (const table of ['draft_comments', 'notifications'])
      expect(await database.rows(`SELECT key FROM ${table} WHERE draft_id = ?`, [draftId])).toEqual([]);
  });

  it('should write who commented to the audit log, without the words', async () => {
    const draftId = await draft();
    const { commentKey } = (await say(ana, draftId, { text: 'Something private' })).body;
    const { body } = await server.as(server.admin, 'POST', '/v2/audit-logs/search', {
      filter: { entityType: 'RESOURCE', actorId: 'ana', operationType: 'CREATE' },
    });
    expect(JSON.stringify(body.items)).not.toContain('private');
    expect(body.items).toContainEqual(expect.objectContaining({ entityKey: draftId }));
    expect(commentKey).toMatch(/^\d+$/);
  });

  it('should say where too many are', async () => {
    const draftId = await draft();
    const { threadKey } = (await say(ana, draftId, { text: 'n' })).body;
    const { knex } = server.runtime.database;
    const [row] = (await knex('draft_comments').where({ key: threadKey })) as object[];
    for (let from = 1; from < 1_000; from += 50)
      await knex('draft_comments').insert(
        Array.from({ length: Math.min(50, 1_000 - from) }, (_, at) => ({ ...row, key: -(from + at) })),
      );
    const refused = await say(ana, draftId, { text: 'One more' });
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain('at most 1000 comments');
  });
});

describe('comments where nobody signs in', () => {
  it('should bear the name that somebody gives, and mention nobody', async () => {
    const server = await startTestServer();
    const { draftId } = (await server.post('/ext/drafts', { name: 'Order', kind: 'bpmn', content: '' })).body;
    const path = `/ext/drafts/${draftId}/comments`;
    const said = await server.post(path, { text: 'Hello @admin', author: 'demo' });
    expect(said.body).toMatchObject({ author: 'demo', authorName: 'demo', mentions: [], mayEdit: true });
    expect((await server.get(`/ext/drafts/${draftId}/people`)).body.items).toEqual([]);
    expect((await server.get('/ext/notifications')).body).toEqual({ items: [], unreadCount: 0, hasMore: false });
    await server.close();
  });
});

describe('mentions in a text', () => {
  it.each([
    ['@mia', ['mia']],
    ['Ask @mia.', ['mia.', 'mia']],
    ['(@mia, @ana.ruiz@example.org!)', ['mia', 'ana.ruiz@example.org']],
    ['mia@example.org and @@mia and @ mia', []],
  ])('should be found: %s', (text, names) => {
    expect(mentionsIn(text)).toEqual(names);
  });
});
