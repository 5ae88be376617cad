import { fail, ok, type Result } from '../../failure.ts';
import { compileExpression, type Expression } from '../../feel/expression.ts';
import { toJson } from '../../feel/to-json.ts';
import type { Json } from '../../json.ts';
import { evaluateAt, inside, type Scope } from '../run.ts';

/** How the rules that match make one result (DMN 1.5, 8.2). */
export const hitPolicies = ['UNIQUE', 'FIRST', 'ANY', 'PRIORITY', 'RULE ORDER', 'OUTPUT ORDER', 'COLLECT'] as const;
export type HitPolicy = (typeof hitPolicies)[number];

export const aggregations = ['SUM', 'MIN', 'MAX', 'COUNT'] as const;
export type Aggregation = (typeof aggregations)[number];

/** What a rule that matched gives. */
export interface Hit {
  /** Counted from 1. */
  readonly ruleIndex: number;
  /** By column. */
  readonly outputs: readonly unknown[];
  /** The value of the rule: that of its only output, or the context of all. */
  readonly value: unknown;
}

export interface HitRules {
  readonly hitPolicy: HitPolicy;
  readonly aggregation: Aggregation | null;
  /** By column: the output values, most wanted first, as JSON text; null for a column without. */
  readonly priorities: readonly (readonly string[] | null)[];
}

/** Whether the policy gives a list however many rules match. */
export const givesList = ({ hitPolicy, aggregation }: HitRules): boolean =>
  hitPolicy === 'RULE ORDER' || hitPolicy === 'OUTPUT ORDER' || (hitPolicy === 'COLLECT' && aggregation === null);

/** One result of the rules that matched, at least one, in the order of the table. */
export const applyHitPolicy = (rules: HitRules, hits: readonly Hit[], scope: Scope): Result<unknown, string> => {
  const [first] = hits;
  if (first === undefined) return ok(null);
  switch (rules.hitPolicy) {
    case 'FIRST':
      return ok(first.value);
    case 'UNIQUE':
      return hits.length === 1
        ? ok(first.value)
        : fail(
            `Expected at most one rule to match (hit policy UNIQUE), found rules ${numbers(hits)}. Make the rules exclude each other, or choose another hit policy.`,
          );
    case 'ANY': {
      const value = canonical(first.value);
      return hits.every((hit) => canonical(hit.value) === value)
        ? ok(first.value)
        : fail(
            `Expected all rules that match to have the same output (hit policy ANY), found different ones in rules ${numbers(hits)}. Correct them, or choose another hit policy.`,
          );
    }
    case 'PRIORITY':
      return ok(byPriority(rules, hits)[0]?.value ?? null);
    case 'OUTPUT ORDER':
      return ok(byPriority(rules, hits).map((hit) => hit.value));
    case 'RULE ORDER':
      return ok(hits.map((hit) => hit.value));
    case 'COLLECT':
      return collect(
        rules.aggregation,
        hits.map((hit) => hit.value),
        scope,
      );
  }
};

/** Without an aggregation the list itself. */
export const collect = (
  aggregation: Aggregation | null,
  values: readonly unknown[],
  scope: Scope,
): Result<unknown, string> => {
  if (aggregation === null) return ok(values);
  if (aggregation === 'COUNT') return ok(values.length);
  const result = evaluateAt(inside(scope, new Map([['values', values]])), aggregate[aggregation]);
  if (!result.ok || result.value !== null) return result;
  return fail(
    `Expected outputs that ${aggregation} can take together, found ${JSON.stringify(toJson(values)).slice(0, 200)}. Correct the outputs of the rules.`,
  );
};

const feel = (text: string): Expression => {
  const result = compileExpression(text, 'feel');
  if (!result.ok) throw new Error(result.error);
  return result.value;
};
const aggregate = { SUM: feel('sum(values)'), MIN: feel('min(values)'), MAX: feel('max(values)') };

const numbers = (hits: readonly Hit[]): string => hits.map(({ ruleIndex }) => ruleIndex).join(', ');

/** The most wanted outputs first, column by column; what is not among the output values comes last, equal ones in the order of rules. */
const byPriority = ({ priorities }: HitRules, hits: readonly Hit[]): readonly Hit[] => {
  const rank = (hit: Hit): number[] =>
    priorities.map((wanted, column) => {
      if (wanted === null) return 0;
      const at = wanted.indexOf(canonical(hit.outputs[column]));
      return at < 0 ? wanted.length : at;
    });
  return hits
    .map((hit) => ({ hit, rank: rank(hit) }))
    .sort((a, b) => {
      for (const [column, mine] of a.rank.entries()) {
        const difference = mine - (b.rank[column] ?? 0);
        if (difference !== 0) return difference;
      }
      return a.hit.ruleIndex - b.hit.ruleIndex;
    })
    .map(({ hit }) => hit);
};

/** Equal values have the same text, whatever the order of their entries. */
export const canonical = (value: unknown): string => JSON.stringify(sorted(toJson(value)));

const sorted = (value: Json): Json => {
  if (Array.isArray(value)) return (value as readonly Json[]).map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  // Pairs instead of an object: names such as `__proto__` and `1` keep their place.
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, entry]) => [name, sorted(entry)]);
};
