import type { Database } from '../database.ts';
import type { DecisionInstanceRow } from '../tables/decision-instances.ts';

/** One decision of an evaluation by its id (`<evaluation key>-<place>`); null when there is none. */
export const findDecisionInstance = async (database: Database, id: string): Promise<DecisionInstanceRow | null> => {
  const [row] = await database.rows<DecisionInstanceRow>('SELECT * FROM decision_instances WHERE instance_id = ?', [
    id,
  ]);
  return row ?? null;
};

/** The rows of one evaluation, as far as they tell them apart. */
export const findEvaluationRows = (
  database: Database,
  evaluationKey: number,
): Promise<Pick<DecisionInstanceRow, 'key' | 'decision_id' | 'tenant_id'>[]> =>
  database.rows('SELECT key, decision_id, tenant_id FROM decision_instances WHERE evaluation_key = ?', [evaluationKey]);
