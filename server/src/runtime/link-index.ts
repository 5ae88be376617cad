import { draftContents, resourceContents } from '../store/searches/find-linked-models.ts';
import type { Database } from '../store/database.ts';
import type { DraftRow } from '../store/tables/drafts.ts';
import type { ProcessDefinitionRow } from '../store/tables/process-definitions.ts';
import { modelLinks } from './model-links.ts';
import type { ModelLinks } from './model-links.ts';

/** How many texts are read from the database at once. */
const chunk = 50;
/** How many models are remembered; as many as are ever listed, twice. */
const maxRemembered = 4_000;

const none: ModelLinks = { targets: [], uses: [] };

/** Tells how models are tied to each other. Each text is read once per revision: what was found is remembered, the text is not. */
export interface LinkIndex {
  /** By draft id. */
  drafts(rows: readonly Pick<DraftRow, 'id' | 'kind' | 'revision' | 'resource_id'>[]): Promise<Map<string, ModelLinks>>;
  /** By the key of the definition. */
  processes(rows: readonly Pick<ProcessDefinitionRow, 'key' | 'resource_key'>[]): Promise<Map<number, ModelLinks>>;
}

export const createLinkIndex = (database: Database): LinkIndex => {
  const remembered = new Map<string, ModelLinks>();
  const remember = (name: string, links: ModelLinks): void => {
    remembered.delete(name);
    remembered.set(name, links);
    const [oldest] = remembered.keys();
    if (remembered.size > maxRemembered && oldest !== undefined) remembered.delete(oldest);
  };
  const draftName = ({ id, revision }: { readonly id: string; readonly revision: number }) => `draft ${id} ${revision}`;
  const resourceName = (key: number) => `resource ${key}`;
  return {
    async drafts(rows) {
      const unknown = rows.filter((row) => !remembered.has(draftName(row)));
      const byId = new Map(rows.map((row) => [row.id, row]));
      const found = new Map(rows.map((row) => [row.id, remembered.get(draftName(row)) ?? none]));
      for (let at = 0; at < unknown.length; at += chunk) {
        const ids = unknown.slice(at, at + chunk).map(({ id }) => id);
        for (const read of await draftContents(database, ids)) {
          const row = byId.get(read.id);
          const links = modelLinks(row?.kind ?? '', read.content, row?.resource_id ?? null);
          remember(draftName(read), links);
          found.set(read.id, links);
        }
      }
      return found;
    },
    async processes(rows) {
      const keys = [...new Set(rows.map((row) => row.resource_key))];
      const byResource = new Map(keys.map((key) => [key, remembered.get(resourceName(key)) ?? none]));
      const unknown = keys.filter((key) => !remembered.has(resourceName(key)));
      for (let at = 0; at < unknown.length; at += chunk)
        for (const { key, content } of await resourceContents(database, unknown.slice(at, at + chunk))) {
          const links = modelLinks('bpmn', content, null);
          remember(resourceName(key), links);
          byResource.set(key, links);
        }
      return new Map(rows.map((row) => [row.key, byResource.get(row.resource_key) ?? none]));
    },
  };
};
