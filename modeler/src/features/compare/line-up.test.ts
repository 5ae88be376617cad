import { expect, it } from 'vitest';
import { lineUp } from './line-up';

const list = (ids: string) => [...ids].map((id) => ({ id }));
const words = (before: string, after: string) =>
  lineUp(list(before), list(after))
    .map((pair) => `${pair.before?.id ?? '-'}${pair.after?.id ?? '-'}`)
    .join(' ');

it.each([
  ['abc', 'abc', 'aa bb cc'],
  ['abc', 'ac', 'aa b- cc'],
  ['ab', 'xab', '-x aa bb'],
  ['ab', '', 'a- b-'],
  ['abc', 'cxa', 'cc -x aa b-'],
])('should put %s beside %s as %s', (before, after, expected) => {
  expect(words(before, after)).toBe(expected);
});
