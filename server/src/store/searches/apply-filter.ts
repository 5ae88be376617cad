import type { Knex } from 'knex';
import type { Condition, Filter, SearchContext, SearchPlan } from './search-plan.ts';

/** Adds a filter to a query. Values are bound, columns come from the plan. */
export const applyFilter = <Row>(
  query: Knex.QueryBuilder,
  filter: Filter,
  plan: SearchPlan<Row>,
  context: SearchContext,
): void => {
  for (const condition of filter.conditions) applyCondition(query, condition, context);
  if (filter.tenants !== undefined) applyTenants(query, filter.tenants, plan, context);
  for (const { name, value } of filter.custom) plan.custom?.[name]?.(query, value, context, filter.custom);
  if (filter.anyOf.length === 0) return;
  query.where((group) => {
    for (const alternative of filter.anyOf) group.orWhere((one) => applyFilter(one, alternative, plan, context));
  });
};

/** Leaves what is of tenants that are seen. */
const applyTenants = <Row>(
  query: Knex.QueryBuilder,
  tenants: readonly string[],
  { tenant, seenBy }: SearchPlan<Row>,
  context: SearchContext,
): void => {
  if (seenBy !== undefined) seenBy(query, tenants, context);
  else if (tenant === null) query.whereRaw('1 = 0');
  else query.whereIn(context.knex.raw(tenant) as never, tenants as never);
};

/** Adds one condition. */
export const applyCondition = (
  query: Knex.QueryBuilder,
  { field, operator, value }: Condition,
  context: SearchContext,
): void => {
  const { knex } = context;
  // As text: a raw expression, so that functions of columns are fields too.
  const column = knex.raw(field.column);
  switch (operator) {
    case 'eq':
      if (Array.isArray(value)) query.whereIn(column as never, value as never);
      else if (value === null) query.whereNull(column as never);
      else query.where(column as never, value as never);
      return;
    case 'neq':
      query.where((other) => {
        if (Array.isArray(value)) other.whereNotIn(column as never, value as never);
        else other.whereNot(column as never, value as never);
        if (field.nullable === true) other.orWhereNull(column as never);
      });
      return;
    case 'exists':
      if (value === true) query.whereNotNull(column as never);
      else query.whereNull(column as never);
      return;
    case 'gt':
      return void query.where(column as never, '>', value as never);
    case 'gte':
      return void query.where(column as never, '>=', value as never);
    case 'lt':
      return void query.where(column as never, '<', value as never);
    case 'lte':
      return void query.where(column as never, '<=', value as never);
    case 'in':
      return void query.whereIn(column as never, value as never);
    case 'notIn':
      query.where((other) => {
        other.whereNotIn(column as never, value as never);
        if (field.nullable === true) other.orWhereNull(column as never);
      });
      return;
    case 'like':
      return void query.whereRaw(`${field.column} LIKE ? ESCAPE '\\'`, [likePattern(String(value))]);
  }
};

/** `*` and `?` are the wildcards of the API, `\` takes their meaning away; those of SQL are ordinary characters. */
export const likePattern = (pattern: string): string => {
  let sql = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern[at] as string;
    const next = pattern[at + 1];
    if (char === '\\' && next !== undefined) {
      sql += escaped(next);
      at += 1;
    } else if (char === '*') sql += '%';
    else if (char === '?') sql += '_';
    else sql += escaped(char);
  }
  return sql;
};

/** A pattern of the API for texts that have this one in them, whatever its characters mean elsewhere. */
export const containing = (text: string): string => `*${text.replaceAll(/[*?\\]/g, String.raw`\$&`)}*`;

const escaped = (char: string): string => ('%_\\'.includes(char) ? `\\${char}` : char);
