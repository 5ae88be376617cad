import { ok, type Result } from '../failure.ts';
import { compileSource, execute, type EvaluationOptions } from './evaluation.ts';
import { child, childNamed, type Compiler, type Levels } from './compile/compiler.ts';
import { bare, comparisonTest, type InputTest } from './compile/tests.ts';
import type { Syntax } from './parse.ts';
import type { FeelLookup } from './run.ts';
import { satisfies } from './values/range.ts';

/** The cell of a decision table or an allowed-values list: `> 5`, `"a","b"`, `not(1)`, `-`. DMN 1.5, 7.3.14 and grammar rule 7. */
export interface UnaryTests {
  readonly text: string;
  /** Names of the variables that the tests may read; `?`, the input, is not one of them. */
  readonly names: readonly string[];
  /** Whether the input satisfies one of the tests. `?` stands for the input. */
  evaluate(input: unknown, lookup: FeelLookup, nowMs: number, options?: EvaluationOptions): Result<boolean>;
}

/**
 * Compiles unary tests; no text is the same as `-`, which everything satisfies. `known` are names of variables that contain operators or
 * keywords. The error is a sentence for a problem list.
 */
export const compileUnaryTests = (text: string, known: readonly string[] = []): Result<UnaryTests, string> => {
  const source = text.trim();
  const levels: Levels = { level: { kind: 'names', names: ['?'] }, up: undefined };
  const compiled = compileSource(source === '' ? '-' : source, 'unary tests', known, levels, compileTests);
  if (!compiled.ok) return compiled;
  const { value: test, names, height } = compiled.value;
  return ok({
    text,
    names,
    evaluate: (input, lookup, nowMs, options) =>
      execute(text, height, lookup, nowMs, options, (run) => {
        const value = input ?? null;
        return test(run, { up: undefined, values: [value] }, value) === true;
      }),
  });
};

const compileTests = (compiler: Compiler, root: Syntax, levels: Levels | undefined): InputTest => {
  const tests = (childNamed(root, 'PositiveUnaryTests')?.children ?? []).map((test) =>
    positiveTest(compiler, bare(test), levels),
  );
  if (tests.length === 0) return () => true;
  const isNegated = child(root, 0).name === 'not';
  return (run, scope, input) => tests.some((test) => test(run, scope, input) === true) !== isNegated;
};

/** Nodes that say something about the world: true satisfies the test whatever the input is. */
const statements = new Set([
  'Comparison',
  'Conjunction',
  'Disjunction',
  'QuantifiedExpression',
  'InstanceOfExpression',
]);

/**
 * One test (DMN 1.5, table 55): a comparison of the input; an expression with `?` or a statement that is true; or a value that equals the input, is a
 * range or a list with it. `true` as a value does not make a test true for the input false.
 */
const positiveTest = (compiler: Compiler, node: Syntax, levels: Levels | undefined): InputTest => {
  const comparison = comparisonTest(compiler, node, levels);
  if (comparison) return comparison;
  const value = compiler.compile(node, levels);
  if (statements.has(node.name) || mentionsInput(node)) {
    return (run, scope, input) => {
      const result = value(run, scope);
      return typeof result === 'boolean' ? result : satisfies(run, input, result);
    };
  }
  return (run, scope, input) => {
    const result = value(run, scope);
    if (result === true && typeof input !== 'boolean') return true;
    if (Array.isArray(result) && Array.isArray(input) && satisfies(run, input, [result]) === true) return true;
    return satisfies(run, input, result);
  };
};

const mentionsInput = (node: Syntax): boolean => node.name === '?' || node.children.some(mentionsInput);
