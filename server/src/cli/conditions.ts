import { UsageError } from './exit-code.ts';

/** The filter that conditions of the command line say: `state=ACTIVE`, `name~=a*`, `key!=1`, `retries:={"$lt": 2}`. */
export const readConditions = (conditions: readonly string[]): Record<string, unknown> => {
  const filter = new Map<string, unknown>();
  for (const condition of conditions) {
    const [, field, operator, text = ''] = /^(\$?\w+)(:=|!=|~=|=)(.*)$/s.exec(condition) ?? [];
    if (field === undefined || operator === undefined)
      throw new UsageError(`Expected a condition such as state=ACTIVE, found '${condition}'.`);
    if (filter.has(field))
      throw new UsageError(
        `Expected one condition on ${field}, found two. Several operators are said by ${field}:='{…}'.`,
      );
    filter.set(field, conditionOf(field, operator, text));
  }
  return Object.fromEntries(filter);
};

const conditionOf = (field: string, operator: string, text: string): unknown => {
  switch (operator) {
    case ':=':
      try {
        return JSON.parse(text);
      } catch {
        throw new UsageError(`Expected JSON behind ${field}:=, found '${text}'.`);
      }
    case '~=':
      return { $like: text };
    case '!=':
      return { $neq: valueOf(text) };
    default:
      return valueOf(text);
  }
};

/** Keys look like numbers and are texts; only the truth values are no texts. */
const valueOf = (text: string): unknown => (text === 'true' ? true : text === 'false' ? false : text);
