import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { newMeter } from '../../src/feel/fuel.ts';
import { sizeOf } from '../../src/feel/pattern-size.ts';
import { compilePattern } from '../../src/feel/regex.ts';

const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 6, depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', '\\p{L}', '[a-z(){3}]', '\\Q(x{9}\\E', '[]()]', '[^])]', '\\(', '.', '^', 'ü', '🐎'),
    tie('pattern').map((a) => `(${a})`),
    fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(${a}|${b})`),
    fc.tuple(tie('pattern'), tie('pattern'), fc.integer({ min: 0, max: 9 })).map(([a, b, n]) => `(?:${a}${b}){${n}}`),
    fc
      .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2,}', '{0,7}', '{3,5}?', '??'))
      .map(([a, sign]) => `(?i:${a})${sign}`),
    fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => a + b),
  ),
}));

describe('the size of a pattern', () => {
  it('should never be less than the program that the engine makes of it', () => {
    fc.assert(
      fc.property(pattern, (text) => {
        const program = programOf(text);
        // Two instructions begin and end every program.
        if (program !== undefined) expect(sizeOf(text).parts + 2).toBeGreaterThanOrEqual(program);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['a repetition of a long piece', `(${'abcdefghij'.repeat(90)}){1000}`],
    ['repetitions of repetitions', '((a{30}){30}){30}'],
    ['repetitions without end', `${'('.repeat(150)}a${'{1000})'.repeat(150)}`],
    ['a count beyond all numbers', `a{${'9'.repeat(400)}}`.repeat(2)],
    ['a quoted bracket before it', `(${'a'.repeat(500)}\\Q(\\E){1000}`],
    ['a bracket in a class before it', `(${'a'.repeat(500)}[](]){1000}`],
  ])('should refuse %s before it is written out', (_name, text) => {
    const started = performance.now();
    expect(compilePattern(newMeter(), text, '')).toMatch(/^Expected /);
    expect(performance.now() - started).toBeLessThan(50);
  });

  it.each(['{99999999999}', `{${'9'.repeat(400)}}`, '(((', ')))', '[', '\\'])('should stay a number for %s', (text) => {
    const meter = newMeter();
    compilePattern(meter, text, '');
    expect(meter.steps).toBeGreaterThan(0);
  });

  it('should cost the same whether or not another evaluation has used the pattern before', () => {
    const costs = ['(fresh|pattern){3}', '(fresh|pattern){3}'].map((text) => {
      const meter = newMeter();
      compilePattern(meter, text, 'i');
      return newMeter().steps - meter.steps;
    });
    expect(costs[0]).toBeGreaterThan(1_000);
    expect(costs[1]).toBe(costs[0]);
  });

  it('should be paid once in an evaluation', () => {
    const meter = newMeter();
    compilePattern(meter, 'paid once', '');
    const { steps } = meter;
    compilePattern(meter, 'paid once', '');
    expect(steps - meter.steps).toBeLessThan(10);
  });
});

const programOf = (text: string): number | undefined => {
  try {
    return RE2JS.compile(text).programSize();
  } catch {
    return undefined;
  }
};
