import { decisionRequirementsPlan } from '../store/searches/decision-requirements-plan.ts';
import { findResource } from '../store/searches/find-resource.ts';
import type { DecisionRequirementsRow } from '../store/tables/decision-requirements.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { decisionRequirementsAnswer } from './decision-answer.ts';
import { decisionRequirementsExample } from './decision-examples.ts';
import { decisionRequirementsType } from './decision-types.ts';
import { foundRow } from './found-row.ts';
import type { Permitted } from './found-row.ts';
import { key } from './input.ts';
import { needs } from './operation/access.ts';
import { file, json, xmlFile } from './operation/answer-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { searchOperation } from './operation/search-operation.ts';

/** Deployed DMN files: search, read, source. */
export const decisionRequirementsOperations = ({ database }: Runtime): readonly Operation[] => {
  const params = { decisionRequirementsKey: key };
  const access = needs('DECISION_REQUIREMENTS_DEFINITION', 'READ');
  const find = (call: Permitted, requirementsKey: number): Promise<DecisionRequirementsRow> =>
    foundRow(call, database, 'decision_requirements', requirementsKey);
  return [
    searchOperation(database, {
      id: 'searchDecisionRequirements',
      path: '/v2/decision-requirements/search',
      tag: 'Decisions',
      summary: 'Search deployed DMN files',
      reader: { plan: decisionRequirementsPlan },
      item: decisionRequirementsType,
      answer: decisionRequirementsAnswer,
      access,
      example: { body: { sort: [{ field: 'version', order: 'DESC' }] }, item: decisionRequirementsExample },
    }),
    operation({
      id: 'getDecisionRequirements',
      method: 'GET',
      path: '/v2/decision-requirements/{decisionRequirementsKey}',
      tag: 'Decisions',
      summary: 'Read a deployed DMN file',
      params,
      answer: json(decisionRequirementsType),
      refusals: ['NOT_FOUND'],
      access,
      isLimitable: true,
      example: { answer: decisionRequirementsExample },
      run: async (call) => decisionRequirementsAnswer(await find(call, call.params.decisionRequirementsKey)),
    }),
    operation({
      id: 'getDecisionRequirementsXML',
      method: 'GET',
      path: '/v2/decision-requirements/{decisionRequirementsKey}/xml',
      tag: 'Decisions',
      summary: 'Read a DMN file as it was deployed',
      params,
      answer: file('text/xml'),
      refusals: ['NOT_FOUND'],
      access,
      isLimitable: true,
      example: {},
      run: async (call) => {
        const row = await find(call, call.params.decisionRequirementsKey);
        return xmlFile((await findResource(database, row.resource_key))?.content ?? '');
      },
    }),
  ];
};
