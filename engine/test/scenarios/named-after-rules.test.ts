import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The rules and further cases of the semantics that this project promises are found again by the names of scenarios. */
const titles = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.test.ts') && file !== 'named-after-rules.test.ts')
  .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
  .join('\n');

describe('scenarios', () => {
  it.each(Array.from({ length: 25 }, (_none, index) => index + 1))('should have one named after rule %i', (rule) => {
    expect(titles).toMatch(new RegExp(`'rule ${String(rule)}: should `));
  });

  it.each([
    'two tokens inside the same activity',
    'two flows between the same two elements',
    'link loops without a wait',
    'an incident on a gateway and its resolution',
    'cancel racing with a called process that answers',
    'conditional events see every variable change of their scope',
  ])('should have one named after "%s"', (name) => {
    expect(titles).toContain(`'also, ${name}: should `);
  });
});
