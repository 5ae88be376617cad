import { builtinFunction, builtinOf } from '../builtins/registry.ts';
import { spend } from '../fuel.ts';
import { nullBecause, type Evaluate, type Run, type Scope } from '../run.ts';
import { isContext } from '../values/kind.ts';
import { propertyOf } from '../values/property.ts';
import { child, nameOf, type CompileNode, type Compiler, type Levels } from './compiler.ts';

/** A name: bound inside the expression, else a variable, else a built-in function. The nearest meaning wins. */
export const variableName: CompileNode = (compiler, node, levels) =>
  resolve(compiler, compiler.canonical(nameOf(node)), levels);

/** Compiles the look-up of a name. */
export const resolve = (compiler: Compiler, name: string, levels: Levels | undefined): Evaluate => {
  const bound = boundName(name, levels);
  if (bound.kind === 'bound') return bound.evaluate;
  const free = freeName(compiler, name);
  return bound.items.reduceRight<Evaluate>((outer, hops) => entryOfItem(name, hops, outer), free);
};

/** Whether a name is bound inside the expression for certain. */
export const isBound = (name: string, levels: Levels | undefined): boolean => boundName(name, levels).kind === 'bound';

type Found =
  | { readonly kind: 'bound'; readonly evaluate: Evaluate }
  /** Distances to the filter items that may have an entry of this name. */
  | { readonly kind: 'free'; readonly items: readonly number[] };

const boundName = (name: string, levels: Levels | undefined): Found => {
  // Filter items on the way, the nearest first. An expression may have hundreds of levels, so nothing is made on the way but this.
  const items: number[] = [];
  let hops = 0;
  for (let at = levels; at !== undefined; at = at.up, hops += 1) {
    const { level } = at;
    if (level.kind === 'item') {
      items.push(hops);
      if (name === 'item') return boundAt(name, hops, 0, items);
    } else {
      const index = level.names.lastIndexOf(name);
      if (index >= 0) return boundAt(name, hops, index, items);
    }
  }
  return { kind: 'free', items };
};

/** A value of a level; the entries of the items before it hide it. */
const boundAt = (name: string, hops: number, index: number, items: readonly number[]): Found => {
  const value: Evaluate = (_run, scope) => valueAt(scope, hops)[index] ?? null;
  return { kind: 'bound', evaluate: items.reduceRight<Evaluate>((outer, at) => entryOfItem(name, at, outer), value) };
};

const noValues: readonly unknown[] = [];

const valueAt = (scope: Scope | undefined, hops: number): readonly unknown[] => {
  let found = scope;
  for (let index = 0; index < hops; index += 1) found = found?.up;
  return found?.values ?? noValues;
};

/** Inside of a filter the entries of the item hide what is outside. */
const entryOfItem =
  (name: string, hops: number, outer: Evaluate): Evaluate =>
  (run, scope) => {
    const item = valueAt(scope, hops)[0];
    return isContext(item) && Object.hasOwn(item, name) ? (item[name] ?? null) : outer(run, scope);
  };

const freeName = (compiler: Compiler, name: string): Evaluate => {
  const place = compiler.variable(name);
  const builtin = builtinOf(name);
  return (run) => {
    const value = readVariable(run, name, place);
    if (value !== undefined) return value;
    return builtin ? builtinFunction(run, builtin) : nullBecause(run, () => `No variable found with name '${name}'`);
  };
};

/** What stands in `read` for a variable that was looked for and does not exist. */
const missing = Symbol('missing');

/** Looks a variable up, once per evaluation; undefined when there is none. */
export const readVariable = (run: Run, name: string, place: number): unknown => {
  const known = run.read[place];
  if (known !== undefined) return known === missing ? undefined : known;
  const value = run.lookup(name);
  run.read[place] = value === undefined ? missing : value;
  return value;
};

/** `order.total`; on a list the entry of each of its elements. */
export const path: CompileNode = (compiler, node, levels) => {
  const target = compiler.compile(child(node, 0), levels);
  const name = nameOf(child(node, 2));
  return (run, scope) => {
    const value = target(run, scope);
    if (!Array.isArray(value)) return propertyOf(run, value, name);
    // An element of whatever kind is looked into, which is two operations.
    spend(run.meter, 2 * value.length);
    return value.map((entry) => propertyOf(run, entry, name));
  };
};
