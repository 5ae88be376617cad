import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../src/store/database.ts';
import { migrations } from '../src/store/migrate.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { RowChanges } from '../src/store/row-changes.ts';
import type { Table } from '../src/store/table.ts';
import { batchOperationItems } from '../src/store/tables/batch-operation-items.ts';
import { batchOperations } from '../src/store/tables/batch-operations.ts';
import { clusterVariables } from '../src/store/tables/cluster-variables.ts';
import { commandIds } from '../src/store/tables/command-ids.ts';
import { compensations } from '../src/store/tables/compensations.ts';
import { conditionSubscriptions } from '../src/store/tables/condition-subscriptions.ts';
import { decisionDefinitions } from '../src/store/tables/decision-definitions.ts';
import { decisionInstances } from '../src/store/tables/decision-instances.ts';
import { decisionRequirements } from '../src/store/tables/decision-requirements.ts';
import { deployments } from '../src/store/tables/deployments.ts';
import { documentChunks } from '../src/store/tables/document-chunks.ts';
import { documents } from '../src/store/tables/documents.ts';
import { draftComments } from '../src/store/tables/draft-comments.ts';
import { draftContents } from '../src/store/tables/draft-contents.ts';
import { draftFolders } from '../src/store/tables/draft-folders.ts';
import { draftLocks } from '../src/store/tables/draft-locks.ts';
import { draftSessions } from '../src/store/tables/draft-sessions.ts';
import { draftVersions } from '../src/store/tables/draft-versions.ts';
import { drafts } from '../src/store/tables/drafts.ts';
import { elementTemplates } from '../src/store/tables/element-templates.ts';
import { elementInstances } from '../src/store/tables/element-instances.ts';
import { forms } from '../src/store/tables/forms.ts';
import { incidents } from '../src/store/tables/incidents.ts';
import { jobs } from '../src/store/tables/jobs.ts';
import { journal } from '../src/store/tables/journal.ts';
import { loopOutputs } from '../src/store/tables/loop-outputs.ts';
import { meta } from '../src/store/tables/meta.ts';
import { messageAddresses } from '../src/store/tables/message-addresses.ts';
import { messageCorrelations } from '../src/store/tables/message-correlations.ts';
import { messageStarts } from '../src/store/tables/message-starts.ts';
import { messageSubscriptions } from '../src/store/tables/message-subscriptions.ts';
import { messages } from '../src/store/tables/messages.ts';
import { notifications } from '../src/store/tables/notifications.ts';
import { outbox } from '../src/store/tables/outbox.ts';
import { parkedTokens } from '../src/store/tables/parked-tokens.ts';
import { processDefinitions } from '../src/store/tables/process-definitions.ts';
import { processInstances } from '../src/store/tables/process-instances.ts';
import { resources } from '../src/store/tables/resources.ts';
import { signalSubscriptions } from '../src/store/tables/signal-subscriptions.ts';
import { startGatherings } from '../src/store/tables/start-gatherings.ts';
import { startSubscriptions } from '../src/store/tables/start-subscriptions.ts';
import { startTimers } from '../src/store/tables/start-timers.ts';
import { taskDelegations } from '../src/store/tables/task-delegations.ts';
import { taskFilters } from '../src/store/tables/task-filters.ts';
import { timers } from '../src/store/tables/timers.ts';
import { userTasks } from '../src/store/tables/user-tasks.ts';
import { variables } from '../src/store/tables/variables.ts';
import { createTestStore, dialects } from './test-runtime.ts';
import type { TestStore } from './test-runtime.ts';

const tables = [
  batchOperationItems,
  batchOperations,
  clusterVariables,
  commandIds,
  compensations,
  conditionSubscriptions,
  decisionDefinitions,
  decisionInstances,
  decisionRequirements,
  deployments,
  documentChunks,
  documents,
  draftComments,
  draftContents,
  draftFolders,
  draftLocks,
  draftSessions,
  draftVersions,
  drafts,
  elementInstances,
  elementTemplates,
  forms,
  incidents,
  jobs,
  journal,
  loopOutputs,
  messageAddresses,
  meta,
  messageCorrelations,
  messageStarts,
  messageSubscriptions,
  messages,
  notifications,
  outbox,
  parkedTokens,
  processDefinitions,
  processInstances,
  resources,
  signalSubscriptions,
  startGatherings,
  startSubscriptions,
  startTimers,
  taskDelegations,
  taskFilters,
  timers,
  userTasks,
  variables,
] as unknown as Table[];

const timer = (key: number, cycle: string | null = null) => ({
  process_instance_key: 1,
  key,
  element_instance_key: 2,
  target_id: 't',
  due_ms: 2 ** 52,
  repetitions: -1,
  cycle,
  held_due_ms: null,
});

describe.each(dialects)('the store on %s', (dialect) => {
  let store: TestStore;
  let database: Database;
  beforeAll(async () => {
    store = await createTestStore(dialect);
    database = await openDatabase(store);
  });
  afterAll(async () => {
    await database.close();
    await store.drop();
  });
  const write = (change: (changes: RowChanges) => void) => {
    const changes = new RowChanges();
    change(changes);
    return database.write(changes);
  };
  const timerRows = () =>
    database.rows<{ key: number; repetitions: number }>(
      `SELECT ${Object.keys(timers.columns).join(', ')} FROM timers ORDER BY key`,
    );

  it('should have exactly the columns that the tables declare', async () => {
    for (const table of tables) {
      const info = await database.knex(table.name).columnInfo();
      for (const column of table.claim ?? []) {
        expect(info[column]?.nullable, `${table.name}.${column}`).toBe(true);
        delete info[column];
      }
      const found = Object.entries(info).map(([name, column]) => [name, column.nullable]);
      const declared = Object.entries(table.columns).map(([name, column]) => [name, column.nullable]);
      expect(Object.fromEntries(found), table.name).toEqual(Object.fromEntries(declared));
    }
  });

  it('should keep numbers up to 2^53, nulls and any text as they are', async () => {
    const text = `a'b"c\\{}, ${'\u{1F600}'} ü\n\t__proto__`;
    await write((changes) => {
      changes.insert(timers, timer(10));
      changes.insert(timers, timer(11, text));
    });
    expect(await timerRows()).toEqual([timer(10), timer(11, text)]);
  });

  it('should patch, overwrite and delete in one batch', async () => {
    await write((changes) => {
      changes.patch(timers, { process_instance_key: 1, key: 10 }, { repetitions: 5 });
      changes.upsert(timers, { ...timer(11), repetitions: 6 });
      changes.upsert(timers, timer(12));
      changes.insert(timers, timer(13));
      changes.delete(timers, { process_instance_key: 1, key: 13 });
      changes.delete(timers, { process_instance_key: 1, key: 99 });
    });
    expect((await timerRows()).map((row) => [row.key, row.repetitions])).toEqual([
      [10, 5],
      [11, 6],
      [12, -1],
    ]);
  });

  it('should write nothing of a batch when a guarded row was changed by somebody else', async () => {
    const result = await write((changes) => {
      changes.insert(timers, timer(20));
      changes.patch(timers, { process_instance_key: 1, key: 10 }, { repetitions: 7 }, { repetitions: 5 });
      changes.patch(timers, { process_instance_key: 1, key: 11 }, { repetitions: 7 }, { repetitions: 4 });
    });
    expect(result).toMatchObject({ ok: false, conflict: { table: 'timers' } });
    expect((await timerRows()).map((row) => [row.key, row.repetitions])).toEqual([
      [10, 5],
      [11, 6],
      [12, -1],
    ]);
  });

  it('should write nothing of a batch when a row that must be there is gone', async () => {
    const result = await write((changes) => {
      changes.delete(timers, { process_instance_key: 1, key: 10 });
      changes.delete(timers, { process_instance_key: 1, key: 77 }, true);
    });
    expect(result.ok).toBe(false);
    expect(await timerRows()).toHaveLength(3);
  });

  it('should write nothing of a batch when a statement fails', async () => {
    const failing = write((changes) => {
      changes.insert(timers, timer(30));
      changes.insert(timers, timer(10));
    });
    await expect(failing).rejects.toThrow();
    expect(await timerRows()).toHaveLength(3);
  });

  it('should never hand out a key twice', async () => {
    const blocks = await Promise.all(Array.from({ length: 20 }, () => database.takeKeys(100)));
    const starts = new Set(blocks);
    expect(starts.size).toBe(20);
    for (const start of starts)
      for (const other of starts) expect(start === other || Math.abs(start - other) >= 100).toBe(true);
  });

  it('should migrate only once however many open it', async () => {
    if (dialect === 'sqlite') {
      await expect(openDatabase(store)).rejects.toThrow(/in use by another Baton server/);
      return;
    }
    const others = await Promise.all([openDatabase(store), openDatabase(store)]);
    expect(await others[0]?.knex('schema_migrations').count({ count: '*' })).toEqual([{ count: migrations.length }]);
    for (const other of others) await other.close();
  });
});

describe('the SQLite store', () => {
  it('should keep its files to its owner', async () => {
    const store = await createTestStore('sqlite');
    const database = await openDatabase(store);
    const changes = new RowChanges();
    changes.insert(timers, timer(1));
    await database.write(changes);
    const files = readdirSync(store.dataFolder);
    expect(files).toEqual(expect.arrayContaining(['baton.lock', 'baton.sqlite', 'baton.sqlite-wal']));
    // Windows has no such rights; there every file shows the same.
    const forbidden = process.platform === 'win32' ? 0 : 0o077;
    for (const file of files) expect(statSync(join(store.dataFolder, file)).mode & forbidden, file).toBe(0);
    await database.close();
    await store.drop();
  });

  it('should leave out what follows a write that was not taken, until one stands on its own', async () => {
    const store = await createTestStore('sqlite');
    const database = await openDatabase(store);
    const write = (key: number, follows: boolean, guard: { repetitions: number } | null = null) => {
      const changes = new RowChanges();
      if (guard === null) changes.insert(timers, timer(key));
      else changes.patch(timers, { process_instance_key: 1, key }, { repetitions: 9 }, guard);
      return database.write(changes, follows);
    };
    const results = await Promise.all([
      write(1, false),
      write(2, true),
      write(1, true, { repetitions: 77 }),
      write(3, true),
      write(4, true),
      write(5, false),
      write(6, true),
    ]);
    expect(results.map(({ ok }) => ok)).toEqual([true, true, false, false, false, true, true]);
    expect(results[3]).toEqual({ ok: false, conflict: null });
    // A failure breaks the row as a conflict does.
    const failing = write(6, false);
    const after = write(7, true);
    await expect(failing).rejects.toThrow();
    expect((await after).ok).toBe(false);
    const rows = await database.rows<{ key: number }>('SELECT key FROM timers ORDER BY key');
    expect(rows.map(({ key }) => key)).toEqual([1, 2, 5, 6]);
    await database.close();
    await store.drop();
  });
});
