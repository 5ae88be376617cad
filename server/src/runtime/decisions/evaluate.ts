import { evaluateDecision } from '@baton/engine';
import type { DecisionOutcome, Key, Variables } from '@baton/engine';
import { decisionInstances } from '../../store/tables/decision-instances.ts';
import type { DecisionInstanceRow } from '../../store/tables/decision-instances.ts';
import type { Batch } from '../batch.ts';
import type { DeployedDecision } from './decisions.ts';

/** The element that wants to know; null for the API. */
export interface Asker {
  readonly processDefinitionKey: Key;
  readonly processInstanceKey: Key;
  readonly rootInstanceKey: Key;
  readonly elementInstanceKey: Key;
}

/** Mostly there are none, and variables may be many. */
const withGlobals = (variables: Variables, globals: Variables): Variables =>
  Object.keys(globals).length === 0 ? variables : { ...globals, ...variables };

/** Evaluates a deployed decision. A file that does not compile any more is a failure of the decision that was asked for. */
export const evaluateDeployed = (
  { row, file }: DeployedDecision,
  variables: Variables,
  nowMs: number,
  globals: Variables,
): DecisionOutcome => {
  if (typeof file !== 'string')
    return evaluateDecision(file.model, row.decision_id, withGlobals(variables, globals), nowMs);
  const evaluated = {
    decisionId: row.decision_id,
    decisionName: row.name,
    decisionType: 'UNKNOWN',
    inputs: [],
    matchedRules: [],
    output: null,
  } as const;
  return { ok: false, failure: { decisionId: row.decision_id, message: file }, evaluated: [evaluated] };
};

/** Keeps what an evaluation did, one row for each decision, in the batch. Returns the rows in their order. */
export const storeEvaluation = async (
  batch: Batch,
  deployed: DeployedDecision,
  outcome: DecisionOutcome,
  evaluationKey: Key,
  asker: Asker | null,
): Promise<readonly DecisionInstanceRow[]> => {
  const { keys } = batch.services;
  while (keys.left() < outcome.evaluated.length) await keys.reserve(outcome.evaluated.length);
  const rows = outcome.evaluated.map((each, index): DecisionInstanceRow => {
    const definition =
      (typeof deployed.file === 'string' ? undefined : deployed.file.definitions.get(each.decisionId)) ?? deployed.row;
    // What fails is the last that was evaluated.
    const isFailed = !outcome.ok && index === outcome.evaluated.length - 1;
    return {
      key: keys.next(),
      evaluation_key: evaluationKey,
      instance_id: `${evaluationKey}-${index + 1}`,
      state: isFailed ? 'FAILED' : 'EVALUATED',
      at_ms: batch.nowMs,
      decision_id: each.decisionId,
      decision_name: each.decisionName,
      decision_version: definition.version,
      decision_type: each.decisionType,
      definition_key: definition.key,
      requirements_key: definition.requirements_key,
      root_definition_key: deployed.row.key,
      process_definition_key: asker?.processDefinitionKey ?? null,
      process_instance_key: asker?.processInstanceKey ?? null,
      root_instance_key: asker?.rootInstanceKey ?? null,
      element_instance_key: asker?.elementInstanceKey ?? null,
      result: JSON.stringify(each.output),
      failure: isFailed && !outcome.ok ? outcome.failure.message : null,
      inputs: JSON.stringify(each.inputs),
      rules: JSON.stringify(each.matchedRules),
      tenant_id: deployed.row.tenant_id,
    };
  });
  for (const row of rows) batch.changes.insert(decisionInstances, row);
  return rows;
};
