import type { DecisionType } from '@baton/engine';
import { z } from 'zod';
import { dateType, keyType, tenantType } from './operation/answer-types.ts';

const requirementsFields = {
  decisionRequirementsKey: keyType,
  decisionRequirementsId: z.string(),
  decisionRequirementsName: z.string(),
  version: z.int(),
  resourceName: z.string(),
  tenantId: tenantType,
};
export const decisionRequirementsType = z.strictObject(requirementsFields).meta({ id: 'DecisionRequirements' });

const deployedFields = {
  decisionDefinitionKey: keyType,
  decisionDefinitionId: z.string(),
  name: z.string(),
  version: z.int(),
  decisionRequirementsKey: keyType,
  decisionRequirementsId: z.string(),
  tenantId: tenantType,
};
export const deployedDecisionType = z.strictObject(deployedFields).meta({ id: 'DeployedDecision' });

export const decisionDefinitionType = z
  .strictObject({ ...deployedFields, decisionRequirementsName: z.string(), decisionRequirementsVersion: z.int() })
  .meta({ id: 'DecisionDefinition' });

const decisionKinds: readonly DecisionType[] = ['DECISION_TABLE', 'LITERAL_EXPRESSION', 'UNKNOWN'];
const decisionKind = z.enum(decisionKinds).describe('UNKNOWN: any other expression, such as a context.');
const value = z.string().describe('JSON text.');

const trace = {
  evaluatedInputs: z.array(z.strictObject({ inputId: z.string(), inputName: z.string(), inputValue: value })),
  matchedRules: z.array(
    z.strictObject({
      ruleId: z.string(),
      ruleIndex: z.int(),
      evaluatedOutputs: z.array(
        z.strictObject({
          outputId: z.string(),
          outputName: z.string(),
          outputValue: value,
          ruleId: z.string().nullable(),
          ruleIndex: z.int().nullable(),
        }),
      ),
    }),
  ),
};

const instanceFields = {
  decisionEvaluationInstanceKey: z.string().describe('The key of the evaluation and the place in it: "1000000001-1".'),
  decisionEvaluationKey: keyType,
  state: z.enum(['EVALUATED', 'FAILED']),
  evaluationDate: dateType,
  evaluationFailure: z.string().nullable(),
  decisionDefinitionId: z.string(),
  decisionDefinitionKey: keyType,
  decisionDefinitionName: z.string(),
  decisionDefinitionType: decisionKind,
  decisionDefinitionVersion: z.int(),
  rootDecisionDefinitionKey: keyType,
  processDefinitionKey: keyType.nullable(),
  processInstanceKey: keyType.nullable(),
  rootProcessInstanceKey: keyType.nullable(),
  elementInstanceKey: keyType.nullable(),
  result: value,
  tenantId: tenantType,
};
export const decisionInstanceType = z.strictObject(instanceFields).meta({ id: 'DecisionInstance' });
export const decisionInstanceDetailsType = z
  .strictObject({ ...instanceFields, ...trace })
  .meta({ id: 'DecisionInstanceDetails' });

export const evaluationType = z
  .strictObject({
    decisionDefinitionId: z.string(),
    decisionDefinitionKey: keyType,
    decisionDefinitionName: z.string(),
    decisionDefinitionVersion: z.int(),
    decisionRequirementsId: z.string(),
    decisionRequirementsKey: keyType,
    decisionEvaluationKey: keyType,
    decisionInstanceKey: keyType.describe('The older name of decisionEvaluationKey.'),
    output: value,
    failedDecisionDefinitionId: z.string().nullable(),
    failureMessage: z.string().nullable(),
    tenantId: tenantType,
    evaluatedDecisions: z.array(
      z.strictObject({
        decisionDefinitionId: z.string(),
        decisionDefinitionKey: keyType,
        decisionDefinitionName: z.string(),
        decisionDefinitionVersion: z.int(),
        decisionDefinitionType: decisionKind,
        decisionEvaluationInstanceKey: z.string(),
        output: value,
        tenantId: tenantType,
        ...trace,
      }),
    ),
  })
  .meta({ id: 'DecisionEvaluation' });
