import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionOf } from '../../src/feel/values/find-text.ts';

describe('the position of a text', () => {
  it('should be that of the machine for texts of few letters', () => {
    const letters = (least: number, most: number) =>
      fc.array(fc.constantFrom('a', 'b'), { minLength: least, maxLength: most }).map((all) => all.join(''));
    fc.assert(
      fc.property(letters(0, 6), fc.nat(400), letters(0, 6), fc.nat(40_000), (unit, times, odd, from) => {
        // Long enough for the search of our own: more than a million comparisons.
        const text = `${'ab'.repeat(9_000)}${unit.repeat(times)}${odd}${'a'.repeat(20_000)}`;
        const part = `${unit.repeat(60)}${odd}${'a'.repeat(65)}`;
        expect(positionOf(text, part, from)).toBe(text.indexOf(part, from));
        expect(positionOf(text, `${part}b`, from)).toBe(text.indexOf(`${part}b`, from));
      }),
      { numRuns: 300 },
    );
  });

  it('should be found in linear time', () => {
    const text = 'a'.repeat(500_000);
    const started = performance.now();
    expect(positionOf(text, `${'a'.repeat(100_000)}b${'a'.repeat(100_000)}`)).toBe(-1);
    expect(positionOf(`${text}b`, `${'a'.repeat(100_000)}b`)).toBe(400_000);
    expect(performance.now() - started).toBeLessThan(200);
  });
});
