import { z } from 'zod';
import { assignTask, unassignTask } from '../../identity/change-membership.ts';
import type { ContainerType, MemberType } from '../../identity/entity-kinds.ts';
import { missingEntity } from '../../identity/change-entity.ts';
import type { Runtime } from '../../runtime/create-runtime.ts';
import { findEntityName } from '../../store/searches/find-entity-name.ts';
import {
  amongMembers,
  amongRolesOf,
  mappingRulePlan,
  memberPlan,
  namedPlan,
} from '../../store/searches/identity-plans.ts';
import type { NamedRow } from '../../store/searches/identity-plans.ts';
import { runSearch } from '../../store/searches/run-search.ts';
import type { SearchPlan } from '../../store/searches/search-plan.ts';
import { needs } from '../operation/access.ts';
import { json, nothing } from '../operation/answer-kinds.ts';
import { pageOf } from '../operation/answer-types.ts';
import { body, searchBody } from '../operation/body-kinds.ts';
import { onePage } from '../operation/examples.ts';
import { operation } from '../operation/operation.ts';
import type { Operation } from '../operation/operation.ts';
import { submit } from '../operation/submit.ts';
import { searchAnswer } from '../search/read-search.ts';
import { mappingRuleAnswer, mappingRuleExample, mappingRuleType } from './mapping-rule-operations.ts';
import { tenantName } from '../input.ts';
import { entityId } from './names.ts';

const containers = {
  GROUP: { title: 'Group', noun: 'group', path: '/v2/groups', idField: 'groupId', idType: entityId },
  ROLE: { title: 'Role', noun: 'role', path: '/v2/roles', idField: 'roleId', idType: entityId },
  TENANT: { title: 'Tenant', noun: 'tenant', path: '/v2/tenants', idField: 'tenantId', idType: tenantName },
} as const;
const members = {
  USER: { title: 'User', noun: 'user', segment: 'users', idField: 'username' },
  CLIENT: { title: 'Client', noun: 'client', segment: 'clients', idField: 'clientId' },
  GROUP: { title: 'Group', noun: 'group', segment: 'groups', idField: 'groupId' },
  ROLE: { title: 'Role', noun: 'role', segment: 'roles', idField: 'roleId' },
  MAPPING_RULE: { title: 'MappingRule', noun: 'mapping rule', segment: 'mapping-rules', idField: 'mappingRuleId' },
} as const;
/** What each may contain. */
const contents: Readonly<Record<ContainerType, readonly MemberType[]>> = {
  GROUP: ['USER', 'CLIENT', 'MAPPING_RULE'],
  ROLE: ['USER', 'CLIENT', 'GROUP', 'MAPPING_RULE'],
  TENANT: ['USER', 'CLIENT', 'GROUP', 'ROLE', 'MAPPING_RULE'],
};

const tag = 'Identity';
const exampleIds = {
  USER: 'mia',
  CLIENT: 'invoice-worker',
  GROUP: 'accounting',
  ROLE: 'operator',
  MAPPING_RULE: 'finance',
};

/** How the members of one type are searched and answered. */
interface MemberSearch<Row> {
  readonly plan: (containerId: string) => SearchPlan<Row>;
  readonly item: z.ZodType;
  readonly answer: (row: Row) => unknown;
  readonly example: unknown;
}

const roleItem = z.strictObject({ name: z.string(), roleId: z.string(), description: z.string().nullable() });
const rolePlan = namedPlan('roles', 'role_id', 'roleId');
const roleAnswer = ({ id, name, description }: NamedRow): z.input<typeof roleItem> => ({
  name,
  roleId: id,
  description,
});
const roleExample: z.input<typeof roleItem> = { name: 'Operator', roleId: 'operator', description: null };

/** Forgets what its rows are: its own functions are the only ones to look at them. */
const anyRow = <Row>(search: MemberSearch<Row>): MemberSearch<unknown> => search as unknown as MemberSearch<unknown>;

const searchOf = (containerType: ContainerType, memberType: MemberType): MemberSearch<unknown> => {
  const among =
    <Row>(plan: SearchPlan<Row>, column: string) =>
    (containerId: string) =>
      amongMembers(plan, { containerType, memberType, containerId, column });
  if (memberType === 'ROLE')
    return anyRow({ plan: among(rolePlan, 'n.role_id'), item: roleItem, answer: roleAnswer, example: roleExample });
  if (memberType === 'MAPPING_RULE')
    return anyRow({
      plan: among(mappingRulePlan, 'r.mapping_rule_id'),
      item: mappingRuleType,
      answer: mappingRuleAnswer,
      example: mappingRuleExample,
    });
  const { idField } = members[memberType];
  return anyRow({
    plan: (containerId: string) => memberPlan(containerType, memberType, idField, containerId),
    item: z.strictObject({ [idField]: z.string() }),
    answer: (row: { member_id: string }) => ({ [idField]: row.member_id }),
    example: { [idField]: exampleIds[memberType] },
  });
};

/** Puts members into groups, roles and tenants, takes them out, and lists them. */
export const membershipOperations = (runtime: Runtime): readonly Operation[] =>
  (Object.keys(contents) as ContainerType[]).flatMap((containerType) => [
    ...contents[containerType].flatMap((memberType) => [
      ...changesOf(runtime, containerType, memberType),
      listing(runtime, containerType, memberType),
    ]),
    ...(containerType === 'GROUP' ? [rolesOfGroup(runtime)] : []),
  ]);

/** A role is said to be given to somebody, and not the other way round. */
const idOfChange = (containerType: ContainerType, memberType: MemberType, verb: 'assign' | 'unassign'): string => {
  const { title } = members[memberType];
  const word = verb === 'assign' ? 'To' : 'From';
  return containerType === 'ROLE'
    ? `${verb}Role${word}${title}`
    : `${verb}${title}${word}${containers[containerType].title}`;
};

const changesOf = (runtime: Runtime, containerType: ContainerType, memberType: MemberType): readonly Operation[] => {
  const { path, idField, idType, noun } = containers[containerType];
  const member = members[memberType];
  const change = (method: 'PUT' | 'DELETE', verb: 'assign' | 'unassign', summary: string): Operation =>
    operation({
      id: idOfChange(containerType, memberType, verb),
      method,
      path: `${path}/{${idField}}/${member.segment}/{${member.idField}}`,
      tag,
      summary,
      params: { [idField]: idType, [member.idField]: entityId },
      body: body(z.strictObject({})),
      answer: nothing,
      refusals: verb === 'assign' ? ['NOT_FOUND', 'ALREADY_EXISTS'] : ['NOT_FOUND'],
      isRepeatable: true,
      access: needs(containerType, 'UPDATE'),
      example: { body: {} },
      run: async (call) => {
        const containerId = call.params[idField] as string;
        const memberId = call.params[member.idField] as string;
        const task = verb === 'assign' ? assignTask : unassignTask;
        await submit(runtime, call, task({ containerType, containerId, memberType, memberId }));
      },
    });
  return [
    change('PUT', 'assign', `Put a ${member.noun} into a ${noun}`),
    change('DELETE', 'unassign', `Take a ${member.noun} out of a ${noun}`),
  ];
};

const listing = (runtime: Runtime, containerType: ContainerType, memberType: MemberType): Operation => {
  const { path, idField, idType, noun, title } = containers[containerType];
  const member = members[memberType];
  const { plan, item, answer, example } = searchOf(containerType, memberType);
  const plural = containerType === 'TENANT' && memberType === 'GROUP' ? 'GroupIds' : `${member.title}s`;
  return operation({
    id: `search${plural}For${title}`,
    method: 'POST',
    path: `${path}/{${idField}}/${member.segment}/search`,
    tag,
    summary: `Search the ${member.noun}s of a ${noun}`,
    params: { [idField]: idType },
    body: searchBody({ plan: plan('') }),
    answer: json(pageOf(item)),
    refusals: ['NOT_FOUND'],
    access: needs(containerType, 'READ'),
    isLimitable: true,
    example: { body: {}, answer: onePage(example) },
    run: async ({ params, body: search, permit }) => {
      const id = params[idField] as string;
      if (!permit.allows(containerType, id)) throw permit.refusal(id);
      if ((await findEntityName(runtime.database, containerType, id)) === null) throw missingEntity(noun, id);
      return searchAnswer(await runSearch(runtime.database, plan(id), search), answer);
    },
  });
};

const rolesOfGroup = (runtime: Runtime): Operation =>
  operation({
    id: 'searchRolesForGroup',
    method: 'POST',
    path: '/v2/groups/{groupId}/roles/search',
    tag,
    summary: 'Search the roles that a group has',
    params: { groupId: entityId },
    body: searchBody({ plan: rolePlan }),
    answer: json(pageOf(roleItem)),
    refusals: ['NOT_FOUND'],
    access: needs('GROUP', 'READ'),
    isLimitable: true,
    example: { body: {}, answer: onePage(roleExample) },
    run: async ({ params: { groupId }, body: search, permit }) => {
      if (!permit.allows('GROUP', groupId)) throw permit.refusal(groupId);
      if ((await findEntityName(runtime.database, 'GROUP', groupId)) === null) throw missingEntity('group', groupId);
      return searchAnswer(
        await runSearch(runtime.database, amongRolesOf(rolePlan, 'GROUP', groupId), search),
        roleAnswer,
      );
    },
  });
