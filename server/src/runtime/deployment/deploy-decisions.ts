import { findDecisionsOf } from '../../store/operations/find-decision.ts';
import { findHighestLiving, findHighestVersion } from '../../store/operations/find-latest.ts';
import { decisionDefinitions } from '../../store/tables/decision-definitions.ts';
import type { DecisionDefinitionRow } from '../../store/tables/decision-definitions.ts';
import { decisionRequirements } from '../../store/tables/decision-requirements.ts';
import type { DecisionRequirementsRow } from '../../store/tables/decision-requirements.ts';
import type { Batch } from '../batch.ts';
import type { PreparedResource } from './prepared-resource.ts';
import { clearLatest, isSame, versioned } from './store-version.ts';
import type { Upload } from './store-version.ts';

export interface DeployedDecisions {
  readonly kind: 'decisions';
  readonly row: DecisionRequirementsRow;
  readonly decisions: readonly DecisionDefinitionRow[];
}

/**
 * Stores a DMN file and its decisions. All of them stay as they are when the file is unchanged and each of its decisions is still the
 * latest of its id; otherwise file and decisions get new versions.
 */
export const deployDecisions = async (
  batch: Batch,
  file: Extract<PreparedResource, { kind: 'dmn' }>,
  of: Upload,
): Promise<DeployedDecisions> => {
  const { database, keys } = batch.services;
  const { model } = file;
  const { tenantId } = of;
  const before = await findHighestVersion(database, 'decision_requirements', tenantId, model.id);
  if (before !== null && isSame(before, file)) {
    const decisions = await findDecisionsOf(database, before.key);
    const isCurrent = decisions.length === model.decisions.size && decisions.every((each) => each.is_latest === 1);
    if (isCurrent) return { kind: 'decisions', row: before, decisions };
  }
  await clearLatest(batch, 'decision_requirements', tenantId, model.id);
  while (keys.left() < model.decisions.size + 2) await keys.reserve(model.decisions.size + 2);
  const row: DecisionRequirementsRow = {
    ...versioned(batch, file, before, of),
    drg_id: model.id,
    name: model.name,
  };
  batch.changes.insert(decisionRequirements, row);
  const decisions: DecisionDefinitionRow[] = [];
  for (const { id, name, versionTag } of model.decisions.values()) {
    const highest = await findHighestVersion(database, 'decision_definitions', tenantId, id);
    await clearLatest(batch, 'decision_definitions', tenantId, id);
    const decision = {
      key: keys.next(),
      decision_id: id,
      name,
      version: (highest?.version ?? 0) + 1,
      version_tag: versionTag,
      requirements_key: row.key,
      requirements_id: model.id,
      requirements_name: model.name,
      requirements_version: row.version,
      deployment_key: of.deploymentKey,
      is_latest: 1,
      deleted: 0,
      tenant_id: tenantId,
    };
    batch.changes.insert(decisionDefinitions, decision);
    decisions.push(decision);
  }
  return { kind: 'decisions', row, decisions };
};

/** Takes back a DMN file and its decisions; of each the version before is the latest again. */
export const deleteDecisions = async (batch: Batch, dmn: DecisionRequirementsRow): Promise<void> => {
  const { database } = batch.services;
  batch.changes.patch(decisionRequirements, { key: dmn.key }, { deleted: 1, is_latest: 0 });
  if (dmn.is_latest === 1) {
    const next = await findHighestLiving(database, 'decision_requirements', dmn.tenant_id, dmn.drg_id, dmn.key);
    if (next !== null) batch.changes.patch(decisionRequirements, { key: next.key }, { is_latest: 1 });
  }
  for (const decision of await findDecisionsOf(database, dmn.key)) {
    batch.changes.patch(decisionDefinitions, { key: decision.key }, { deleted: 1, is_latest: 0 });
    if (decision.is_latest === 0) continue;
    const next = await findHighestLiving(
      database,
      'decision_definitions',
      decision.tenant_id,
      decision.decision_id,
      decision.key,
    );
    if (next !== null) batch.changes.patch(decisionDefinitions, { key: next.key }, { is_latest: 1 });
  }
};
