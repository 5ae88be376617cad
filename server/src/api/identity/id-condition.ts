import type { Field, SearchPlan, SearchRequest } from '../../store/searches/search-plan.ts';

/** The search for the one with this id. */
export const idCondition = <Row>(plan: SearchPlan<Row>, idField: string, id: string): SearchRequest => ({
  filter: {
    conditions: [{ field: plan.fields[idField] as Field, operator: 'eq', value: id }],
    custom: [],
    anyOf: [],
  },
  sort: [],
  page: { kind: 'offset', from: 0, limit: 1 },
});
