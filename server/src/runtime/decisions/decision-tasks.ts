import { defaultTenant } from '../../default-tenant.ts';
import type { DecisionFailure, Json, Key, Variables } from '@baton/engine';
import { findEvaluationRows } from '../../store/searches/find-decision-instances.ts';
import type { DecisionDefinitionRow } from '../../store/tables/decision-definitions.ts';
import { decisionInstances } from '../../store/tables/decision-instances.ts';
import type { DecisionInstanceRow } from '../../store/tables/decision-instances.ts';
import type { Batch } from '../batch.ts';
import { refused } from '../instance-commands.ts';
import type { Task } from '../task.ts';
import type { DeployedDecision } from './decisions.ts';
import { evaluateDeployed, storeEvaluation } from './evaluate.ts';

/** A decision by its key, which with a tenant must be of that one, or the latest version of one by its id, of a tenant or the default one. */
export type WantedDecision =
  | { readonly key: Key; readonly tenantId?: string | null }
  | { readonly id: string; readonly tenantId?: string };

/** What an evaluation answers. */
export interface Evaluation {
  readonly definition: DecisionDefinitionRow;
  readonly evaluationKey: Key;
  readonly output: Json;
  readonly failure: DecisionFailure | null;
  readonly rows: readonly DecisionInstanceRow[];
}

/** Evaluates a deployed decision and keeps what it did. A decision that fails is an answer too. */
export const evaluateTask = (wanted: WantedDecision, variables: Variables): Task<Evaluation> => ({
  name: 'evaluate-decision',
  concerns: async (batch) => {
    const deployed = await findWanted(batch, wanted);
    if (deployed === null) return null;
    const { decision_id: id, tenant_id: tenantId } = deployed.row;
    return { resource: 'DECISION_DEFINITION', id, tenantId };
  },
  run: async (batch) => {
    const { keys } = batch.services;
    const deployed = await findWanted(batch, wanted);
    if (deployed === null) {
      const which = 'key' in wanted ? `key '${wanted.key}'` : `id '${wanted.id}'`;
      throw refused('EVALUATE', {
        code: 'NOT_FOUND',
        detail: `Expected to find a decision with ${which}, but none is deployed`,
      });
    }
    const outcome = evaluateDeployed(deployed, variables, batch.nowMs, await batch.globals(deployed.row.tenant_id));
    const evaluationKey = await keys.take();
    const rows = await storeEvaluation(batch, deployed, outcome, evaluationKey, null);
    return {
      definition: deployed.row,
      evaluationKey,
      output: outcome.ok ? outcome.output : null,
      failure: outcome.ok ? null : outcome.failure,
      rows,
    };
  },
});

const findWanted = async (batch: Batch, wanted: WantedDecision): Promise<DeployedDecision | null> => {
  const { decisions } = batch.services;
  if (!('key' in wanted)) return decisions.find(wanted.tenantId ?? defaultTenant, wanted.id, { latest: true });
  const found = await decisions.livingByKey(wanted.key);
  if (found === null || !batch.sees(found.row.tenant_id)) return null;
  return (wanted.tenantId ?? found.row.tenant_id) === found.row.tenant_id ? found : null;
};

const rowsOf = async (batch: Batch, evaluationKey: Key) => {
  const rows = await findEvaluationRows(batch.services.database, evaluationKey);
  return rows.filter((row) => batch.sees(row.tenant_id));
};

/** Forgets one evaluation with all of its decisions. */
export const deleteEvaluationTask = (evaluationKey: Key): Task<null> => ({
  name: 'delete-decision-instance',
  concerns: async (batch) => {
    const [row] = await rowsOf(batch, evaluationKey);
    return row === undefined ? null : { resource: 'DECISION_DEFINITION', id: row.decision_id, tenantId: row.tenant_id };
  },
  run: async (batch) => {
    const rows = await rowsOf(batch, evaluationKey);
    if (rows.length === 0) {
      throw refused('DELETE', {
        code: 'NOT_FOUND',
        detail: `Expected to find a decision evaluation with key '${evaluationKey}', but none is there`,
      });
    }
    for (const { key, tenant_id: tenantId } of rows) {
      batch.changes.delete(decisionInstances, { key });
      batch.tell('decision-instances', tenantId);
    }
    return null;
  },
});
