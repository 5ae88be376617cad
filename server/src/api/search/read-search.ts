import { fieldOf } from '../../store/searches/search-plan.ts';
import type {
  Condition,
  Filter,
  Page,
  SearchPlan,
  SearchRequest,
  SearchResult,
  Sort,
} from '../../store/searches/search-plan.ts';
import { Refusal } from '../../runtime/refusal.ts';
import { cursorText, readCursor } from './cursor-text.ts';
import { checkValues } from './check-values.ts';
import { readConditions } from './read-condition.ts';

/** Turns the value of a custom filter into what the plan's SQL takes. Throws INVALID_ARGUMENT. */
export type CustomReader = (value: unknown) => unknown;

/** How one endpoint reads its search requests. */
export interface SearchReader<Row> {
  readonly plan: SearchPlan<Row>;
  /** Fields of the plan that this endpoint filters by; all when absent. */
  readonly filters?: readonly string[];
  readonly custom?: Readonly<Record<string, CustomReader>>;
  /** Filters without which a request is refused. (Default: none.) */
  readonly required?: readonly string[];
  /** Whether `$or` is taken. */
  readonly alternatives?: boolean;
}

const bad = (detail: string): Refusal => new Refusal('INVALID_ARGUMENT', detail);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads `{filter?, sort?, page?}`. Throws INVALID_ARGUMENT that says what is wrong and what would be right. */
export const readSearch = <Row>(body: unknown, reader: SearchReader<Row>): SearchRequest => {
  const request = body ?? {};
  if (!isObject(request)) throw bad('Expected a search request, an object with filter, sort and page.');
  for (const name of Object.keys(request)) {
    if (name !== 'filter' && name !== 'sort' && name !== 'page')
      throw bad(`Expected only filter, sort and page, found '${name}'. Remove it.`);
  }
  const sort = readSort(request['sort'], reader.plan);
  const filter =
    request['filter'] === undefined || request['filter'] === null ? noFilter : readFilter(request['filter'], reader);
  const given = (request['filter'] ?? {}) as Readonly<Record<string, unknown>>;
  for (const name of reader.required ?? []) {
    if (given[name] === undefined || given[name] === null)
      throw bad(`Expected a filter for '${name}', found none. Add it.`);
  }
  const effective = sort.length > 0 ? sort : (reader.plan.defaultSort ?? []);
  return { filter, sort, page: readPage(request['page'], reader.plan, effective) };
};

const noFilter: Filter = { conditions: [], custom: [], anyOf: [] };

/** Reads a filter object. Also used for the filters of statistics. */
export const readFilter = <Row>(input: unknown, reader: SearchReader<Row>, depth = 0): Filter => {
  if (!isObject(input)) throw bad('Expected the filter to be an object.');
  if (depth === 0) checkValues(input);
  const conditions: Condition[] = [];
  const custom: { name: string; value: unknown }[] = [];
  const anyOf: Filter[] = [];
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined || value === null) continue;
    const field = fieldOf(reader.plan, name);
    if (name === '$or' && reader.alternatives === true && depth === 0) {
      if (!Array.isArray(value) || value.length > 50) throw bad(`Expected '$or' to be a list of at most 50 filters.`);
      for (const each of value) anyOf.push(readFilter(each, reader, depth + 1));
    } else if (field !== undefined && (name === 'tenantId' || reader.filters?.includes(name) !== false)) {
      conditions.push(...readConditions(name, field, value));
    } else if (name === 'tenantId') {
      // What is of no tenant is found whatever the tenant is.
      continue;
    } else if (reader.custom !== undefined && Object.hasOwn(reader.custom, name)) {
      custom.push({ name, value: reader.custom[name]?.(value) });
    } else {
      const known = [
        ...(reader.filters ?? Object.keys(reader.plan.fields)),
        ...Object.keys(reader.custom ?? {}),
        'tenantId',
      ];
      throw bad(`Expected a known filter (${known.join(', ')}), found '${name}'.`);
    }
  }
  return { conditions, custom, anyOf };
};

const readSort = <Row>(input: unknown, plan: SearchPlan<Row>): Sort[] => {
  const { sortable } = plan;
  if (input === undefined || input === null) return [];
  if (!Array.isArray(input) || input.length > 10)
    throw bad('Expected sort to be a list of at most 10 entries such as {"field": "name", "order": "ASC"}.');
  return input.flatMap((each: unknown): Sort[] => {
    if (!isObject(each)) throw bad('Expected every sort entry to be an object with field and order.');
    const { field, order = 'ASC', ...rest } = each;
    if (typeof field !== 'string' || !sortable.includes(field)) {
      throw bad(`Expected to sort by one of ${sortable.join(', ')}; found ${JSON.stringify(field)}.`);
    }
    const direction = order === null ? 'ASC' : typeof order === 'string' ? order.toUpperCase() : '';
    if (direction !== 'ASC' && direction !== 'DESC')
      throw bad(`Expected order ASC or DESC, found ${JSON.stringify(order)}.`);
    const [unknown] = Object.keys(rest);
    if (unknown !== undefined) throw bad(`Expected only field and order in a sort entry, found '${unknown}'.`);
    // What is of no tenant has no order by tenants.
    return fieldOf(plan, field) === undefined ? [] : [{ field, order: direction }];
  });
};

const readPage = <Row>(input: unknown, plan: SearchPlan<Row>, sort: readonly Sort[]): Page => {
  if (input === undefined || input === null) return { kind: 'offset', from: 0, limit: 100 };
  if (!isObject(input)) throw bad('Expected page to be an object such as {"limit": 50}.');
  const { from, limit, after, before, ...rest } = input;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw bad(`Expected only from, limit, after and before in page, found '${unknown}'.`);
  const size = limit ?? 100;
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1 || size > 10_000) {
    throw bad(`Expected the page's limit to be between 1 and 10000, found ${JSON.stringify(limit)}.`);
  }
  const given = [from, after, before].filter((each) => each !== undefined && each !== null);
  if (given.length > 1) throw bad('Expected only one of from, after and before in page.');
  if (typeof after === 'string') return { kind: 'after', cursor: readCursor(after, plan, sort), limit: size };
  if (typeof before === 'string') return { kind: 'before', cursor: readCursor(before, plan, sort), limit: size };
  const offset = from ?? 0;
  if (
    after != null ||
    before != null ||
    typeof offset !== 'number' ||
    !Number.isInteger(offset) ||
    offset < 0 ||
    offset > 1e9
  ) {
    throw bad('Expected from to be an integer that is not negative, and cursors to be texts.');
  }
  return { kind: 'offset', from: offset, limit: size };
};

/** The answer of a search. */
export const searchAnswer = <Row, Item>(result: SearchResult<Row>, item: (row: Row) => Item) => ({
  items: result.rows.map(item),
  page: {
    totalItems: result.totalItems,
    hasMoreTotalItems: result.hasMoreTotalItems,
    startCursor: cursorText(result.startCursor),
    endCursor: cursorText(result.endCursor),
  },
});
