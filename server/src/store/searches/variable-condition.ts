import type { Knex } from 'knex';
import type { Database } from '../database.ts';
import { applyCondition } from './apply-filter.ts';
import { maxTotal } from './search-plan.ts';
import type { Condition, CustomFilter, Filter, SearchContext } from './search-plan.ts';

/** A variable that an instance must have in its outermost scope or below, by name and JSON text. */
export interface VariableCondition {
  readonly name: string;
  readonly conditions: readonly Condition[];
}

/** Keys of the instances that have such a variable, in their order: the index `variables_value` has them so. */
const instancesWith = ({ name, conditions }: VariableCondition, context: SearchContext): Knex.QueryBuilder => {
  const query = context.knex.from('variables as v').select('v.process_instance_key').where('v.name', name);
  for (const condition of conditions) {
    const text = exactText(condition);
    // The index holds the first 64 characters: a value may be too long for one.
    if (text !== null) query.whereRaw('substr(v.value, 1, 64) = substr(?, 1, 64)', [text]);
    applyCondition(query, condition, context);
  }
  return query;
};

const exactText = ({ operator, value }: Condition): string | null =>
  operator === 'eq' && typeof value === 'string' ? value : null;

/** What is known of the variables in a filter before the search: how many instances have them. */
export interface FoundVariables {
  /** Conditions that at most 10,000 instances meet: those instances are looked through. For others, all are, and soon some are found. */
  readonly rare: ReadonlySet<VariableCondition>;
  /** How many instances meet the only condition, up to 10,001; null when there are others besides. */
  readonly total: number | null;
}

/** Counts the instances with a variable of exactly this value, a few thousand at most. */
export const lookForVariables = async (database: Database, filter: Filter): Promise<FoundVariables> => {
  const context = { knex: database.knex, dialect: database.dialect };
  const asked = filter.custom
    .filter(({ name }) => name === 'variables')
    .flatMap(({ value }) => value as VariableCondition[]);
  const rare = new Set<VariableCondition>();
  let last: number | null = null;
  for (const variable of asked) {
    if (!variable.conditions.some((condition) => exactText(condition) !== null)) continue;
    const some = instancesWith(variable, context)
      .distinct()
      .limit(maxTotal + 1);
    const counted: { total?: number | string }[] = await database.knex.from(some.as('some')).count({ total: '*' });
    last = Number(counted[0]?.total ?? 0);
    if (last <= maxTotal) rare.add(variable);
  }
  const isAlone =
    asked.length === 1 &&
    filter.custom.length === 1 &&
    filter.conditions.length + filter.anyOf.length === 0 &&
    filter.tenants === undefined;
  return { rare, total: isAlone ? last : null };
};

/** The primary key's index has no other name. */
const byKey = 'process_instances AS i INDEXED BY sqlite_autoindex_process_instances_1';

/** The filter `variables` of process instances. */
export const variablesFilter: CustomFilter = (query, value, context) => {
  for (const variable of value as VariableCondition[]) {
    if (context.variables?.rare.has(variable) === true) {
      query.whereIn('i.key', instancesWith(variable, context));
      // SQLite knows nothing of how many there are: among all that are active it would look for the few with the variable.
      if (context.dialect === 'sqlite') query.from(context.knex.raw(byKey));
    } else {
      query.whereExists((sub) => {
        sub
          .select(context.knex.raw('1'))
          .from('variables as v')
          .whereRaw('v.process_instance_key = i.key')
          .where('v.name', variable.name);
        for (const condition of variable.conditions) applyCondition(sub, condition, context);
      });
    }
  }
};
