import { nullBecause, type Evaluate } from '../run.ts';
import { order } from '../values/compare.ts';
import { rangeOf } from '../values/range.ts';
import { testOf } from './comparison-operators.ts';
import { child, type CompileNode } from './compiler.ts';
import { inTest } from './tests.ts';

/** `a = b`, `a < b`, `a between b and c`, `a in (tests)`. DMN 1.5, tables 51 to 54. */
export const comparison: CompileNode = (compiler, node, levels) => {
  const operator = child(node, 1);
  const left = compiler.compile(child(node, 0), levels);
  if (operator.name === 'in') return inTest(compiler, node, left, levels);
  if (operator.name === 'between')
    return between(left, compiler.compile(child(node, 2), levels), compiler.compile(child(node, 4), levels));
  return compare(operator.text, left, compiler.compile(child(node, 2), levels));
};

const compare = (operator: string, a: Evaluate, b: Evaluate): Evaluate => {
  const test = testOf(operator);
  return (run, scope) => test(run, a(run, scope), b(run, scope));
};

const between =
  (value: Evaluate, start: Evaluate, end: Evaluate): Evaluate =>
  (run, scope) => {
    const found = value(run, scope);
    const atLeast = order(run, found, start(run, scope));
    const atMost = order(run, found, end(run, scope));
    if ((atLeast !== null && atLeast < 0) || (atMost !== null && atMost > 0)) return false;
    return atLeast === null || atMost === null ? null : true;
  };

/** `[1..10]`, `]1..10[`, `(1..10)`. */
export const interval: CompileNode = (compiler, node, levels) => {
  const start = compiler.compile(child(node, 1), levels);
  const end = compiler.compile(child(node, 3), levels);
  const startIncluded = child(node, 0).name === '[';
  const endIncluded = child(node, 4).name === ']';
  return (run, scope) => {
    const low = start(run, scope);
    const high = end(run, scope);
    if (low === null || high === null) return nullBecause(run, () => 'A range needs both of its ends');
    return rangeOf(run, low, high, startIncluded, endIncluded);
  };
};

/** `< 5` where a value is expected: the range of what satisfies it. */
export const unaryRange: CompileNode = (compiler, node, levels) => {
  if (node.children.length === 1) return compiler.compile(child(node, 0), levels);
  const operator = child(node, 0).text;
  const end = compiler.compile(child(node, 1), levels);
  return (run, scope) => {
    const value = end(run, scope);
    if (value === null || operator === '!=') return nullBecause(run, () => `No range for the test ${operator}`);
    if (operator === '=') return rangeOf(run, value, value, true, true);
    return operator.startsWith('<')
      ? rangeOf(run, null, value, false, operator === '<=')
      : rangeOf(run, value, null, operator === '>=', false);
  };
};
