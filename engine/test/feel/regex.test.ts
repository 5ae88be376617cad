import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../src/feel/expression.ts';
import { evaluate, now, type Case } from './evaluate.ts';

/** Patterns that make backtracking engines take exponential or high polynomial time, and the character that feeds them. */
const catastrophes: readonly (readonly [pattern: string, feed: string])[] = [
  ['(a+)+$', 'a'],
  ['(a*)*$', 'a'],
  ['(a|a)*$', 'a'],
  ['(a|aa)+$', 'a'],
  ['(a?){25}a{25}$', 'a'],
  ['(.*a){12}$', 'a'],
  ['(.*)(.*)(.*)(.*)=', 'a'],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'],
  ['^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}$', 'a'],
  ['^(\\w+\\s?)*$', 'a '],
  ['(\\d+)*x', '1'],
  ['([0-9]+)+[^0-9]$', '7'],
  ['(x+x+)+y', 'x'],
  ['(x+)*y', 'x'],
  ['(.+)+\\$', 'a'],
  ['(\\s*)*;', ' '],
  ['\\s+$', ' '],
  ['^\\s*(.*?)\\s*:$', ' '],
  ['(ab|a|b)*c', 'ab'],
  ['((a+)b?)*c', 'ab'],
  ['(a{1,50}){1,10}b', 'a'],
  ['(?:a+){10,20}b', 'a'],
  ['<(.*)>.*</(.*)>', '<'],
  ['"(\\\\.|[^"])*"$', '"'],
  ['^(a|b|ab)*c$', 'ab'],
  ['(?i)(a+)+B', 'a'],
  ['([a-z]+)*[0-9]+[a-z]+[0-9]', 'a'],
  ['.*.*.*.*=.*', 'a'],
  ['(=+|-+)*!', '='],
  ['^(?:.?.?.?.?.?.?.?)*Q', 'a'],
  ['(\\w*)*\\W\\W', 'w'],
];

const topics: Readonly<Record<string, readonly Case[]>> = {
  matches: [
    ['matches("foobar", "oob")', true],
    ['matches("foobar", "^oob")', false],
    ['matches("FOOBAR", "oob", "i")', true],
    ['matches("a\\nb", "a.b")', false],
    ['matches("a\\nb", "a.b", "s")', true],
    ['matches("a\\nb", "^b$")', false],
    ['matches("a\\nb", "^b$", "m")', true],
    ['matches("helloworld", "hello world", "x")', true],
    ['matches("hello world", "hello[ ]world", "x")', true],
    ['matches("hello world", "hello\\\\ world", "x")', true],
    ['matches("AB\\nab", "^a b$", "imx")', true],
    ['matches("a", "a", "q")', null],
    ['matches("a", "(")', null],
    ['matches("aa", "(a)\\\\1")', null],
    ['matches("ab", "a(?=b)")', null],
    ['matches("ab", "(?<=a)b")', null],
    ['matches("ü", "\\\\p{L}")', true],
    ['matches("🐎", "^.$")', true],
    ['matches(null, "a")', null],
    ['matches("a", null)', null],
    ['matches("", "")', true],
  ],
  replace: [
    ['replace("banana", "a", "o")', 'bonono'],
    ['replace("abc", "[a-z]", "#", "i")', '###'],
    ['replace("abracadabra", "a.*?a", "*")', '*c*bra'],
    ['replace("ab", "(a)(b)", "$2$1$0")', 'baab'],
    ['replace("a", "(a)", "$12")', 'a2'],
    ['replace("a", "a", "\\\\$1")', '$1'],
    ['replace("a", "b", "c")', 'a'],
    ['replace("🐎a", "a", "b")', '🐎b'],
    ['replace("abc", "x*", "-")', '-a-b-c-'],
    ['replace("a", "(", "")', null],
    ['replace("a", "a", null)', null],
  ],
  split: [
    ['split("a;b;;", ";")', ['a', 'b', '', '']],
    ['split("a1b22c", "[0-9]+")', ['a', 'b', 'c']],
    ['split("a1b", "([0-9])")', ['a', 'b']],
    ['split("abc", "")', ['a', 'b', 'c']],
    ['split("", ",")', ['']],
    ['split("a.b", ".")', ['', '', '', '']],
    ['split("a", "(")', null],
  ],
  extract: [
    ['extract("a1b22", "[0-9]+")', ['1', '22']],
    ['extract("abc", "[0-9]")', []],
    ['extract("a", "(")', null],
  ],
};

describe.each(Object.entries(topics))('regular expressions: %s', (_topic, cases) => {
  it.each(cases)('%s', (expression, expected) => {
    expect(evaluate(expression)).toEqual(expected);
  });
});

describe('F38 regular expressions in linear time', () => {
  const calls = [
    'matches(text, pattern)',
    'replace(text, pattern, "-")',
    'split(text, pattern)',
    'extract(text, pattern)',
  ];
  const compiled = calls.map((call) => {
    const expression = compileExpression(call, 'feel');
    if (!expression.ok) throw new Error(expression.error);
    return expression.value;
  });

  it.each(catastrophes)('should answer or stop in time for %s', (pattern, feed) => {
    const text = `${feed.repeat(50_000 / feed.length)}!`;
    for (const expression of compiled) {
      const started = performance.now();
      const result = expression.evaluate((name) => (name === 'text' ? text : pattern), now);
      expect(performance.now() - started, expression.text).toBeLessThan(200);
      expect(result.ok || result.error.message).toSatisfy(
        (answer: unknown) => answer === true || /limit of \d+/.test(String(answer)),
      );
    }
  });

  it('should answer for a text of 50 kB and an ordinary pattern', () => {
    const text = `${'word '.repeat(10_000)}end`;
    expect(evaluate('matches(text, "[a-z]+d end$")', { text })).toBe(true);
    expect(evaluate('count(split(text, " "))', { text })).toBe(10_001);
  });

  it('should explain a pattern that cannot be used', () => {
    const warnings: string[] = [];
    expect(evaluate('matches("aa", "(a)\\\\1")', {}, warnings)).toBeNull();
    expect(warnings).toEqual([expect.stringMatching(/^Expected a regular expression, found '\(a\)\\1'/)]);
  });
});
