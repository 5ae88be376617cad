import { RowChanges } from '../store/row-changes.ts';
import { findDraftScenarios } from '../store/searches/find-draft-scenarios.ts';
import { draftScenarios } from '../store/tables/draft-scenarios.ts';
import type { DraftScenariosRow } from '../store/tables/draft-scenarios.ts';
import type { DraftRow } from '../store/tables/drafts.ts';
import type { Runtime } from './create-runtime.ts';
import { Refusal } from './refusal.ts';

/** `revision` is the one that the change is based on; 0 where there were none. */
export interface ScenariosChange {
  readonly content: string;
  readonly revision: number;
}

/** Saves all scenarios of a draft. Throws INVALID_STATE with the present revision when somebody saved since `revision`. */
export const saveDraftScenarios = async (
  runtime: Runtime,
  draft: Pick<DraftRow, 'id' | 'tenant_id'>,
  { content, revision }: ScenariosChange,
): Promise<DraftScenariosRow> => {
  const row = { draft_id: draft.id, content, revision: revision + 1, updated_ms: runtime.clock.nowMs() };
  if (!(await write(runtime, row))) {
    const now = (await findDraftScenarios(runtime.database, draft.id))?.revision ?? 0;
    throw new Refusal(
      'INVALID_STATE',
      `Expected the scenarios to be at revision ${revision}, found ${now}: another save came first.`,
      { revision: now },
    );
  }
  runtime.announce({ tenantId: draft.tenant_id, topics: ['drafts'] });
  return row;
};

/** Whether the row was written; else somebody saved before. */
const write = async ({ database }: Runtime, row: DraftScenariosRow): Promise<boolean> => {
  const changes = new RowChanges();
  const { draft_id, revision } = row;
  if (revision > 1) changes.patch(draftScenarios, { draft_id }, row, { revision: revision - 1 });
  else if ((await findDraftScenarios(database, draft_id)) !== null) return false;
  else changes.insert(draftScenarios, row);
  try {
    return (await database.write(changes)).ok;
  } catch (error) {
    // Two first saves at the same moment: the key of one of them is taken.
    if (revision === 1 && (await findDraftScenarios(database, draft_id)) !== null) return false;
    throw error;
  }
};
