import { spend } from '../fuel.ts';
import { setOwn } from '../to-json.ts';
import type { Evaluate } from '../run.ts';
import { child, nameOf, type CompileNode, type Levels } from './compiler.ts';
import { unescape } from './literals.ts';

/** `[1, 2, 3]`. */
export const list: CompileNode = (compiler, node, levels) => {
  const entries = node.children.slice(1, -1).map((entry) => compiler.compile(entry, levels));
  return (run, scope) => {
    spend(run.meter, entries.length);
    return entries.map((entry) => entry(run, scope));
  };
};

/** `{a: 1, b: a + 1}`: an entry may name those before it, and a function itself. DMN 1.5, 10.3.2.6. */
export const context: CompileNode = (compiler, node, levels) => {
  const nodes = node.children.filter(({ name }) => name === 'ContextEntry');
  const names = nodes.map((entry) => keyOf(child(entry, 0)));
  const inner: Levels = { level: { kind: 'names', names: [] }, up: levels };
  const entries: Evaluate[] = [];
  for (const [index, entry] of nodes.entries()) {
    const value = child(entry, 1);
    const visible = names.slice(0, value.name === 'FunctionDefinition' ? index + 1 : index);
    entries.push(compiler.compile(value, { ...inner, level: { kind: 'names', names: visible } }));
  }
  return (run, scope) => {
    spend(run.meter, entries.length);
    const values: unknown[] = [];
    const own = { up: scope, values };
    const result: Record<string, unknown> = {};
    for (const [index, entry] of entries.entries()) {
      const value = entry(run, own);
      values.push(value);
      setOwn(result, names[index] ?? '', value);
    }
    return result;
  };
};

const keyOf = (key: { readonly children: readonly Parameters<typeof nameOf>[0][] }): string => {
  const [name] = key.children;
  if (name === undefined) return '';
  return name.name === 'StringLiteral' ? unescape(name.text) : nameOf(name);
};
