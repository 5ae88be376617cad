import { spend } from '../fuel.ts';
import type { Syntax } from '../parse.ts';
import type { Run } from '../run.ts';
import { isContext, isRange, kindOf } from '../values/kind.ts';
import { child, childNamed, nameOf, NotExecutable, type CompileNode } from './compiler.ts';

export type TypeTest = (value: unknown, run: Run) => boolean;

/** `x instance of list<number>`. Null is an instance of `Null` only. DMN 1.5, 10.3.2.9. */
export const instanceOf: CompileNode = (compiler, node, levels) => {
  const value = compiler.compile(child(node, 0), levels);
  const test = typeTest(childNamed(node, 'Type') ?? child(node, 3));
  return (run, scope) => test(value(run, scope), run);
};

const named: Readonly<Record<string, TypeTest>> = {
  Any: (value) => value !== null,
  Null: (value) => value === null,
  duration: (value) => kindOf(value).endsWith('duration'),
};

const kinds = new Set([
  'boolean',
  'number',
  'string',
  'list',
  'context',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
  'range',
  'function',
]);

/** The test of a type; composite types are tested by their parts. */
export const typeTest = (type: Syntax): TypeTest => {
  const node = type.name === 'Type' ? child(type, 0) : type;
  switch (node.name) {
    case 'ListType': {
      const element = elementTest(node);
      // The grammar knows no ranges of something: it was given a list (see rewriteSource).
      if (!node.text.startsWith('range')) return (value, run) => Array.isArray(value) && every(value, element, run);
      return (value, run) =>
        isRange(value) && [value.start, value.end].every((end: unknown) => end === null || element(end, run));
    }
    case 'ContextType':
      return contextTest(node);
    case 'FunctionType':
      return (value) => kindOf(value) === 'function';
    default:
      return namedTest(nameOf(node));
  }
};

const elementTest = (node: Syntax): TypeTest => typeTest(childNamed(node, 'Type') ?? child(node, 2));

const every = (values: readonly unknown[], test: TypeTest, run: Run): boolean => {
  spend(run.meter, values.length);
  return values.every((value) => test(value, run));
};

const contextTest = (node: Syntax): TypeTest => {
  const entries = (childNamed(node, 'ContextEntryTypes')?.children ?? [])
    .filter(({ name }) => name === 'ContextEntryType')
    .map((entry) => [nameOf(child(entry, 0)), typeTest(childNamed(entry, 'Type') ?? child(entry, 1))] as const);
  return (value, run) =>
    isContext(value) && entries.every(([name, test]) => Object.hasOwn(value, name) && test(value[name], run));
};

const namedTest = (name: string): TypeTest => {
  const test = Object.hasOwn(named, name) ? named[name] : undefined;
  if (test) return test;
  if (kinds.has(name)) return (value) => kindOf(value) === name;
  throw new NotExecutable(`Expected a FEEL type such as number, string or list<date>, found '${name}'.`);
};
