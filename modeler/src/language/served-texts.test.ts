import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../test/catalogue-entries';
import { textsOfExamples } from '../../test/texts-of-examples';
import { textsOfProblems } from '../../test/texts-of-problems';

const texts = textsOfProblems();
const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\d\}/g) ?? [])].sort();

describe('what is said about models', () => {
  it('should be found in the engine and the linter', () => {
    expect([...texts]).toEqual(
      expect.arrayContaining([
        'Expected {1} to have a start event, found none. Add one.',
        'Set the job type that a worker will serve.',
        'A <{1}> must have a defined <Called element>',
        'Conditional event is missing a condition',
      ]),
    );
  });

  describe.each(['de', 'fr', 'es'] as const)('in %s', (language) => {
    const entries = entriesOf(language, 'problems');
    const known = new Set(entries.map(({ key }) => key));

    it('should all be there', () => {
      expect([...texts].filter((text) => !known.has(text))).toEqual([]);
    });

    it('should be there once, and nothing else', () => {
      expect(entries.map(({ key }) => key).filter((key) => !texts.has(key))).toEqual([]);
      expect(known.size).toBe(entries.length);
    });

    it('should keep values', () => {
      const lost = entries.filter(({ key, value }) => placeholders(key).join() !== placeholders(value).join());
      expect(lost).toEqual([]);
    });
  });
});

describe('the examples of the gallery', () => {
  it.each(['de', 'fr', 'es'] as const)('should be in %s, and none that is gone', (language) => {
    const texts = entriesOf(language, 'examples').map(({ key }) => key);
    expect(texts.toSorted()).toEqual([...textsOfExamples()].sort());
  });
});
