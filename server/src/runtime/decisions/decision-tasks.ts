import type { DecisionFailure, Json, Key, Variables } from '@baton/engine';
import { findEvaluationRows } from '../../store/searches/find-decision-instances.ts';
import type { DecisionDefinitionRow } from '../../store/tables/decision-definitions.ts';
import { decisionInstances } from '../../store/tables/decision-instances.ts';
import type { DecisionInstanceRow } from '../../store/tables/decision-instances.ts';
import type { Batch } from '../batch.ts';
import { refused } from '../instance-commands.ts';
import type { Task } from '../task.ts';
import { evaluateDeployed, storeEvaluation } from './evaluate.ts';

/** A decision by its key, or the latest version of one by its id. */
export type WantedDecision = { readonly key: Key } | { readonly id: string };

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
    return deployed === null ? null : { resource: 'DECISION_DEFINITION', id: deployed.row.decision_id };
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
    const outcome = evaluateDeployed(deployed, variables, batch.nowMs, await batch.globals());
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

const findWanted = ({ services: { decisions } }: Batch, wanted: WantedDecision) =>
  'key' in wanted ? decisions.livingByKey(wanted.key) : decisions.find(wanted.id, { latest: true });

/** Forgets one evaluation with all of its decisions. */
export const deleteEvaluationTask = (evaluationKey: Key): Task<null> => ({
  name: 'delete-decision-instance',
  run: async (batch) => {
    const rows = await findEvaluationRows(batch.services.database, evaluationKey);
    if (rows.length === 0) {
      throw refused('DELETE', {
        code: 'NOT_FOUND',
        detail: `Expected to find a decision evaluation with key '${evaluationKey}', but none is there`,
      });
    }
    for (const { key } of rows) batch.changes.delete(decisionInstances, { key });
    return null;
  },
});
