import type { Knex } from 'knex';
import type { Database } from '../database.ts';
import type { FoundVariables } from './variable-condition.ts';

/** Counting more costs more than anybody wants to know. */
export const maxTotal = 10_000;

/** What a field of a search is: decides which operators it takes and how its values are read. */
export type FieldKind = 'key' | 'string' | 'int' | 'date' | 'enum' | 'boolean';

/** A field that may be filtered by or sorted after. Columns come from here only, never from a request. */
export interface Field {
  readonly kind: FieldKind;
  /** SQL of the column, or of an expression over columns. */
  readonly column: string;
  /** The column may hold NULL: sorting puts those last. */
  readonly nullable?: boolean;
  /** Canonical values of an enum, and what they are in the column where that differs. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** A value alone, no operators. */
  readonly literalOnly?: boolean;
}

/** A filter with its own SQL, for what no column holds. `beside` are all custom filters that must hold together with this one. */
export type CustomFilter = (
  query: Knex.QueryBuilder,
  value: unknown,
  context: SearchContext,
  beside: Filter['custom'],
) => void;

export interface SearchContext {
  readonly knex: Knex;
  readonly dialect: 'sqlite' | 'postgresql';
  /** What was found of the variables that are asked for; absent where nobody looked. */
  readonly variables?: FoundVariables;
}

/** Everything about one kind of thing that can be searched. */
export interface SearchPlan<Row> {
  /** What cursors know it by where it is made anew for each request. (Default: what it asks for.) */
  readonly name?: string;
  /** What is searched, as SQL: a table with its alias, or a statement in parentheses with one. */
  readonly from: string;
  readonly columns: readonly string[];
  /** Joins or conditions that always hold. */
  readonly base?: (query: Knex.QueryBuilder) => void;
  /**
   * What makes one row of several, as SQL: columns, tiebreak and what is sorted by are then of the group, filters still of what is grouped.
   */
  readonly groupBy?: string;
  readonly fields: Readonly<Record<string, Field>>;
  /** SQL of the tenant that a row is of, by which every search can be filtered; null for what is of no tenant. */
  readonly tenant: string | null;
  /** Leaves the rows that those see who see these tenants. (Default: the rows of these tenants, and none where rows are of no tenant.) */
  readonly seenBy?: (query: Knex.QueryBuilder, tenants: readonly string[], context: SearchContext) => void;
  readonly custom?: Readonly<Record<string, CustomFilter>>;
  /** Turns what only the database can tell of a filter into what SQL can ask; before `look`. */
  readonly prepare?: (database: Database, filter: Filter) => Promise<Filter>;
  /** Looks, before the search, how rare the variables are that are asked for. */
  readonly look?: (database: Database, filter: Filter) => Promise<FoundVariables>;
  /** Fields with the id of a resource that permissions are granted for, by its type, where no field of the search is that. */
  readonly guards?: Readonly<Record<string, Field>>;
  readonly sortable: readonly string[];
  /** The column that makes the order total; ascending when nothing else is asked for. */
  readonly tiebreak: string;
  /** Whether that is text. (Default: a number.) */
  readonly isTiebreakText?: boolean;
  /** Order without a sort in the request. */
  readonly defaultSort?: readonly Sort[];
  /** Only here so that rows have a type. */
  readonly row?: Row;
}

export interface Sort {
  readonly field: string;
  readonly order: 'ASC' | 'DESC';
}

/** One condition on a field, its value already read and typed. */
export interface Condition {
  readonly field: Field;
  readonly operator: 'eq' | 'neq' | 'exists' | 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'notIn' | 'like';
  readonly value: unknown;
}

/** A filter, read: conditions that must all hold, custom ones, and groups of which one must hold. */
export interface Filter {
  readonly conditions: readonly Condition[];
  readonly custom: readonly { readonly name: string; readonly value: unknown }[];
  readonly anyOf: readonly Filter[];
  /** Whoever asks sees what is of these tenants, and nothing else; absent where tenants are not told apart. */
  readonly tenants?: readonly string[];
}

export type Page =
  | { readonly kind: 'offset'; readonly from: number; readonly limit: number }
  | { readonly kind: 'after' | 'before'; readonly cursor: Cursor; readonly limit: number };

/** A place between two rows: the sort values of the row beside it and its key. */
export interface Cursor {
  /** The search that it was made by. */
  readonly search: string;
  /** The sort that it was made for. */
  readonly sort: string;
  readonly values: readonly (string | number)[];
}

export interface SearchRequest {
  readonly filter: Filter;
  readonly sort: readonly Sort[];
  readonly page: Page;
}

export interface SearchResult<Row> {
  readonly rows: readonly Row[];
  /** Up to 10,000; more are not counted. */
  readonly totalItems: number;
  readonly hasMoreTotalItems: boolean;
  readonly startCursor: Cursor | null;
  readonly endCursor: Cursor | null;
}

/** The field of a search with this name; undefined when there is none. */
export const fieldOf = <Row>({ fields, tenant }: SearchPlan<Row>, name: string): Field | undefined => {
  if (Object.hasOwn(fields, name)) return fields[name];
  return name === 'tenantId' && tenant !== null ? { kind: 'string', column: tenant } : undefined;
};

/** A filter as SQL can ask it. */
export const preparedFilter = async <Row>(database: Database, plan: SearchPlan<Row>, filter: Filter): Promise<Filter> =>
  plan.prepare === undefined ? filter : plan.prepare(database, filter);

/** Identifies a sort, so that a cursor is used only with the one it was made for. */
export const sortId = (sort: readonly Sort[]): string => sort.map(({ field, order }) => `${field} ${order}`).join(',');

/** Identifies what is searched, so that a cursor is used only by the search that it was made by. */
export const searchId = <Row>({ name, from, tiebreak, columns }: SearchPlan<Row>): string =>
  name ?? [from, tiebreak, ...columns].join(' ');
