import { FeelFunction } from 'feelin';
import { bindNamed, bindPositional, type Arguments } from '../builtins/define.ts';
import { builtinOf, callBuiltin, refusedOf } from '../builtins/registry.ts';
import { enter, leave, newMeter, spend } from '../fuel.ts';
import type { Syntax } from '../parse.ts';
import { nullBecause, type Evaluate, type Run } from '../run.ts';
import { describe, isRange, kindOf } from '../values/kind.ts';
import { inRange } from '../values/range.ts';
import { child, childNamed, nameOf, NotExecutable, type CompileNode, type Compiler, type Levels } from './compiler.ts';
import { typeTest } from './instance-of.ts';
import { isBound, readVariable, resolve } from './names.ts';

/** `function(x: number, y) x + y`. Arguments of another type than declared make the result null. DMN 1.5, 10.3.2.13. */
export const functionDefinition: CompileNode = (compiler, node, levels) => {
  if (childNamed(node, 'external'))
    throw new NotExecutable('Expected a function with a FEEL body, found an external one. Write its body in FEEL.');
  const parameters = (childNamed(node, 'FormalParameters')?.children ?? []).filter(
    ({ name }) => name === 'FormalParameter',
  );
  const names = parameters.map((parameter) => nameOf(child(parameter, 0)));
  const tests = parameters.map((parameter) => {
    const type = childNamed(parameter, 'Type');
    return type && typeTest(type);
  });
  const body = child(node, node.children.length - 1);
  const value = compiler.compile(body, { level: { kind: 'names', names }, up: levels });
  return (run, scope) =>
    new FeelFunction((...args: unknown[]) => {
      spend(run.meter, body.size + 2);
      const wrong = tests.findIndex((test, index) => test && args[index] !== null && !test(args[index], run));
      if (wrong >= 0)
        return nullBecause(run, () => `The parameter '${names[wrong]}' does not accept ${describe(args[wrong])}`);
      enter(run.meter, body.height + 2);
      const result = value(run, { up: scope, values: args });
      leave(run.meter, body.height + 2);
      return result;
    }, names);
};

/** `f(1, 2)` and `f(x: 1, y: 2)`. */
export const invocation: CompileNode = (compiler, node, levels) => {
  const target = child(node, 0);
  const args = argumentsOf(compiler, childNamed(node, 'PositionalParameters', 'NamedParameters'), levels);
  const name = functionName(compiler, target);
  const builtin = name === undefined ? undefined : builtinOf(name);
  if (name === undefined || isBound(name, levels)) {
    const callee = compiler.compile(target, levels);
    return (run, scope) => {
      const value = callee(run, scope);
      // A value that is no function does not hide one.
      return builtin && !(value instanceof FeelFunction)
        ? callBuiltin(run, builtin, args(run, scope))
        : call(run, value, args(run, scope));
    };
  }
  const reason = refusedOf(name);
  if (reason) throw new NotExecutable(reason);
  if (!builtin) {
    const callee = resolve(compiler, name, levels);
    return (run, scope) => call(run, callee(run, scope), args(run, scope));
  }
  // The grammar knows these as words of its own: no variable can have their name.
  if (target.name !== 'VariableName') {
    const folded = areLiterals(node) ? callBuiltin(atCompileTime(), builtin, args(atCompileTime(), undefined)) : null;
    return folded === null ? (run, scope) => callBuiltin(run, builtin, args(run, scope)) : () => folded;
  }
  const place = compiler.variable(name);
  return (run, scope) => {
    const hiding = readVariable(run, name, place);
    return hiding instanceof FeelFunction
      ? call(run, hiding, args(run, scope))
      : callBuiltin(run, builtin, args(run, scope));
  };
};

/** `date("2026-01-31")` is a literal: made once. What gives null stays a call, so that each evaluation can explain it. */
const areLiterals = (node: Syntax): boolean => {
  const parameters = childNamed(node, 'PositionalParameters')?.children ?? [];
  return parameters.length > 0 && parameters.every(({ name }) => name === 'StringLiteral' || name === 'NumericLiteral');
};

const atCompileTime = (): Run => ({
  meter: newMeter(),
  nowMs: 0,
  lookup: () => undefined,
  read: [],
  warnings: undefined,
});

const functionName = (compiler: Compiler, target: Syntax): string | undefined => {
  if (target.name === 'VariableName') return compiler.canonical(nameOf(target));
  if (target.name === 'DateTimeConstructor' || target.name === 'SpecialFunctionName') return nameOf(target);
  return undefined;
};

/** What a call of a function costs that is not FEEL, such as a business knowledge model. */
const foreignSteps = 50;

const call = (run: Run, callee: unknown, args: Arguments): unknown => {
  if (isRange(callee)) return inRange(run, callee, Array.isArray(args) ? args[0] : null);
  if (!(callee instanceof FeelFunction))
    return nullBecause(run, () => `Expected a function, found ${describe(callee)}`);
  const bound = Array.isArray(args)
    ? bindPositional(callee.parameterNames, args as readonly unknown[])
    : bindNamed(callee.parameterNames, args as Readonly<Record<string, unknown>>);
  if (bound === undefined)
    return nullBecause(run, () => `Expected the arguments (${callee.parameterNames.join(', ')}), found others`);
  spend(run.meter, foreignSteps);
  const result: unknown = callee.fn(...bound);
  return kindOf(result) === 'other' || result === undefined ? null : result;
};

const argumentsOf = (
  compiler: Compiler,
  node: Syntax | undefined,
  levels: Levels | undefined,
): ((...at: Parameters<Evaluate>) => Arguments) => {
  if (node?.name === 'NamedParameters') {
    const parts = node.children
      .filter(({ name }) => name === 'NamedParameter')
      .map((part) => [nameOf(child(part, 0)), compiler.compile(child(part, 1), levels)] as const);
    return (run, scope) => Object.fromEntries(parts.map(([name, value]) => [name, value(run, scope)]));
  }
  const values = (node?.children ?? []).map((part) => compiler.compile(part, levels));
  return (run, scope) => values.map((value) => value(run, scope));
};
