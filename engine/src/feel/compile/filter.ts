import { spend } from '../fuel.ts';
import { nullBecause, type Evaluate, type Run, type Scope } from '../run.ts';
import { describe, isRange } from '../values/kind.ts';
import { inRange } from '../values/range.ts';
import { child, type CompileNode, type Levels } from './compiler.ts';
import { bare, comparisonTest } from './tests.ts';

/** Nodes whose value is true, false or null, never a position. */
const conditions = new Set([
  'Comparison',
  'Conjunction',
  'Disjunction',
  'QuantifiedExpression',
  'InstanceOfExpression',
  'BooleanLiteral',
]);

/**
 * `list[2]`, `list[-1]`, `list[item > 5]`: a number picks, a condition selects; the entries of an item can be named. One value is a list of
 * itself. DMN 1.5, 10.3.2.5.
 */
export const filter: CompileNode = (compiler, node, levels) => {
  const target = compiler.compile(child(node, 0), levels);
  const by = child(node, 2);
  if (by.name === 'NumericLiteral') {
    const position = Number(by.text.replace(/\s+/g, ''));
    return (run, scope) => pick(run, asList(target(run, scope)), position);
  }
  const inner: Levels = { level: { kind: 'item' }, up: levels };
  const compare = comparisonTest(compiler, bare(by), inner);
  if (compare) return select(target, by.size, (run, scope, item) => compare(run, scope, item) === true);
  const value = compiler.compile(by, inner);
  const matches: Select = (run, scope, item) => isMatch(run, value(run, scope), item);
  if (conditions.has(by.name)) return select(target, by.size, matches);
  // Only a first evaluation tells whether this is a position or a condition.
  return (run, scope) => {
    const items = asList(target(run, scope));
    if (items === null) return nothing(run);
    const first = value(run, { up: scope, values: [items[0] ?? null] });
    if (typeof first === 'number') return pick(run, items, first);
    spend(run.meter, items.length * by.size);
    return items.filter((item, index) =>
      index === 0 ? isMatch(run, first, item) : matches(run, { up: scope, values: [item] }, item),
    );
  };
};

type Select = (run: Run, scope: Scope, item: unknown) => boolean;

const select =
  (target: Evaluate, size: number, matches: Select): Evaluate =>
  (run, scope) => {
    const items = asList(target(run, scope));
    if (items === null) return nothing(run);
    spend(run.meter, items.length * size);
    return items.filter((item) => matches(run, { up: scope, values: [item] }, item));
  };

const nothing = (run: Run): null => nullBecause(run, () => 'Nothing can be selected from null');

const isMatch = (run: Run, result: unknown, item: unknown): boolean => {
  if (isRange(result)) return inRange(run, result, item) === true;
  if (typeof result === 'boolean') return result;
  nullBecause(run, () => `A filter expects true, false or a number, found ${describe(result)}`);
  return false;
};

const asList = (value: unknown): readonly unknown[] | null =>
  Array.isArray(value) ? value : value === null ? null : [value];

const pick = (run: Run, items: readonly unknown[] | null, position: number): unknown => {
  if (items === null) return nullBecause(run, () => 'Nothing can be picked from null');
  const found = position > 0 ? items[position - 1] : position < 0 ? items[items.length + position] : undefined;
  return found ?? nullBecause(run, () => `A list of ${items.length} has no position ${position}`);
};
