import type { Random } from '../sim/random.ts';

/** Texts that have broken other programs: quotes of SQL and markup, names of object members, odd Unicode, numbers that are none, paths. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  "'",
  '"',
  "' OR '1'='1",
  "'; DROP TABLE jobs; --",
  '1) OR 1=1 --',
  '$1',
  '?',
  ':name',
  '%',
  '_',
  '\\',
  '%_\\%',
  '*?*?*?*',
  '\\*',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202eabc',
  '\ufeff',
  '\u{10ffff}',
  'é',
  'e\u0301',
  'İ',
  '\r\nset-cookie: a=b',
  '\u001b[31m',
  '=cmd()',
  '<script>window.__xss=1</script>',
  '{{secrets.CANARY}}',
  '${7*7}',
  '#{7*7}',
  '=1/0',
  '../../etc/passwd',
  '%2e%2e%2f',
  'file:///etc/passwd',
  'http://127.0.0.1:1/',
  'NaN',
  'Infinity',
  '-0',
  '1e309',
  '9007199254740993',
  '99999999999999999999999',
  '0x10',
  'null',
  'true',
  '[]',
  '{}',
  '2030-02-30T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '0000-01-01T00:00:00Z',
  '2030-01-01T00:00:00+99:99',
  'P1Y',
  'R-1/PT0S',
  'PT99999999999999H',
  '<default>',
];

const longText = (random: Random): string =>
  random
    .pick(['a', '%', '*', '(', '[', '{"a":', 'é', '\u{1f40e}', '\\', '0'])
    .repeat(random.pick([100, 1_001, 10_001, 70_000, 300_000]));

const deep = (random: Random): unknown => {
  let value: unknown = random.pick([null, 1, 'x']);
  const inList = random.chance(0.5);
  for (let level = random.pick([10, 63, 64, 65, 500]); level > 0; level -= 1) value = inList ? [value] : { a: value };
  return value;
};

/** Numbers at the edges of what JavaScript and databases hold. */
const numbers: readonly number[] = [
  0,
  -0,
  -1,
  0.5,
  1e21,
  -1e308,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  -(2 ** 53),
  2 ** 63,
  Number.MIN_VALUE,
];

/** A text that nobody expects. */
export const hostileText = (random: Random): string =>
  random.chance(0.03) ? longText(random) : random.pick(hostileTexts);

/** A value of JSON that nobody expects. */
export const hostileValue = (random: Random): unknown => {
  const kind = random.next();
  if (kind < 0.5) return hostileText(random);
  if (kind < 0.7) return random.pick(numbers);
  if (kind < 0.85)
    return random.pick<unknown>([null, true, false, [], {}, [[]], [null], { $eq: null }, { toString: 1, valueOf: 1 }]);
  if (kind < 0.95) return { [random.pick(['$like', '$in', '$gt', 'length', 'a'])]: hostileText(random) };
  return random.chance(0.5)
    ? deep(random)
    : Array.from({ length: random.pick([11, 1_001, 20_000]) }, (_, index) => index);
};
