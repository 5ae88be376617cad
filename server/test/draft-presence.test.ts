import { describe, expect, it } from 'vitest';
import { meetAtDraft } from '../src/runtime/draft-presence.ts';
import { createDraft } from '../src/runtime/drafts.ts';
import type { Database } from '../src/store/database.ts';
import { createTestStore, dialects, openTestRuntime } from './test-runtime.ts';

/** A database whose reads after the first one see what `meanwhile` did. */
const interrupted = (database: Database, meanwhile: () => Promise<unknown>): Database => {
  let reads = 0;
  let done: Promise<unknown> | null = null;
  return {
    ...database,
    rows: async (sql, params) => {
      reads += 1;
      if (reads > 1) await (done ??= meanwhile());
      return database.rows(sql, params);
    },
  };
};

describe.each(dialects)('who edits a draft, on %s', (dialect) => {
  it('should be one page also when another is faster between two reads', async () => {
    const store = await createTestStore(dialect);
    const runtime = await openTestRuntime(store);
    const draft = await createDraft(runtime, {
      tenantId: '<default>',
      name: 'Order',
      kind: 'bpmn',
      content: '<a/>',
      folderId: null,
      author: 'ana',
    });
    const ana = () => meetAtDraft(runtime, draft, { session: 'ana', name: 'ana', wish: 'edit' });
    const late = { ...runtime, database: interrupted(runtime.database, ana) };
    const seenByBo = await meetAtDraft(late, draft, { session: 'bo', name: 'bo', wish: 'edit' });
    expect(seenByBo.editor).toBe('ana');
    expect((await ana()).editor).toBe('ana');
    await runtime.close();
    await store.drop();
  });
});
