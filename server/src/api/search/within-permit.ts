import type { ResourceType } from '../../identity/permissions.ts';
import type { Need, Permit } from '../../identity/permit.ts';
import type { Condition, Field, Filter, SearchPlan, SearchRequest } from '../../store/searches/search-plan.ts';

/** The field of a search that holds the id of the resource that permissions are granted for. */
const fieldNames: Partial<Readonly<Record<ResourceType, string>>> = {
  BATCH: 'batchOperationKey',
  CLUSTER_VARIABLE: 'name',
  DECISION_DEFINITION: 'decisionDefinitionId',
  DECISION_REQUIREMENTS_DEFINITION: 'decisionRequirementsId',
  GROUP: 'groupId',
  MAPPING_RULE: 'mappingRuleId',
  PROCESS_DEFINITION: 'processDefinitionId',
  RESOURCE: 'resourceId',
  ROLE: 'roleId',
  TENANT: 'tenantId',
  USER: 'username',
  USER_TASK: 'userTaskKey',
};

const guardField = <Row>(plan: SearchPlan<Row>, resource: ResourceType): Field | undefined =>
  plan.guards?.[resource] ?? plan.fields[fieldNames[resource] ?? ''];

/** The resource types of these needs by which a search can be limited. */
export const limitsOf = <Row>(plan: SearchPlan<Row>, needs: readonly Need[]): readonly ResourceType[] =>
  needs.map(({ resource }) => resource).filter((resource) => guardField(plan, resource) !== undefined);

/** The same search, over what the caller may see only: of their tenants what they have a permission for. */
export const withinPermit = <Row>(request: SearchRequest, plan: SearchPlan<Row>, permit: Permit): SearchRequest =>
  permit.isUnlimited ? request : { ...request, filter: filterWithin(request.filter, plan, permit) };

/** The same filter, over what the caller may do something with only. */
export const filterWithin = <Row>(given: Filter, plan: SearchPlan<Row>, permit: Permit): Filter => {
  if (permit.isUnlimited) return given;
  const filter = permit.tenants === null ? given : { ...given, tenants: permit.tenants };
  if (permit.isEverywhere) return filter;
  const limits = [...byResource(plan, permit), ...byProperty(plan, permit)];
  const alternatives = filter.anyOf.length === 0 ? [none] : filter.anyOf;
  // One of the caller's alternatives and one of the limits: there is only one level of them, so each is put together with each.
  const anyOf = alternatives.flatMap((each) =>
    (limits.length === 0 ? [nothing] : limits).map((limit) => both(each, limit)),
  );
  return { ...filter, anyOf };
};

const none: Filter = { conditions: [], custom: [], anyOf: [] };
/** What no row meets: a caller whose permission no row of this search can be about. */
const nothing: Filter = {
  ...none,
  conditions: [{ field: { kind: 'int', column: '1' }, operator: 'eq', value: 0 }],
};

const both = (one: Filter, other: Filter): Filter => ({
  conditions: [...one.conditions, ...other.conditions],
  custom: [...one.custom, ...other.custom],
  anyOf: [],
});

const byResource = <Row>(plan: SearchPlan<Row>, permit: Permit): Filter[] =>
  (Object.keys(fieldNames) as ResourceType[]).flatMap((resource) => {
    const ids = permit.idsOf(resource);
    const field = guardField(plan, resource);
    if (ids.length === 0 || field === undefined) return [];
    const value = field.kind === 'key' ? ids.map(Number).filter(Number.isSafeInteger) : ids;
    return [{ ...none, conditions: [{ field, operator: 'in', value }] }];
  });

/** User tasks that the caller has to do with. */
const byProperty = <Row>(plan: SearchPlan<Row>, { properties, principal }: Permit): Filter[] =>
  properties.flatMap((property): Filter[] => {
    const { type, id, groups } = principal;
    const entry = (value: unknown, operator: Condition['operator']): Condition[] => [
      { field: { kind: 'string', column: 'c.value' }, operator, value },
    ];
    switch (property) {
      case 'assignee': {
        const field = plan.fields['assignee'];
        if (field === undefined || type !== 'USER') return [];
        return [
          { ...none, conditions: [{ field, operator: 'eq', value: id }] },
          // Whoever delegated a task still sees it, in searches that know of that.
          ...(plan.custom?.['delegatedBy'] === undefined
            ? []
            : [{ ...none, custom: [{ name: 'delegatedBy', value: id }] }]),
        ];
      }
      case 'candidateUsers':
        return plan.custom?.['candidateUser'] === undefined || type !== 'USER'
          ? []
          : [{ ...none, custom: [{ name: 'candidateUser', value: entry(id, 'eq') }] }];
      case 'candidateGroups':
        return plan.custom?.['candidateGroup'] === undefined || groups.length === 0
          ? []
          : [{ ...none, custom: [{ name: 'candidateGroup', value: entry(groups, 'in') }] }];
    }
  });
