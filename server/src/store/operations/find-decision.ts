import type { Database } from '../database.ts';
import type { DecisionDefinitionRow } from '../tables/decision-definitions.ts';
import { upToDeployment } from './up-to-deployment.ts';

/** Which version of a decision is meant. */
export type DecisionVersion = { readonly latest: true } | { readonly tag: string } | { readonly deploymentKey: number };

/** A version of a decision of a tenant that is not deleted; null when there is none. */
export const findDecision = async (
  database: Database,
  tenantId: string,
  decisionId: string,
  version: DecisionVersion,
): Promise<DecisionDefinitionRow | null> => {
  const [condition, params]: [string, (string | number)[]] =
    'latest' in version
      ? ['is_latest = 1', []]
      : 'tag' in version
        ? ['version_tag = ?', [version.tag]]
        : [upToDeployment, [version.deploymentKey]];
  const [row] = await database.rows<DecisionDefinitionRow>(
    `SELECT * FROM decision_definitions WHERE decision_id = ? AND tenant_id = ? AND deleted = 0 AND ${condition} ORDER BY version DESC LIMIT 1`,
    [decisionId, tenantId, ...params],
  );
  return row ?? null;
};

/** All decisions of one deployed file. */
export const findDecisionsOf = (database: Database, requirementsKey: number): Promise<DecisionDefinitionRow[]> =>
  database.rows('SELECT * FROM decision_definitions WHERE requirements_key = ? ORDER BY key', [requirementsKey]);
