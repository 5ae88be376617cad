import type { Database } from '../database.ts';
import type { DraftScenariosRow } from '../tables/draft-scenarios.ts';

/** The scenarios of a draft; null when none were ever saved. */
export const findDraftScenarios = async (database: Database, draftId: string): Promise<DraftScenariosRow | null> => {
  const [row] = await database.rows<DraftScenariosRow>('SELECT * FROM draft_scenarios WHERE draft_id = ?', [draftId]);
  return row ?? null;
};
