import type { Knex } from 'knex';
import type { Database } from '../database.ts';
import { applyFilter } from './apply-filter.ts';
import { fieldOf, maxTotal, preparedFilter, searchId, sortId } from './search-plan.ts';
import type { Cursor, Filter, SearchContext, SearchPlan, SearchRequest, SearchResult, Sort } from './search-plan.ts';

interface OrderBy {
  /** SQL without NULL in it, so that values can be compared. */
  readonly expression: string;
  readonly alias: string;
  readonly order: 'ASC' | 'DESC';
}

/** Runs a search: one page by offset or by cursor (keyset), and the count of all. */
export const runSearch = async <Row>(
  database: Database,
  plan: SearchPlan<Row>,
  request: SearchRequest,
): Promise<SearchResult<Row>> => {
  const { knex, dialect } = database;
  const filter = await preparedFilter(database, plan, request.filter);
  const variables = await plan.look?.(database, filter);
  const context: SearchContext = { knex, dialect, variables };
  const filtered = (): Knex.QueryBuilder => {
    // As text: a plan may search what a statement brings together.
    const query = knex.from(knex.raw(plan.from));
    plan.base?.(query);
    applyFilter(query, filter, plan, context);
    if (plan.groupBy !== undefined) query.groupByRaw(plan.groupBy);
    return query;
  };
  const sort = request.sort.length > 0 ? request.sort : (plan.defaultSort ?? []);
  const order = orderBy(plan, sort);
  const { page } = request;
  const backwards = page.kind === 'before';

  const query = filtered().select(plan.columns.map((column) => knex.raw(column)));
  for (const { expression, alias } of order) query.select(knex.raw(`${expression} AS ${alias}`));
  if (page.kind === 'offset') query.offset(page.from);
  else if (page.cursor.sort === sortId(sort)) {
    const { sql, values } = beyond(order, page.cursor.values, backwards);
    if (plan.groupBy === undefined) query.whereRaw(sql, values);
    else query.havingRaw(sql, values);
  }
  for (const { expression, order: direction } of order) {
    query.orderByRaw(`${expression} ${(direction === 'ASC') !== backwards ? 'ASC' : 'DESC'}`);
  }
  const found = (await query.limit(page.limit)) as Row[];
  if (backwards) found.reverse();

  const total = variables?.total ?? (await countUpTo(knex, filtered(), maxTotal + 1));
  const cursor = (row: Row | undefined): Cursor | null =>
    row === undefined
      ? null
      : {
          search: searchId(plan),
          sort: sortId(sort),
          values: order.map(({ alias }) => (row as Record<string, string | number>)[alias] as string | number),
        };
  return {
    rows: found,
    totalItems: Math.min(total, maxTotal),
    hasMoreTotalItems: total > maxTotal,
    startCursor: cursor(found[0]),
    endCursor: cursor(found.at(-1)),
  };
};

/** Counts what a filter finds, up to `most`. For plans that look at nothing beforehand. */
export const countFound = <Row>(
  { knex, dialect }: Database,
  plan: SearchPlan<Row>,
  filter: Filter,
  most: number,
): Promise<number> => {
  const query = knex.from(knex.raw(plan.from));
  plan.base?.(query);
  applyFilter(query, filter, plan, { knex, dialect });
  return countUpTo(knex, query, most);
};

const countUpTo = async (knex: Knex, query: Knex.QueryBuilder, most: number): Promise<number> => {
  const some = query.select(knex.raw('1 AS one')).limit(most);
  const counted: { total?: number | string }[] = await knex.from(some.as('counted')).count({ total: '*' });
  return Number(counted[0]?.total ?? 0);
};

const orderBy = <Row>(plan: SearchPlan<Row>, sort: readonly Sort[]): OrderBy[] => {
  const order: OrderBy[] = sort.flatMap(({ field: name, order: direction }, index) => {
    const field = fieldOf(plan, name);
    if (field === undefined) return [];
    const last = field.kind === 'string' || field.kind === 'enum' ? `'\u{10FFFF}'` : String(Number.MAX_SAFE_INTEGER);
    const expression = field.nullable === true ? `COALESCE(${field.column}, ${last})` : field.column;
    return [{ expression, alias: `sort_${index}`, order: direction }];
  });
  order.push({ expression: plan.tiebreak, alias: 'sort_key', order: order.at(-1)?.order ?? 'ASC' });
  return order;
};

/** Rows behind (or before) a place: (a > x) or (a = x and b > y) or … with each column in its own direction. */
const beyond = (
  order: readonly OrderBy[],
  values: readonly (string | number)[],
  backwards: boolean,
): { readonly sql: string; readonly values: (string | number)[] } => {
  const used: (string | number)[] = [];
  const compare = (index: number, ascending: string, descending: string): string => {
    const { expression, order: direction } = order[index] as OrderBy;
    used.push(values[index] as string | number);
    return `${expression} ${(direction === 'ASC') !== backwards ? ascending : descending} ?`;
  };
  // Follows from what is below; with it the index is entered at the place and not walked through from its beginning.
  const first = compare(0, '>=', '<=');
  const places = order.map((_last, index) => {
    const same = order.slice(0, index).map((_each, before) => compare(before, '=', '='));
    return `(${[...same, compare(index, '>', '<')].join(' AND ')})`;
  });
  return { sql: `${first} AND (${places.join(' OR ')})`, values: used };
};
