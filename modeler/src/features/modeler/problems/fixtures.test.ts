import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from '@camunda/linting';
import { describe, expect, it } from 'vitest';
import { withExecutionPlatform } from './execution-platform';
import { mergeProblems } from './model-problem';

const folder = join(import.meta.dirname, '..', '..', '..', '..', '..', 'fixtures', 'bpmn');
const linter = new Linter({ modeler: 'web', type: 'cloud' });

/** Fixtures drawn to show what one better avoids: the hint is right about them. */
const rightlyHinted: ReadonlySet<string> = new Set([
  'two-flows-between-the-same-elements.bpmn',
  'two-tokens-in-one-activity.bpmn',
]);

describe('hints about models that the engine runs', () => {
  it.each(readdirSync(folder))('should be none that speak for another engine: %s', async (file) => {
    const reports = await linter.lint(withExecutionPlatform(readFileSync(join(folder, file), 'utf8')));
    const { shown } = mergeProblems([], reports);
    const expected = rightlyHinted.has(file) ? ['no-duplicate-sequence-flows'] : [];
    expect([...new Set(shown.map(({ code }) => code))]).toEqual(expected);
  });
});
