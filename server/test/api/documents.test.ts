import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialects } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** Bytes of all values that differ from place to place. */
const someBytes = (length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, index) => (index * 7 + (index >> 8)) % 256);

describe.each(dialects)('documents on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  const send = async (path: string, form: FormData) => {
    const response = await fetch(server.address + path, { method: 'POST', body: form });
    // oxlint-disable-next-line typescript/no-explicit-any -- a test states what it expects of the body
    return { status: response.status, body: (await response.json()) as any };
  };
  const upload = (bytes: string | Uint8Array<ArrayBuffer>, name: string, metadata?: object, query = '') => {
    const form = new FormData();
    form.append('file', new Blob([bytes]), name);
    if (metadata !== undefined) form.append('metadata', JSON.stringify(metadata));
    return send(`/v2/documents${query}`, form);
  };
  const download = async (path: string) => {
    const response = await fetch(new URL(path, server.address));
    return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
  };

  it('should come back as they were, with what was said of them', async () => {
    for (const length of [0, 1, 192 * 1024, 900_001]) {
      const bytes = someBytes(length);
      const { status, body } = await upload(bytes, 'bytes.bin');
      expect(status, JSON.stringify(body)).toBe(201);
      expect(body.metadata.size).toBe(length);
      expect(body.contentHash).toBe(hashOf(bytes));
      const found = await download(`/v2/documents/${body.documentId}`);
      expect(hashOf(found.bytes)).toBe(body.contentHash);
    }
    const described = {
      contentType: 'text/plain; charset=utf-8',
      fileName: 'Größe "1".txt',
      expiresAt: '2100-01-01T00:00:00Z',
      processDefinitionId: 'invoice',
      processInstanceKey: '1000000101',
      customProperties: { supplier: 'acme', nested: [1] },
    };
    const { body } = await upload('text', 'other.bin', described, '?documentId=mine&storeId=baton');
    expect(body).toEqual({
      'camunda.document.type': 'camunda',
      storeId: 'baton',
      documentId: 'mine',
      contentHash: hashOf(Buffer.from('text')),
      metadata: { ...described, expiresAt: '2100-01-01T00:00:00.000Z', size: 4 },
    });
    const { headers } = await download('/v2/documents/mine');
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="Gr__e _1_.txt"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22.txt`,
    );
    expect((await upload('again', 'x', {}, '?documentId=mine')).status).toBe(409);
    const right = await download(`/v2/documents/mine?contentHash=${body.contentHash}`);
    expect(right.status).toBe(200);
    expect((await download('/v2/documents/mine?contentHash=abc')).status).toBe(400);
    expect((await server.request('DELETE', '/v2/documents/mine')).status).toBe(204);
    expect((await server.request('DELETE', '/v2/documents/mine')).status).toBe(404);
    expect((await download('/v2/documents/mine')).status).toBe(404);
    const { knex } = server.runtime.database;
    expect(await knex('document_chunks').where('document_id', 'mine')).toEqual([]);
    expect((await upload('anew', 'x', {}, '?documentId=mine')).status).toBe(201);
  });

  it('should keep names as data, whatever they look like', async () => {
    const names = [
      '../../etc/passwd',
      '/etc/passwd',
      '..\\..\\x.exe',
      '%2e%2e%2fx',
      '\\\\host\\share',
      'a\r\nset-cookie: x',
      '.hidden',
    ];
    for (const name of names) {
      const { status, body } = await upload('x', 'x', { fileName: name }, `?documentId=${encodeURIComponent(name)}`);
      expect(status, name).toBe(201);
      expect(body).toMatchObject({ documentId: name, metadata: { fileName: name } });
      const { headers } = await download(`/v2/documents/${encodeURIComponent(name)}`);
      const disposition = headers.get('content-disposition') ?? '';
      expect(disposition).toMatch(/^attachment; filename="[^"/\\]*"; filename\*=UTF-8''[^/\\\s"]*$/);
      expect(decodeURIComponent(disposition.split("''")[1] ?? '')).not.toMatch(/[/\\]|^\./);
      expect(headers.get('set-cookie')).toBeNull();
    }
    for (const id of ['.', '..', '', 'x'.repeat(201), 'nul\u0000'])
      expect((await upload('x', 'x', {}, `?documentId=${encodeURIComponent(id)}`)).status, id).toBe(400);
    expect((await upload('x', 'x', { fileName: 'nul\u0000' })).status).toBe(400);
  });

  it('F46: should never be shown by a browser as a page of the server', async () => {
    const pages = [
      ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
      ['text/html', '<script>alert(1)</script>'],
    ];
    for (const [contentType, page] of pages) {
      const { body } = await upload(page!, 'page', { contentType });
      const link = await server.post(`/v2/documents/${body.documentId}/links`);
      for (const path of [
        `/v2/documents/${body.documentId}`,
        new URL(link.body.url).pathname + new URL(link.body.url).search,
      ]) {
        const { headers } = await download(path);
        expect(headers.get('content-disposition')).toMatch(/^attachment/);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
      }
    }
    expect((await upload('x', 'x', { contentType: 'text/html\r\nx: y' })).status).toBe(400);
  });

  it('should be stored several at once, each for itself', async () => {
    const form = new FormData();
    for (const name of ['a.txt', 'b.txt', 'c.txt']) form.append('files', new Blob([name], { type: 'text/css' }), name);
    const plain = await send('/v2/documents/batch', form);
    expect(plain.status).toBe(201);
    expect(plain.body.failedDocuments).toEqual([]);
    expect(plain.body.createdDocuments).toMatchObject([
      { metadata: { fileName: 'a.txt', contentType: 'text/css' } },
      { metadata: { fileName: 'b.txt' } },
      { metadata: { fileName: 'c.txt' } },
    ]);
    form.append('metadataList', JSON.stringify([{}, { expiresAt: '2001-01-01T00:00:00Z' }, { fileName: 'see.txt' }]));
    const partly = await send('/v2/documents/batch', form);
    expect(partly.status).toBe(207);
    expect(partly.body.failedDocuments).toMatchObject([{ fileName: 'b.txt', status: 400, title: 'INVALID_ARGUMENT' }]);
    expect(
      partly.body.createdDocuments.map((each: { metadata: { fileName: string } }) => each.metadata.fileName),
    ).toEqual(['a.txt', 'see.txt']);
    form.append('metadataList', '{}');
    expect((await send('/v2/documents/batch', form)).status).toBe(400);
  });

  it('should refuse what is too large or no upload', async () => {
    expect((await upload(new Uint8Array(1024 * 1024 + 1), 'large')).status).toBe(413);
    expect((await upload(new Uint8Array(1024 * 1024), 'as large as may be')).status).toBe(201);
    const many = new FormData();
    for (let n = 0; n < 5; n += 1) many.append('files', new Blob([new Uint8Array(1_000_000)]), `${n}`);
    expect((await send('/v2/documents/batch', many)).status).toBe(413);
    expect((await send('/v2/documents', new FormData())).status).toBe(400);
    expect((await server.post('/v2/documents', {})).status).toBe(415);
    const form = new FormData();
    form.append('file', new Blob(['x']), 'x');
    form.append('metadata', '{');
    expect((await send('/v2/documents', form)).status).toBe(400);
    expect((await upload('x', 'x', { unknown: 1 })).status).toBe(400);
    expect((await upload('x', 'x', {}, '?storeId=other')).status).toBe(400);
    expect((await upload('x', 'x', { customProperties: { long: 'x'.repeat(10_000) } })).status).toBe(400);
  });

  it('should be handed out by a link, to whoever has it', async () => {
    const { body } = await upload('linked', 'linked.txt', {}, `?documentId=${encodeURIComponent('a/b')}`);
    const id = encodeURIComponent(body.documentId);
    for (const path of ['links', 'link']) {
      const made = await server.post(`/v2/documents/${id}/${path}?contentHash=${body.contentHash}`, {
        timeToLive: 60_000,
      });
      expect(made.status).toBe(201);
      expect(Math.abs(Date.parse(made.body.expiresAt) - Date.now() - 60_000)).toBeLessThan(30_000);
      expect(made.body.url).toMatch(/^http:\/\/localhost:\d+\/ext\/document-links\/a%2Fb\?/);
      expect(Buffer.from((await download(made.body.url)).bytes).toString()).toBe('linked');
      const forged = [
        made.body.url.replace(/expires=\d/, 'expires=9'),
        made.body.url.replace(/signature=(.)/, (_: string, first: string) => `signature=${first === '_' ? 'A' : '_'}`),
        made.body.url.replace(/signature=.*/, 'signature='),
        made.body.url.replace('a%2Fb', 'mine'),
        made.body.url.replace('a%2Fb', 'not-there'),
      ];
      for (const url of forged) expect((await download(url)).status, url).toBe(403);
      expect((await download(made.body.url.replace(/\?.*/, ''))).status).toBe(400);
    }
    expect((await server.post(`/v2/documents/${id}/links`, { timeToLive: 0 })).status).toBe(400);
    expect((await server.post(`/v2/documents/${id}/links?contentHash=0`)).status).toBe(400);
    expect((await server.post('/v2/documents/not-there/links')).status).toBe(404);
    // Nobody is believed who says that they are a proxy.
    const said = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example' };
    const { body: undeclared } = await server.post(`/v2/documents/${id}/links`, {}, said);
    expect(undeclared.url).toMatch(/^http:\/\/localhost:/);
  });

  it('should be there until they expire, and then be removed by themselves', async () => {
    const expiresAt = new Date(Date.now() + 1_200).toISOString();
    const { body } = await upload('short', 'short', { expiresAt });
    expect((await download(`/v2/documents/${body.documentId}`)).status).toBe(200);
    const link = await server.post(`/v2/documents/${body.documentId}/links`, { timeToLive: 1 });
    await expect.poll(async () => (await download(link.body.url)).status).toBe(403);
    const { knex } = server.runtime.database;
    const left = async () => [
      ...(await knex('documents').where('id', body.documentId)),
      ...(await knex('document_chunks').where('document_id', body.documentId)),
    ];
    expect(await left()).toHaveLength(2);
    await expect.poll(left, { timeout: 10_000 }).toEqual([]);
    expect((await download(`/v2/documents/${body.documentId}`)).status).toBe(404);
  });
});
