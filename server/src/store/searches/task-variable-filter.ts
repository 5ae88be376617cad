import type { Knex } from 'knex';
import { containing, likePattern } from './apply-filter.ts';
import type { CustomFilter, SearchContext } from './search-plan.ts';

/** What a variable is compared with. Numbers are compared with numbers only, texts with texts. */
export interface TaskVariableCondition {
  /** Where it is: beside the task itself, or in the outermost scope of its instance. */
  readonly scope: 'task' | 'process';
  readonly name: string;
  readonly operator: 'is' | 'is-not' | 'contains' | 'more' | 'less' | 'at-least' | 'at-most' | 'is-set' | 'is-empty';
  readonly value: string | number | boolean | null;
}

const comparisons = { more: '>', less: '<', 'at-least': '>=', 'at-most': '<=' } as const;
const scopes = { task: 'u.element_instance_key', process: 'u.process_instance_key' } as const;

/** Adds what the value of `v` must be, as JSON text. */
const compare = (
  query: Knex.QueryBuilder,
  { operator, value }: TaskVariableCondition,
  { dialect }: SearchContext,
): void => {
  const json = JSON.stringify(value);
  switch (operator) {
    case 'is':
    case 'is-not':
      return void query.whereRaw('v.value = ?', [json]);
    case 'is-set':
    case 'is-empty':
      return void query.whereRaw(`v.value <> 'null'`);
    case 'contains': {
      const part = likePattern(containing(JSON.stringify(String(value)).slice(1, -1)));
      return void query.whereRaw(`LOWER(v.value) LIKE LOWER(?) ESCAPE '\\'`, [part]);
    }
    default: {
      const sign = comparisons[operator];
      if (typeof value !== 'number') {
        // By code points in both databases, as dates of ISO 8601 want it.
        const column = dialect === 'sqlite' ? 'v.value' : 'v.value COLLATE "C"';
        return void query.whereRaw(`v.value LIKE '"%' AND ${column} ${sign} ?`, [json]);
      }
      if (dialect === 'sqlite')
        return void query.whereRaw(`v.value GLOB '[-0-9]*' AND CAST(v.value AS REAL) ${sign} ?`, [value]);
      // In a CASE: PostgreSQL may evaluate the sides of an AND in any order, and a text is no number.
      query.whereRaw(
        `CASE WHEN v.value ~ '^-{0,1}[0-9]' THEN v.value::double precision ${sign} ?::double precision ELSE FALSE END`,
        [value],
      );
    }
  }
};

/** Tasks whose variables meet all conditions. What is asked not to be so is also met where there is no such variable. */
export const taskVariables: CustomFilter = (query, value, context) => {
  for (const condition of value as readonly TaskVariableCondition[]) {
    const some = (sub: Knex.QueryBuilder): void => {
      sub
        .select(context.knex.raw('1'))
        .from('variables as v')
        .whereRaw(`v.scope_key = ${scopes[condition.scope]}`)
        .where('v.name', condition.name);
      compare(sub, condition, context);
    };
    if (condition.operator === 'is-not' || condition.operator === 'is-empty') query.whereNotExists(some);
    else query.whereExists(some);
  }
};
