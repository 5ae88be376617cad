import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/json.ts';
import { differences } from './differences.ts';
import { evaluate } from './evaluate.ts';

const path = join(import.meta.dirname, '..', '..', '..', 'docs', 'feel.md');

const cell = (value: Json): string => `\`${JSON.stringify(value).replaceAll('|', '\\|')}\``;

const page = (): string => `# FEEL

Baton evaluates FEEL as DMN 1.5 defines it, with Camunda 8's built-in functions. An expression is compiled once; it reads only the variables that it
names, and the time of the step is its only other input. Made by \`npm run docs\` from \`engine/test/feel\`; a test keeps it true.

- **Numbers** are computed as decimals as far as a number of 64 bits allows: \`0.1 + 0.2 = 0.3\`.
- **Dates, times and durations** become variables as their ISO 8601 text.
- **What does not fit** (another type, a missing variable) is null, as the standard says. \`POST /v2/expression/evaluation\` tells why, as warnings.
- **Refused**: functions that need chance (\`random number\`, \`uuid\`). The same step must always give the same result; let a worker make such values.
- **Bounded**: an evaluation that works too much, nests too deeply or builds too long a text ends with an incident that names the limit. Regular
  expressions take linear time; back references and lookaround do not exist.

## Where the library that reads FEEL for us answers differently

Baton parses with [feelin](https://github.com/nikku/feelin) and evaluates itself. These were found to be right so, where the library has another answer:

| Expression | Baton | Why |
| --- | --- | --- |
${differences.map(({ expression, ours, why }) => `| \`${expression.replaceAll('|', '\\|')}\` | ${cell(ours)} | ${why} |`).join('\n')}
`;

describe('the page about FEEL', () => {
  it.each(differences)('should make $ours of $expression', ({ expression, ours }) => {
    expect(evaluate(expression)).toEqual(ours);
  });

  it('should be what the docs say', () => {
    if (process.env.BATON_WRITE_DOCS === 'yes') writeFileSync(path, page());
    expect(readFileSync(path, 'utf8'), 'docs/feel.md is out of date: npm run docs').toBe(page());
  });
});
