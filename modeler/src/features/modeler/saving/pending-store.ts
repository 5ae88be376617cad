import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** Edits that the server does not have yet, as this browser keeps them. */
export interface PendingEdit {
  readonly draftId: string;
  /** The browser tab that made the edit; two tabs never overwrite each other's. */
  readonly session: string;
  /** The server's revision that the edit was based on. */
  readonly baseRevision: number;
  readonly name: string;
  readonly content: string;
  /** Milliseconds since 1970. */
  readonly atMs: number;
}

/** Where pending edits survive a reload. */
export interface PendingStore {
  put(edit: PendingEdit): Promise<void>;
  /** Keeps an edit of a page that closes, before this returns: what such a page begins may never be finished. */
  putAtOnce(edit: PendingEdit): void;
  remove(draftId: string, session: string): Promise<void>;
  ofDraft(draftId: string): Promise<readonly PendingEdit[]>;
  all(): Promise<readonly PendingEdit[]>;
  removeDraft(draftId: string): Promise<void>;
}

interface Schema extends DBSchema {
  pending: { key: [string, string]; value: PendingEdit; indexes: { draftId: string } };
}

let database: Promise<IDBPDatabase<Schema>> | null = null;

function open(): Promise<IDBPDatabase<Schema>> {
  database ??= openDB<Schema>('baton', 1, {
    upgrade(db) {
      const store = db.createObjectStore('pending', { keyPath: ['draftId', 'session'] });
      store.createIndex('draftId', 'draftId');
    },
  });
  return database;
}

const closingKey = (draftId: string) => `baton.closing.${draftId}`;

/** Moves what a closing page of this tab kept at once to where the others are. */
async function adoptClosing(draftId: string): Promise<void> {
  try {
    const kept = sessionStorage.getItem(closingKey(draftId));
    if (kept === null) return;
    await (await open()).put('pending', JSON.parse(kept) as PendingEdit);
    sessionStorage.removeItem(closingKey(draftId));
  } catch {
    // A browser that forbids storage has kept nothing either.
  }
}

/** Pending edits in IndexedDB. A browser that forbids it (private windows) leaves only the server's copy; nothing throws. */
export const indexedPendingStore: PendingStore = {
  async put(edit) {
    await (await open().catch(() => null))?.put('pending', edit);
  },
  putAtOnce(edit) {
    try {
      sessionStorage.setItem(closingKey(edit.draftId), JSON.stringify(edit));
    } catch {
      // Too large for it, or forbidden: the request that is sent at the same time has to do.
    }
  },
  async remove(draftId, session) {
    await (await open().catch(() => null))?.delete('pending', [draftId, session]);
  },
  async ofDraft(draftId) {
    await adoptClosing(draftId);
    return (await (await open().catch(() => null))?.getAllFromIndex('pending', 'draftId', draftId)) ?? [];
  },
  async all() {
    return (await (await open().catch(() => null))?.getAll('pending')) ?? [];
  },
  async removeDraft(draftId) {
    const db = await open().catch(() => null);
    if (db === null) return;
    for (const key of await db.getAllKeysFromIndex('pending', 'draftId', draftId)) await db.delete('pending', key);
  },
};
