import type { Syntax } from '../parse.ts';
import { nullBecause, type Evaluate, type Run, type Scope } from '../run.ts';
import { anyTrue, satisfies } from '../values/range.ts';
import { child, childNamed, type Compiler, type Levels } from './compiler.ts';
import { testOf } from './comparison-operators.ts';

/** Tells whether an input satisfies one test of a list. */
export type InputTest = (run: Run, scope: Scope | undefined, input: unknown) => boolean | null;

/** `x in > 5`, `x in (1, [2..3])`, `x in list`: each test is compared with what is on the left. */
export const inTest = (compiler: Compiler, node: Syntax, left: Evaluate, levels: Levels | undefined): Evaluate => {
  const several = childNamed(node, 'PositiveUnaryTests');
  const tests = (several?.children ?? [childNamed(node, 'PositiveUnaryTest') ?? child(node, 2)]).map((test) =>
    membership(compiler, test, levels, several === undefined),
  );
  return (run, scope) => {
    const input = left(run, scope);
    return anyTrue(tests, (test) => test(run, scope, input));
  };
};

const membership = (compiler: Compiler, test: Syntax, levels: Levels | undefined, isOnly: boolean): InputTest => {
  const node = bare(test);
  const comparison = comparisonTest(compiler, node, levels);
  if (comparison) return comparison;
  const value = compiler.compile(node, levels);
  return (run, scope, input) => {
    const found = value(run, scope);
    // A list that is not there: nobody knows what it would have contained. Among others null is a value to equal.
    if (isOnly && found === null && input !== null) return nullBecause(run, () => 'The right side of in is null');
    return satisfies(run, input, found);
  };
};

/** `> 5` and `= 5` compare the input; undefined for every other test. */
export const comparisonTest = (compiler: Compiler, node: Syntax, levels: Levels | undefined): InputTest | undefined => {
  if (node.name !== 'SimplePositiveUnaryTest' || node.children.length !== 2) return undefined;
  const test = testOf(child(node, 0).text);
  const value = compiler.compile(child(node, 1), levels);
  return (run, scope, input) => test(run, input, value(run, scope));
};

/** The test without what only groups it. */
export const bare = (node: Syntax): Syntax => {
  if (node.name === 'PositiveUnaryTest') return bare(child(node, 0));
  return node.name === 'ParenthesizedExpression' && child(node, 1).name === 'SimplePositiveUnaryTest'
    ? child(node, 1)
    : node;
};
