import { spend } from '../fuel.ts';
import type { Syntax } from '../parse.ts';
import { nullBecause, type Evaluate, type Run, type Scope } from '../run.ts';
import { describe, isRange } from '../values/kind.ts';
import { membersOf, rangeOf } from '../values/range.ts';
import { child, childNamed, nameOf, NotExecutable, type CompileNode, type Compiler, type Levels } from './compiler.ts';

/** `for x in list, y in 1..3 return x * y`. `partial` is the list of the results so far. DMN 1.5, 10.3.2.14. */
export const forExpression: CompileNode = (compiler, node, levels) => {
  const loops = iterators(compiler, node, levels);
  const body = child(node, node.children.length - 1);
  const inner: Levels = { level: { kind: 'names', names: ['partial'] }, up: loops.levels };
  const value = compiler.compile(body, inner);
  const readsPartial = mentions(body, 'partial');
  return (run, scope) => {
    const results: unknown[] = [];
    const completed = each(run, loops.domains, 0, scope, (last) => {
      spend(run.meter, body.size + (readsPartial ? results.length >> 1 : 0));
      // A copy: the list of results must not change, or contain itself, when an iteration keeps it.
      const partial = readsPartial ? results.slice() : null;
      results.push(value(run, { up: last, values: [partial] }));
      return true;
    });
    return completed ? results : null;
  };
};

/** `some x in list satisfies c`, `every …`, with three values: a condition without answer leaves the whole unknown. */
export const quantified: CompileNode = (compiler, node, levels) => {
  const loops = iterators(compiler, node, levels);
  const body = child(node, node.children.length - 1);
  const condition = compiler.compile(body, loops.levels);
  const decisive = child(node, 0).name === 'some';
  return (run, scope) => {
    let unknown = false;
    let decided = false;
    const completed = each(run, loops.domains, 0, scope, (last) => {
      spend(run.meter, body.size);
      const result = condition(run, last);
      decided = result === decisive;
      if (typeof result !== 'boolean') unknown = true;
      return !decided;
    });
    if (!completed) return null;
    if (decided) return decisive;
    return unknown ? nullBecause(run, () => 'A condition is neither true nor false') : !decisive;
  };
};

interface Iterators {
  readonly domains: readonly Evaluate[];
  readonly levels: Levels | undefined;
}

/** Each iterator sees the ones before it. */
const iterators = (compiler: Compiler, node: Syntax, levels: Levels | undefined): Iterators => {
  const domains: Evaluate[] = [];
  let inner = levels;
  for (const part of childNamed(node, 'InExpressions')?.children ?? []) {
    if (part.name !== 'InExpression') continue;
    domains.push(domain(compiler, child(part, 2), inner));
    inner = { level: { kind: 'names', names: [nameOf(child(part, 0))] }, up: inner };
  }
  if (domains.length === 0) throw new NotExecutable(`Expected something to go through in '${node.text}'.`);
  return { domains, levels: inner };
};

const domain = (compiler: Compiler, node: Syntax, levels: Levels | undefined): Evaluate => {
  const start = compiler.compile(child(node, 0), levels);
  if (node.children.length < 3) return start;
  const end = compiler.compile(child(node, 2), levels);
  return (run, scope) => rangeOf(run, start(run, scope), end(run, scope), true, true);
};

/** Goes through all combinations until the visitor has enough. False when something cannot be gone through. */
const each = (
  run: Run,
  domains: readonly Evaluate[],
  index: number,
  scope: Scope | undefined,
  visit: (last: Scope | undefined) => boolean,
): boolean => {
  let enough = false;
  const go = (at: number, outer: Scope | undefined): boolean => {
    const domainAt = domains[at];
    if (domainAt === undefined) {
      enough = !visit(outer);
      return true;
    }
    const members = listOf(run, domainAt(run, outer));
    if (members === null) return false;
    for (const member of members) {
      spend(run.meter, 1);
      if (!go(at + 1, { up: outer, values: [member] })) return false;
      if (enough) return true;
    }
    return true;
  };
  return go(index, scope);
};

const listOf = (run: Run, value: unknown): readonly unknown[] | null => {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (isRange(value)) return membersOf(run, value);
  return nullBecause(run, () => `A loop expects a list or range, found ${describe(value)}`);
};

const mentions = (node: Syntax, name: string): boolean =>
  (node.name === 'VariableName' && node.text.trim() === name) || node.children.some((inner) => mentions(inner, name));
