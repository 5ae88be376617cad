import type { z } from 'zod';
import type { DecisionType, EvaluatedInput, MatchedRule } from '@baton/engine';
import type { Evaluation } from '../runtime/decisions/decision-tasks.ts';
import type { DecisionDefinitionRow } from '../store/tables/decision-definitions.ts';
import type { DecisionInstanceRow } from '../store/tables/decision-instances.ts';
import type { DecisionRequirementsRow } from '../store/tables/decision-requirements.ts';
import { dateText, keyText, keyTextOrNull, stored } from './answer.ts';
import type * as types from './decision-types.ts';

/** A deployed DMN file as the API shows it. */
export const decisionRequirementsAnswer = (
  row: DecisionRequirementsRow,
): z.input<typeof types.decisionRequirementsType> => ({
  decisionRequirementsKey: keyText(row.key),
  decisionRequirementsId: row.drg_id,
  decisionRequirementsName: row.name ?? row.drg_id,
  version: row.version,
  resourceName: row.resource_name,
  tenantId: row.tenant_id,
});

/** A decision in the answer to its deployment. */
export const deployedDecisionAnswer = (row: DecisionDefinitionRow): z.input<typeof types.deployedDecisionType> => ({
  decisionDefinitionKey: keyText(row.key),
  decisionDefinitionId: row.decision_id,
  name: row.name,
  version: row.version,
  decisionRequirementsKey: keyText(row.requirements_key),
  decisionRequirementsId: row.requirements_id,
  tenantId: row.tenant_id,
});

/** A deployed decision as the API shows it. */
export const decisionDefinitionAnswer = (row: DecisionDefinitionRow): z.input<typeof types.decisionDefinitionType> => ({
  ...deployedDecisionAnswer(row),
  decisionRequirementsName: row.requirements_name,
  decisionRequirementsVersion: row.requirements_version,
});

/** One decision of an evaluation, as lists show it. `result` and all values below are JSON text. */
export const decisionInstanceAnswer = (row: DecisionInstanceRow): z.input<typeof types.decisionInstanceType> => ({
  decisionEvaluationInstanceKey: row.instance_id,
  decisionEvaluationKey: keyText(row.evaluation_key),
  state: row.state as 'EVALUATED',
  evaluationDate: dateText(row.at_ms),
  evaluationFailure: row.failure,
  decisionDefinitionId: row.decision_id,
  decisionDefinitionKey: keyText(row.definition_key),
  decisionDefinitionName: row.decision_name,
  decisionDefinitionType: row.decision_type as DecisionType,
  decisionDefinitionVersion: row.decision_version,
  rootDecisionDefinitionKey: keyText(row.root_definition_key),
  processDefinitionKey: keyTextOrNull(row.process_definition_key),
  processInstanceKey: keyTextOrNull(row.process_instance_key),
  rootProcessInstanceKey: keyTextOrNull(row.root_instance_key),
  elementInstanceKey: keyTextOrNull(row.element_instance_key),
  result: row.result,
  tenantId: row.tenant_id,
});

/** The same with its inputs and the rules that matched. */
export const decisionInstanceDetails = (
  row: DecisionInstanceRow,
): z.input<typeof types.decisionInstanceDetailsType> => ({
  ...decisionInstanceAnswer(row),
  ...traceAnswer(row),
});

const traceAnswer = (row: DecisionInstanceRow) => ({
  evaluatedInputs: stored<EvaluatedInput[]>(row.inputs).map(({ inputId, inputName, inputValue }) => ({
    inputId,
    inputName,
    inputValue: JSON.stringify(inputValue),
  })),
  matchedRules: stored<MatchedRule[]>(row.rules).map(({ ruleId, ruleIndex, outputs }) => ({
    ruleId,
    ruleIndex,
    evaluatedOutputs: outputs.map(({ outputId, outputName, value }) => ({
      outputId,
      outputName,
      outputValue: JSON.stringify(value),
      ruleId,
      ruleIndex,
    })),
  })),
});

/** The answer to an evaluation. */
export const evaluationAnswer = ({
  definition,
  evaluationKey,
  output,
  failure,
  rows,
}: Evaluation): z.input<typeof types.evaluationType> => ({
  decisionDefinitionId: definition.decision_id,
  decisionDefinitionKey: keyText(definition.key),
  decisionDefinitionName: definition.name,
  decisionDefinitionVersion: definition.version,
  decisionRequirementsId: definition.requirements_id,
  decisionRequirementsKey: keyText(definition.requirements_key),
  decisionEvaluationKey: keyText(evaluationKey),
  // The older name of the same key.
  decisionInstanceKey: keyText(evaluationKey),
  output: JSON.stringify(output),
  failedDecisionDefinitionId: failure?.decisionId ?? null,
  failureMessage: failure?.message ?? null,
  tenantId: definition.tenant_id,
  evaluatedDecisions: rows.map((row) => ({
    decisionDefinitionId: row.decision_id,
    decisionDefinitionKey: keyText(row.definition_key),
    decisionDefinitionName: row.decision_name,
    decisionDefinitionVersion: row.decision_version,
    decisionDefinitionType: row.decision_type as DecisionType,
    decisionEvaluationInstanceKey: row.instance_id,
    output: row.result,
    tenantId: row.tenant_id,
    ...traceAnswer(row),
  })),
});
