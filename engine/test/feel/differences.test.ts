import { evaluate as evaluateInLibrary } from 'feelin';
import { describe, expect, it } from 'vitest';
import { builtinNames } from '../../src/feel/builtins/registry.ts';
import { feelLimits } from '../../src/feel/limits.ts';
import { toJson } from '../../src/feel/to-json.ts';
import type { Json } from '../../src/json.ts';
import { expectPage, table } from '../docs-page.ts';
import { differences } from './differences.ts';
import { evaluate } from './evaluate.ts';

const inLibrary = (expression: string): Json => {
  try {
    return toJson(evaluateInLibrary(expression, {}).value);
  } catch {
    return 'throws';
  }
};

/** Camunda 8 differs from us here, by its documentation. */
const toCamunda: readonly (readonly [string, string])[] = [
  [
    '`random number()`, `uuid()`',
    'refused when a model is deployed: the same variables must give the same result when a step is repeated',
  ],
  ['`now()`, `today()`', 'the time of the step, in UTC, the same for all expressions of one step'],
  ['`date and time(local, "Z")`', 'a local date and time counts as UTC, not as the zone of the server'],
  [
    '`matches`, `replace`, `split`, `extract`',
    'no back references and no looking ahead or behind; such a pattern gives null',
  ],
  [
    'numbers',
    'decimal arithmetic is exact for 15 digits, not for 34: `2 / 3 * 3 = 2` is true, a whole number beyond 9,007,199,254,740,991 is the nearest that a JSON number can be',
  ],
  ['`function(x) external …`', 'refused when a model is deployed'],
  ['`put`, `put all`', 'kept as older names of `context put` and `context merge`; `and()` and `or()` are not'],
  ['``function(`a b`) …``, `function(a: range<number>) …`', 'do not parse: parameters have plain names and types'],
  ['names with signs, such as `a-b`', 'an expression reads them in backticks; decisions also as they are'],
];

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

describe('differences', () => {
  it.each(differences.filter(({ library }) => library !== 'never ends'))(
    'should be one: $expression',
    ({ expression, library, ours }) => {
      expect(inLibrary(expression)).toEqual(library);
      expect(evaluate(expression)).toEqual(ours);
      expect(ours).not.toEqual(library);
    },
  );

  it.each(differences.filter(({ library }) => library === 'never ends'))(
    'should end: $expression',
    ({ expression, ours }) => {
      expect(evaluate(expression)).toEqual(ours);
    },
  );

  it('should be what the docs say', () => {
    const limits = Object.values(feelLimits).map(({ value, what }) => [what, value.toLocaleString('en-US')]);
    const rows = differences.map(({ expression, library, ours, why }) => [
      code(expression),
      library === 'throws' || library === 'never ends' ? library : code(JSON.stringify(library)),
      code(JSON.stringify(ours)),
      why,
    ]);
    expectPage(
      'feel.md',
      `# Expressions

Baton speaks FEEL, the expression language of DMN 1.5, with the functions that Camunda 8 adds. Text that begins with \`=\` is an expression;
where only an expression makes sense the sign may be left out. An expression is compiled once, when its model is deployed, and reads only the
variables that it names. Try one by \`POST /v2/expression/evaluation\`: the answer has the result, and warnings that say why parts of it
became null. Made from \`engine/test/feel\` by \`npm run docs\`; a test keeps it true.

## What to know

- **Numbers** are decimals: \`0.1 + 0.2\` is \`0.3\`. Results of up to 15 digits are exact; beyond that they are the nearest binary number of 64 bits.
  What is not finite is null.
- **Null** instead of failure: an operation on the wrong types is null, logic has three values, \`if\` takes its second way. Only \`assert\` and the
  limits below fail, which makes an incident.
- **Temporal values** become their ISO 8601 text when they become variables, with a named zone in brackets: \`2026-01-31T10:00:00+01:00[Europe/Berlin]\`.
- **Variables hide functions** of the same name only when they are functions themselves: \`count(items)\` works beside a variable \`count\`.
- **Variables of the cluster** are kept by \`/v2/cluster-variables\` and found as \`camunda.vars.cluster.NAME\` and \`camunda.vars.tenant.NAME\`; \`camunda.vars.env.NAME\` is that
  of the tenant, else that of the cluster. A step sees them as they are when it is decided; what came of it stays. A variable that is called
  \`camunda\` hides them.
- **Any name** is an ordinary name, also \`constructor\` and \`__proto__\`. Nothing but variables, functions and entries is reachable.

## Limits

An expression that asks for more ends with an incident within a twentieth of a second, so that it cannot hold up others; none takes longer to be read either.

${table(['What', 'At most'], limits)}

## Functions

All functions of DMN 1.5 and of Camunda 8, but the two that are refused: ${builtinNames().toSorted().map(code).join(', ')}.

## Differences to Camunda 8

${table(['Construct', 'In Baton'], toCamunda)}

## Differences to feelin

The parser and the temporal values are those of feelin 8.2. Where its evaluation differs from the standard or from Camunda, ours follows these.
Clauses and tables are those of DMN 1.5.

${table(['Expression', 'feelin', 'Baton', 'Why'], rows)}
`,
    );
  });
});
