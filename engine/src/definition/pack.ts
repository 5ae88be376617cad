import { fixed, laterCompiled, type Expression } from '../feel/expression.ts';
import type { CompileResult } from './compile.ts';

/**
 * A compiled file as text, to be handed from the thread that compiled it to another one: functions cannot cross, and one large message would
 * block the thread that reads it. Each distinct value is there once and is made once, so that what is unpacked is smaller than what
 * was compiled: it shares every id, empty list and equal expression. (5,000 service tasks: 8.2 MiB as compiled, see `docs/performance.md`.)
 *
 * A part is a JSON list of entries. An entry is a value whose numbers from its second place on are the places of earlier entries.
 */
type Entry =
  | readonly ['literal', string | number | boolean | null]
  | readonly ['list', ...number[]]
  /** Its values are places. */
  | readonly ['object', Record<string, unknown>]
  /** Keys and values in turn. */
  | readonly ['map', ...number[]]
  | readonly ['fixed', string]
  | readonly ['feel', string, readonly string[]];

/** Entries of one part: reading it takes a millisecond or two. */
const partSize = 500;

/** The parts of a result, in their order. */
export const packCompiled = (result: CompileResult): string[] => {
  const entries: string[] = [];
  const places = new Map<string, number>();
  const literals = new Map<unknown, number>();
  /** The place of an entry, by its text; written by hand, because a stringify for each of them took a third of the whole. */
  const place = (text: string): number => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, entries.length);
    return entries.push(text) - 1;
  };
  const literal = (value: unknown): number => {
    let known = literals.get(value);
    if (known === undefined) literals.set(value, (known = place(JSON.stringify(['literal', value]))));
    return known;
  };
  const pack = (value: unknown): number => {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null)
      return literal(value);
    if (Array.isArray(value)) return place(`["list"${value.map((each) => `,${pack(each)}`).join('')}]`);
    if (value instanceof Map) {
      const pairs = [...value].map(([key, each]) => `,${pack(key)},${pack(each)}`);
      return place(`["map"${pairs.join('')}]`);
    }
    if (typeof value !== 'object')
      throw new Error(`Expected a definition of plain data and expressions, found a ${typeof value} in it.`);
    if (isExpression(value)) {
      const { text, names, isFixed } = value;
      return place(JSON.stringify((isFixed ? ['fixed', text] : ['feel', text, names]) satisfies Entry));
    }
    const properties = Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}:${pack(each)}`);
    return place(`["object",{${properties.join(',')}}]`);
  };
  pack(result);
  const parts: string[] = [];
  for (let from = 0; from < entries.length; from += partSize)
    parts.push(`[${entries.slice(from, from + partSize).join(',')}]`);
  return parts;
};

const isExpression = (value: object): value is Expression =>
  'evaluate' in value && typeof value.evaluate === 'function';

/** Puts a result together from its parts, each as it comes. Expressions are compiled when they are evaluated for the first time. */
export const unpackCompiled = (): { readonly add: (part: string) => void; readonly result: () => CompileResult } => {
  const values: unknown[] = [];
  const at = (place: unknown): unknown => values[place as number];
  const unpack = (entry: Entry): unknown => {
    switch (entry[0]) {
      case 'literal':
        return entry[1];
      case 'list':
        return entry.slice(1).map(at);
      case 'object': {
        // In place: what JSON.parse has made takes no more memory than its properties need.
        const made = entry[1];
        for (const name of Object.keys(made)) made[name] = at(made[name]);
        return made;
      }
      case 'map': {
        const made = new Map<unknown, unknown>();
        for (let index = 1; index < entry.length; index += 2) made.set(at(entry[index]), at(entry[index + 1]));
        return made;
      }
      case 'fixed':
        return fixed(entry[1]);
      case 'feel':
        return laterCompiled(entry[1], entry[2]);
    }
  };
  return {
    add: (part) => {
      for (const entry of JSON.parse(part) as Entry[]) values.push(unpack(entry));
    },
    result: () => values.at(-1) as CompileResult,
  };
};
