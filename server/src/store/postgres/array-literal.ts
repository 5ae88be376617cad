import type { SqlValue } from '../table.ts';

/**
 * Writes a column of values as PostgreSQL's own text of an array, which `unnest` takes apart. The driver can do that too, but looks at each value
 * for what it might be; these are integers or texts, and this is the hot path.
 */
export const arrayLiteral = (values: readonly SqlValue[], type: 'int8' | 'text'): string => {
  if (type === 'int8') return `{${values.map((value) => value ?? 'NULL').join(',')}}`;
  return `{${values.map((value) => (value === null ? 'NULL' : quoted(String(value)))).join(',')}}`;
};

const special = /["\\]/g;
const quoted = (text: string): string => `"${text.replace(special, '\\$&')}"`;
