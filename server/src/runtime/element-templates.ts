import { listElementTemplateIds } from '../store/searches/find-element-templates.ts';
import { RowChanges } from '../store/row-changes.ts';
import { elementTemplates } from '../store/tables/element-templates.ts';
import type { ElementTemplateRow } from '../store/tables/element-templates.ts';
import type { Runtime } from './create-runtime.ts';
import { Refusal } from './refusal.ts';

/** Of one tenant, versions counted: every modeler that opens reads all of them. */
const maxTemplates = 200;

/** What a template says of itself, as far as the server reads it. */
export interface NewElementTemplate {
  readonly id: string;
  readonly name: string;
  readonly version?: number | undefined;
  /** All of it as JSON text. */
  readonly content: string;
}

/** How a version is stored: -1 where a template says none. */
const stored = (version: number | undefined): number => version ?? -1;
const idOf = (id: string, version: number): string => `${version} ${id}`;

/**
 * Stores templates, all or none; each takes the place of the one with its id and version. Throws INVALID_ARGUMENT when two of them are the same one, and
 * INVALID_STATE when the tenant would have too many.
 */
export const storeElementTemplates = async (
  runtime: Runtime,
  tenantId: string,
  templates: readonly NewElementTemplate[],
): Promise<ElementTemplateRow[]> => {
  const there = await listElementTemplateIds(runtime.database, tenantId);
  const known = new Set(there.map((row) => idOf(row.template_id, row.version)));
  const rows = templates.map(({ id, name, version, content }) => ({
    tenant_id: tenantId,
    template_id: id,
    version: stored(version),
    name,
    content,
    updated_ms: runtime.clock.nowMs(),
  }));
  const sent = new Set<string>();
  for (const { template_id: id, version } of rows) {
    if (sent.has(idOf(id, version)))
      throw new Refusal(
        'INVALID_ARGUMENT',
        `Expected each template once, found '${id}' ${version < 0 ? 'without a version' : `in version ${version}`} twice. Remove one, or give it another version.`,
      );
    sent.add(idOf(id, version));
    known.add(idOf(id, version));
  }
  if (known.size > maxTemplates)
    throw new Refusal(
      'INVALID_STATE',
      `Expected at most ${maxTemplates} element templates, found ${known.size} with these. Delete versions that are no longer used.`,
    );
  const changes = new RowChanges();
  for (const row of rows) changes.upsert(elementTemplates, row);
  await runtime.database.write(changes);
  announce(runtime, tenantId);
  return rows;
};

/** Deletes one version of a template, or all when none is named (null). Throws NOT_FOUND when there is none. */
export const deleteElementTemplates = async (
  runtime: Runtime,
  tenantId: string,
  templateId: string,
  version: number | null,
): Promise<void> => {
  const there = await listElementTemplateIds(runtime.database, tenantId);
  const meant = there.filter((row) => row.template_id === templateId && (version === null || row.version === version));
  if (meant.length === 0)
    throw new Refusal(
      'NOT_FOUND',
      `Expected an element template '${templateId}'${version === null ? '' : ` in version ${version}`}, found none. It may have been deleted.`,
    );
  const changes = new RowChanges();
  for (const row of meant) changes.delete(elementTemplates, { tenant_id: tenantId, ...row });
  await runtime.database.write(changes);
  announce(runtime, tenantId);
};

const announce = (runtime: Runtime, tenantId: string): void =>
  runtime.events.publish({ topics: ['element-templates'], processInstanceKeys: [], tenantId });
