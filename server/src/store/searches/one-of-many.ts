import { arrayLiteral } from '../postgres/array-literal.ts';
import type { SearchContext } from './search-plan.ts';

type Dialect = SearchContext['dialect'];

/** SQL for "column is one of the values of the next placeholder", which `manyAsOne` packs: a statement takes only so many parameters. */
export const isOneOf = (column: string, dialect: Dialect, type: 'int8' | 'text'): string =>
  dialect === 'sqlite' ? `${column} IN (SELECT value FROM json_each(?))` : `${column} = ANY(?::${type}[])`;

/** Many values as one parameter. */
export const manyAsOne = (values: readonly (number | string)[], dialect: Dialect, type: 'int8' | 'text'): string =>
  dialect === 'sqlite' ? JSON.stringify(values) : arrayLiteral(values, type);
