import { z } from 'zod';
import type { DeployedItem, Deployment } from '../runtime/deployment/deploy.ts';
import { keyText } from './answer.ts';
import { decisionRequirementsAnswer, deployedDecisionAnswer } from './decision-answer.ts';
import { decisionRequirementsType, deployedDecisionType } from './decision-types.ts';
import { keyType, tenantType } from './operation/answer-types.ts';

const itemType = z
  .strictObject({
    processDefinition: z
      .strictObject({
        processDefinitionKey: keyType,
        processDefinitionId: z.string(),
        processDefinitionVersion: z.int(),
        resourceName: z.string(),
        tenantId: tenantType,
      })
      .nullable(),
    decisionDefinition: deployedDecisionType.nullable(),
    decisionRequirements: decisionRequirementsType.nullable(),
    form: z
      .strictObject({
        formKey: keyType,
        formId: z.string(),
        version: z.int(),
        resourceName: z.string(),
        tenantId: tenantType,
      })
      .nullable(),
    resource: z
      .strictObject({
        resourceKey: keyType,
        resourceId: z.string(),
        resourceName: z.string(),
        version: z.int(),
        tenantId: tenantType,
      })
      .nullable(),
  })
  .describe('One of these is there, the others are null.');

export const deploymentType = z
  .strictObject({ deploymentKey: keyType, tenantId: tenantType, deployments: z.array(itemType) })
  .meta({ id: 'Deployment' });

type Item = z.input<typeof itemType>;

const empty: Item = {
  processDefinition: null,
  decisionDefinition: null,
  decisionRequirements: null,
  form: null,
  resource: null,
};

const itemAnswers = (item: DeployedItem): Item[] => {
  switch (item.kind) {
    case 'process': {
      const { row } = item;
      const processDefinition = {
        processDefinitionKey: keyText(row.key),
        processDefinitionId: row.process_id,
        processDefinitionVersion: row.version,
        resourceName: row.resource_name,
        tenantId: row.tenant_id,
      };
      return [{ ...empty, processDefinition }];
    }
    case 'form': {
      const { row } = item;
      const form = {
        formKey: keyText(row.key),
        formId: row.form_id,
        version: row.version,
        resourceName: row.resource_name,
        tenantId: row.tenant_id,
      };
      return [{ ...empty, form }];
    }
    case 'decisions': {
      const { row } = item;
      const decisions = item.decisions.map((decision) => ({
        ...empty,
        decisionDefinition: deployedDecisionAnswer(decision),
      }));
      return [{ ...empty, decisionRequirements: decisionRequirementsAnswer(row) }, ...decisions];
    }
    case 'resource': {
      const { row } = item;
      const resource = {
        resourceKey: keyText(row.key),
        resourceId: row.script_id ?? row.name,
        resourceName: row.name,
        version: row.version,
        tenantId: row.tenant_id,
      };
      return [{ ...empty, resource }];
    }
  }
};

/** The answer to a deployment. */
export const deploymentAnswer = ({ deploymentKey, tenantId, items }: Deployment): z.input<typeof deploymentType> => ({
  deploymentKey: keyText(deploymentKey),
  tenantId,
  deployments: items.flatMap(itemAnswers),
});

export const deploymentExample: z.input<typeof deploymentType> = {
  deploymentKey: '1000000001',
  tenantId: '<default>',
  deployments: [
    {
      ...empty,
      processDefinition: {
        processDefinitionKey: '1000000003',
        processDefinitionId: 'invoice',
        processDefinitionVersion: 2,
        resourceName: 'invoice.bpmn',
        tenantId: '<default>',
      },
    },
  ],
};
