import type { z } from 'zod';
import type * as types from './decision-types.ts';

export const decisionRequirementsExample: z.input<typeof types.decisionRequirementsType> = {
  decisionRequirementsKey: '1000000005',
  decisionRequirementsId: 'approvals',
  decisionRequirementsName: 'Approvals',
  version: 1,
  resourceName: 'approvals.dmn',
  tenantId: '<default>',
};

const decision = {
  decisionDefinitionKey: '1000000006',
  decisionDefinitionId: 'who-approves',
  decisionRequirementsKey: '1000000005',
  decisionRequirementsId: 'approvals',
  tenantId: '<default>',
};

export const decisionDefinitionExample: z.input<typeof types.decisionDefinitionType> = {
  ...decision,
  name: 'Who approves',
  version: 1,
  decisionRequirementsName: 'Approvals',
  decisionRequirementsVersion: 1,
};

export const decisionInstanceExample: z.input<typeof types.decisionInstanceType> = {
  decisionEvaluationInstanceKey: '1000000111-1',
  decisionEvaluationKey: '1000000111',
  state: 'EVALUATED',
  evaluationDate: '2030-01-31T10:00:00.000Z',
  evaluationFailure: null,
  decisionDefinitionId: 'who-approves',
  decisionDefinitionKey: '1000000006',
  decisionDefinitionName: 'Who approves',
  decisionDefinitionType: 'DECISION_TABLE',
  decisionDefinitionVersion: 1,
  rootDecisionDefinitionKey: '1000000006',
  processDefinitionKey: '1000000003',
  processInstanceKey: '1000000101',
  rootProcessInstanceKey: '1000000101',
  elementInstanceKey: '1000000104',
  result: '"head of department"',
  tenantId: '<default>',
};

const trace = {
  evaluatedInputs: [{ inputId: 'amount', inputName: 'Amount', inputValue: '1250' }],
  matchedRules: [
    {
      ruleId: 'large',
      ruleIndex: 2,
      evaluatedOutputs: [
        { outputId: 'who', outputName: 'who', outputValue: '"head of department"', ruleId: 'large', ruleIndex: 2 },
      ],
    },
  ],
};

export const decisionInstanceDetailsExample: z.input<typeof types.decisionInstanceDetailsType> = {
  ...decisionInstanceExample,
  ...trace,
};

export const evaluationExample: z.input<typeof types.evaluationType> = {
  ...decision,
  decisionDefinitionName: 'Who approves',
  decisionDefinitionVersion: 1,
  decisionEvaluationKey: '1000000111',
  decisionInstanceKey: '1000000111',
  output: '"head of department"',
  failedDecisionDefinitionId: null,
  failureMessage: null,
  evaluatedDecisions: [
    {
      decisionDefinitionId: 'who-approves',
      decisionDefinitionKey: '1000000006',
      decisionDefinitionName: 'Who approves',
      decisionDefinitionVersion: 1,
      decisionDefinitionType: 'DECISION_TABLE',
      decisionEvaluationInstanceKey: '1000000111-1',
      output: '"head of department"',
      tenantId: '<default>',
      ...trace,
    },
  ],
};
