import { spend } from '../fuel.ts';
import { nullBecause, type Run } from '../run.ts';
import { setOwn } from '../to-json.ts';
import { describe, isContext, type Context } from '../values/kind.ts';
import { propertyOf } from '../values/property.ts';
import { define, type Builtin } from './define.ts';

type List = readonly unknown[];

/** What reading or writing one entry of a context costs: large ones are hash tables. */
const entrySteps = 12;

const copy = (run: Run, context: Context, into: Record<string, unknown> = {}): Record<string, unknown> => {
  const entries = Object.entries(context);
  spend(run.meter, entries.length * entrySteps);
  for (const [name, value] of entries) setOwn(into, name, value);
  return into;
};

const getValue = (run: Run, context: Context, key: string | List): unknown => {
  if (typeof key === 'string') return propertyOf(run, context, key);
  spend(run.meter, key.length);
  if (key.length === 0) return nullBecause(run, () => 'Expected at least one key');
  return key.reduce<unknown>(
    (value, name) => (typeof name === 'string' ? propertyOf(run, value, name) : null),
    context,
  );
};

const put = (run: Run, context: Context, key: string | List, value: unknown): Context | null => {
  const [name, ...rest] = typeof key === 'string' ? [key] : key;
  if (typeof name !== 'string')
    return nullBecause(run, () => `Expected a string as key, found ${describe(name ?? null)}`);
  spend(run.meter, rest.length);
  if (rest.length === 0) return withEntry(run, context, name, value);
  const inner = Object.hasOwn(context, name) ? context[name] : null;
  const changed = put(run, isContext(inner) ? inner : {}, rest, value);
  return changed && withEntry(run, context, name, changed);
};

const withEntry = (run: Run, context: Context, name: string, value: unknown): Context => {
  const result = copy(run, context);
  setOwn(result, name, value);
  return result;
};

const listOf = (args: List): List => (args.length === 1 && Array.isArray(args[0]) ? (args[0] as List) : args);

const fromEntries = (run: Run, ...args: List): Context | null => {
  const entries = listOf(args);
  spend(run.meter, entries.length * entrySteps);
  const result: Record<string, unknown> = {};
  for (const entry of entries) {
    if (!isContext(entry) || typeof entry.key !== 'string' || !Object.hasOwn(entry, 'value'))
      return nullBecause(run, () => `Expected contexts with the entries key and value, found ${describe(entry)}`);
    setOwn(result, entry.key, entry.value);
  }
  return result;
};

const merge = (run: Run, ...args: List): Context | null => {
  const result: Record<string, unknown> = {};
  for (const context of listOf(args)) {
    if (!isContext(context)) return nullBecause(run, () => `Expected contexts to merge, found ${describe(context)}`);
    copy(run, context, result);
  }
  return result;
};

const keys = 'context: context, key: string, value: any | context: context, keys: list, value: any';

/** Functions on contexts. DMN 1.5, 10.3.4.10; paths of keys are Camunda's, and so are the older names `put` and `put all`. */
export const contextFunctions: readonly Builtin[] = [
  define(
    'get value',
    'context: context, key: string | context: context, keys: list | m: context, key: string',
    getValue,
  ),
  define('get entries', 'context: context | m: context', (run, context: Context) => {
    const entries = Object.entries(context);
    spend(run.meter, entries.length * entrySteps);
    return entries.map(([key, value]) => ({ key, value }));
  }),
  define('context put', keys, put),
  define('put', keys, put),
  define('context merge', '...contexts: any', merge),
  define('put all', '...contexts: any', merge),
  define('context', '...entries: any', fromEntries),
];
