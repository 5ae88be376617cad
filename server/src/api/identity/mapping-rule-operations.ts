import { z } from 'zod';
import { createEntityTask, deleteEntityTask, missingEntity, updateEntityTask } from '../../identity/change-entity.ts';
import { mappingRuleKind } from '../../identity/entity-kinds.ts';
import type { Runtime } from '../../runtime/create-runtime.ts';
import { mappingRulePlan } from '../../store/searches/identity-plans.ts';
import { runSearch } from '../../store/searches/run-search.ts';
import type { MappingRuleRow } from '../../store/tables/mapping-rules.ts';
import { needs } from '../operation/access.ts';
import { created, json, nothing } from '../operation/answer-kinds.ts';
import { body } from '../operation/body-kinds.ts';
import { operation } from '../operation/operation.ts';
import type { Operation } from '../operation/operation.ts';
import { searchOperation } from '../operation/search-operation.ts';
import { submit } from '../operation/submit.ts';
import { idCondition } from './id-condition.ts';
import { entityId, entityName } from './names.ts';

export const mappingRuleType = z
  .strictObject({ claimName: z.string(), claimValue: z.string(), name: z.string(), mappingRuleId: z.string() })
  .meta({ id: 'MappingRule' });

export const mappingRuleAnswer = (row: MappingRuleRow): z.input<typeof mappingRuleType> => ({
  claimName: row.claim_name,
  claimValue: row.claim_value,
  name: row.name,
  mappingRuleId: row.mapping_rule_id,
});

export const mappingRuleExample: z.input<typeof mappingRuleType> = {
  claimName: 'department',
  claimValue: 'finance',
  name: 'Finance department',
  mappingRuleId: 'finance',
};

const fields = { claimName: entityName, claimValue: entityName, name: entityName };
const params = { mappingRuleId: entityId };
const tag = 'Identity';
const path = '/v2/mapping-rules';

/** Mapping rules: what a claim of the identity provider makes somebody a member of. */
export const mappingRuleOperations = (runtime: Runtime): readonly Operation[] => {
  const { database } = runtime;
  return [
    operation({
      id: 'createMappingRule',
      method: 'POST',
      path,
      tag,
      summary: 'Add a mapping rule',
      description: 'Who brings the claim with this value is a member of what the rule is a member of.',
      body: body(z.strictObject({ mappingRuleId: entityId, ...fields })),
      answer: created(mappingRuleType),
      refusals: ['ALREADY_EXISTS'],
      isRepeatable: true,
      access: needs('MAPPING_RULE', 'CREATE'),
      example: { body: mappingRuleExample, answer: mappingRuleExample },
      run: async (call) => {
        const { mappingRuleId, claimName, claimValue, name } = call.body;
        const row = { mapping_rule_id: mappingRuleId, claim_name: claimName, claim_value: claimValue, name };
        await submit(runtime, call, createEntityTask(mappingRuleKind, mappingRuleId, { ...row }));
        return mappingRuleAnswer(row);
      },
    }),
    searchOperation(database, {
      id: 'searchMappingRule',
      path: `${path}/search`,
      tag,
      summary: 'Search mapping rules',
      reader: { plan: mappingRulePlan },
      item: mappingRuleType,
      answer: mappingRuleAnswer,
      access: needs('MAPPING_RULE', 'READ'),
      example: { body: { filter: { claimName: 'department' } }, item: mappingRuleExample },
    }),
    operation({
      id: 'getMappingRule',
      method: 'GET',
      path: `${path}/{mappingRuleId}`,
      tag,
      summary: 'Read a mapping rule',
      params,
      answer: json(mappingRuleType),
      refusals: ['NOT_FOUND'],
      access: needs('MAPPING_RULE', 'READ'),
      isLimitable: true,
      example: { answer: mappingRuleExample },
      run: async ({ params: { mappingRuleId }, permit }) => {
        if (!permit.allows('MAPPING_RULE', mappingRuleId)) throw permit.refusal(mappingRuleId);
        const { rows } = await runSearch(
          database,
          mappingRulePlan,
          idCondition(mappingRulePlan, 'mappingRuleId', mappingRuleId),
        );
        if (rows[0] === undefined) throw missingEntity('mapping rule', mappingRuleId);
        return mappingRuleAnswer(rows[0]);
      },
    }),
    operation({
      id: 'updateMappingRule',
      method: 'PUT',
      path: `${path}/{mappingRuleId}`,
      tag,
      summary: 'Change a mapping rule',
      params,
      body: body(z.strictObject(fields)),
      answer: json(mappingRuleType),
      refusals: ['NOT_FOUND'],
      isRepeatable: true,
      access: needs('MAPPING_RULE', 'UPDATE'),
      example: {
        body: { claimName: 'department', claimValue: 'finance', name: 'Finance' },
        answer: mappingRuleExample,
      },
      run: async (call) => {
        const { claimName, claimValue, name } = call.body;
        const { mappingRuleId } = call.params;
        const set = { claim_name: claimName, claim_value: claimValue, name };
        await submit(
          runtime,
          call,
          updateEntityTask(mappingRuleKind, mappingRuleId, () => ({ ...set })),
        );
        return mappingRuleAnswer({ mapping_rule_id: mappingRuleId, ...set });
      },
    }),
    operation({
      id: 'deleteMappingRule',
      method: 'DELETE',
      path: `${path}/{mappingRuleId}`,
      tag,
      summary: 'Remove a mapping rule',
      params,
      answer: nothing,
      refusals: ['NOT_FOUND'],
      isRepeatable: true,
      access: needs('MAPPING_RULE', 'DELETE'),
      example: {},
      run: async (call) =>
        void (await submit(runtime, call, deleteEntityTask(mappingRuleKind, call.params.mappingRuleId))),
    }),
  ];
};
