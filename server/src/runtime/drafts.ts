import { randomUUID } from 'node:crypto';
import { findDraft } from '../store/searches/find-drafts.ts';
import { RowChanges } from '../store/row-changes.ts';
import { draftScenarios } from '../store/tables/draft-scenarios.ts';
import { drafts } from '../store/tables/drafts.ts';
import type { DraftRow } from '../store/tables/drafts.ts';
import type { Runtime } from './create-runtime.ts';
import { Refusal } from './refusal.ts';

export interface NewDraft {
  readonly tenantId: string;
  readonly name: string;
  readonly kind: 'bpmn' | 'form' | 'dmn';
  readonly content: string;
}
export interface DraftChange {
  readonly name?: string | undefined;
  readonly content?: string | undefined;
  /** The revision that the change is based on. */
  readonly revision: number;
}

/** Stores a new draft. */
export const createDraft = async (runtime: Runtime, { tenantId, name, kind, content }: NewDraft): Promise<DraftRow> => {
  const now = runtime.clock.nowMs();
  const id = randomUUID();
  const row: DraftRow = {
    id,
    name,
    kind,
    resource_id: resourceIdOf(kind, content),
    content,
    revision: 1,
    created_ms: now,
    updated_ms: now,
    tenant_id: tenantId,
  };
  const changes = new RowChanges();
  changes.insert(drafts, row);
  await runtime.database.write(changes);
  announce(runtime, row);
  return row;
};

/** Saves a draft. Throws INVALID_STATE with the present revision when somebody saved since `revision`. */
export const saveDraft = async (
  runtime: Runtime,
  id: string,
  { name, content, revision }: DraftChange,
): Promise<DraftRow> => {
  const before = await findDraft(runtime.database, id);
  if (before === null) throw missing(id);
  const newContent = content ?? before.content;
  const set = {
    name: name ?? before.name,
    content: newContent,
    resource_id: resourceIdOf(before.kind, newContent),
    revision: revision + 1,
    updated_ms: runtime.clock.nowMs(),
  };
  const changes = new RowChanges();
  changes.patch(drafts, { id }, set, { revision });
  const written = await runtime.database.write(changes);
  if (!written.ok) {
    const now = await findDraft(runtime.database, id);
    if (now === null) throw missing(id);
    throw new Refusal(
      'INVALID_STATE',
      `Expected the draft to be at revision ${revision}, found ${now.revision}: another save came first.`,
      {
        revision: now.revision,
      },
    );
  }
  announce(runtime, before);
  return { ...before, ...set };
};

/** Deletes a draft and its scenarios. Throws NOT_FOUND when there is none. */
export const deleteDraft = async (runtime: Runtime, id: string): Promise<void> => {
  const before = await findDraft(runtime.database, id);
  if (before === null) throw missing(id);
  const changes = new RowChanges();
  changes.delete(drafts, { id });
  changes.delete(draftScenarios, { draft_id: id });
  await runtime.database.write(changes);
  announce(runtime, before);
};

export const missing = (id: string): Refusal =>
  new Refusal('NOT_FOUND', `Draft '${id}' not found. It may have been deleted.`);

const announce = (runtime: Runtime, { tenant_id: tenantId }: Pick<DraftRow, 'tenant_id'>): void =>
  runtime.events.publish({ topics: ['drafts'], processInstanceKeys: [], tenantId });

/** The process, form or decision id inside the content; null where none can be read: a draft may be half done. */
const resourceIdOf = (kind: string, content: string): string | null => {
  if (kind === 'form') {
    try {
      const id = (JSON.parse(content) as { id?: unknown } | null)?.id;
      return typeof id === 'string' && !id.includes('\u0000') ? id : null;
    } catch {
      return null;
    }
  }
  const element = kind === 'dmn' ? 'definitions' : 'process';
  const tag = new RegExp(`<(?:[\\w.-]+:)?${element}(?=[\\s/>])[^>]{0,2000}`).exec(content)?.[0] ?? '';
  return /\sid\s*=\s*["']([^"']{1,500})["']/.exec(tag)?.[1] ?? null;
};
