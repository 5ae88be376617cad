import { normalizeName } from '../names.ts';
import type { Syntax } from '../parse.ts';
import { nullBecause, type Evaluate } from '../run.ts';
import { arithmetic } from './arithmetic.ts';
import { context, list } from './collections.ts';
import { comparison, interval, unaryRange } from './comparison.ts';
import { child, NotExecutable, type CompileNode, type Compiler } from './compiler.ts';
import { filter } from './filter.ts';
import { functionDefinition, invocation } from './functions.ts';
import { instanceOf } from './instance-of.ts';
import { atLiteral, booleanLiteral, nullLiteral, numericLiteral, stringLiteral } from './literals.ts';
import { conditional, conjunction, disjunction } from './logic.ts';
import { forExpression, quantified } from './loops.ts';
import { path, resolve, variableName } from './names.ts';

/** A parenthesis and the like: what is inside counts. */
const inside =
  (index: number): CompileNode =>
  (compiler, node, levels) =>
    compiler.compile(child(node, index), levels);

const constructs: Readonly<Record<string, CompileNode>> = {
  Expression: inside(0),
  ParenthesizedExpression: inside(1),
  PositiveUnaryTest: inside(0),
  FunctionBody: inside(0),
  ArithmeticExpression: arithmetic,
  Comparison: comparison,
  Conjunction: conjunction,
  Disjunction: disjunction,
  IfExpression: conditional,
  ForExpression: forExpression,
  QuantifiedExpression: quantified,
  InstanceOfExpression: instanceOf,
  FilterExpression: filter,
  PathExpression: path,
  FunctionInvocation: invocation,
  FunctionDefinition: functionDefinition,
  List: list,
  Context: context,
  Interval: interval,
  SimplePositiveUnaryTest: unaryRange,
  VariableName: variableName,
  '?': (compiler, _node, levels) => resolve(compiler, '?', levels),
  NumericLiteral: numericLiteral,
  StringLiteral: stringLiteral,
  BooleanLiteral: booleanLiteral,
  null: nullLiteral,
  AtLiteral: atLiteral,
  DateTimeLiteral: (compiler, node, levels) =>
    node.children.length === 1 ? compiler.compile(child(node, 0), levels) : invocation(compiler, node, levels),
  DateTimeConstructor: () => (run) => nullBecause(run, () => 'Expected a call'),
};

const canonicalNames = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

/** The known names by how they compare; made once for all the expressions of a file. */
const canonicalNamesOf = (known: readonly string[]): ReadonlyMap<string, string> => {
  const found = canonicalNames.get(known) ?? new Map(known.map((name) => [normalizeName(name), name]));
  canonicalNames.set(known, found);
  return found;
};

/** A compiler for one expression, and the names of the variables that it meets on the way. */
export const newCompiler = (known: readonly string[]): { readonly compiler: Compiler; readonly names: string[] } => {
  const names: string[] = [];
  const canonical = canonicalNamesOf(known);
  const compiler: Compiler = {
    compile: (node: Syntax, levels): Evaluate => {
      const construct = Object.hasOwn(constructs, node.name) ? constructs[node.name] : undefined;
      if (construct === undefined)
        throw new NotExecutable(`Expected a FEEL expression, found '${node.text}'. Correct or complete it.`);
      return construct(compiler, node, levels);
    },
    variable: (name) => {
      const index = names.indexOf(name);
      return index >= 0 ? index : names.push(name) - 1;
    },
    canonical: (name) => canonical.get(normalizeName(name)) ?? name,
  };
  return { compiler, names };
};
