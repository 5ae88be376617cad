import { normalizeName } from './names.ts';

/** What the parser knows of a value: a literal, the entries of a context, or how to find it where it is used. */
export type NameValue = string | number | boolean | null | undefined | Names | Producer;

/** A value that is computed where its name is read; the library makes these for `partial`. */
interface Producer {
  readonly fn: unknown;
  get(scope: unknown): NameValue;
}

export const isProducer = (value: NameValue): value is Producer =>
  typeof value === 'object' && value !== null && !(value instanceof Names);

type Entries = ReadonlyMap<string, NameValue>;

interface Layer {
  readonly entries: Entries;
  readonly below: Layer | undefined;
  /** Whether a value here is united with one of the same name below, instead of hiding it. */
  readonly unites?: true;
}

/** So few names are looked through one by one; of more, all beginnings are kept. */
const fewNames = 4;

/** Names with what is known of their values; nothing in it changes, and what is added shares the rest. */
export class Names {
  static readonly none = new Names(() => ({ entries: new Map(), below: undefined }));

  private readonly find: () => Layer;
  private found: Layer | undefined;
  private flattened: Entries | undefined;

  private constructor(find: () => Layer) {
    this.find = find;
  }

  /** Names without values. */
  static named(names: Iterable<string>): Names {
    const entries = new Map(Array.from(names, (name) => [normalizeName(name), null]));
    return new Names(() => ({ entries, below: undefined }));
  }

  /** The names of these contexts, one name's values united; put together only when somebody looks. */
  static of(...values: readonly NameValue[]): Names {
    const contexts = [...new Set(values)].filter((value) => value instanceof Names);
    const [first = Names.none, second] = contexts;
    if (second === undefined) return first;
    // A filter puts the few names of a value before the many around it: these are not copied.
    if (contexts.length === 2) return new Names(() => ({ entries: second.flat(), below: first.top(), unites: true }));
    return new Names(() => ({ entries: united(contexts), below: undefined }));
  }

  get(name: string): NameValue {
    const key = normalizeName(name);
    const values: NameValue[] = [];
    for (let layer: Layer | undefined = this.top(); layer !== undefined; layer = layer.below) {
      if (!layer.entries.has(key)) continue;
      values.unshift(layer.entries.get(key));
      if (!layer.unites) break;
    }
    return values.length > 1 ? Names.of(...values) : values[0];
  }

  set(name: string | number | boolean, value: NameValue): Names {
    let entries: Entries = new Map([[normalizeName(String(name)), value]]);
    let below: Layer | undefined = this.top();
    // Layers of about the same size become one: what is copied, and how many there are, grows with the logarithm of all.
    while (below !== undefined && !below.unites && below.entries.size <= entries.size) {
      entries = new Map([...below.entries, ...entries]);
      below = below.below;
    }
    return new Names(() => ({ entries, below }));
  }

  /** Whether there is such a name; its words are separated by blanks, as the tokenizer writes them. */
  readonly keys = { has: (name: string): boolean => this.some(({ entries }) => entries.has(name)) };

  /** Whether a name begins so. */
  readonly prefixes = { has: (start: string): boolean => this.some(({ entries }) => startsIn(entries, start)) };

  private some(holds: (layer: Layer) => boolean): boolean {
    for (let layer: Layer | undefined = this.top(); layer !== undefined; layer = layer.below)
      if (holds(layer)) return true;
    return false;
  }

  private top(): Layer {
    return (this.found ??= this.find());
  }

  /** All entries, without layers. */
  flat(): Entries {
    if (this.flattened) return this.flattened;
    const layers: Layer[] = [];
    for (let layer: Layer | undefined = this.top(); layer !== undefined; layer = layer.below) layers.push(layer);
    const all = new Map<string, NameValue>();
    for (const { entries, unites } of layers.reverse())
      for (const [name, value] of entries)
        all.set(name, unites && all.has(name) ? Names.of(all.get(name), value) : value);
    return (this.flattened = all);
  }
}

const united = (contexts: readonly Names[]): Entries => {
  const all = new Map<string, NameValue>();
  for (const context of contexts)
    for (const [name, value] of context.flat()) {
      all.set(name, all.has(name) ? Names.of(all.get(name), value) : value);
    }
  return all;
};

const prefixesOf = new WeakMap<Entries, ReadonlySet<string>>();

const startsIn = (entries: Entries, start: string): boolean => {
  if (entries.size <= fewNames) {
    for (const name of entries.keys()) if (name.startsWith(start)) return true;
    return false;
  }
  let prefixes = prefixesOf.get(entries);
  if (prefixes === undefined) {
    const made = new Set<string>();
    for (const name of entries.keys()) for (let end = 1; end <= name.length; end += 1) made.add(name.slice(0, end));
    prefixesOf.set(entries, (prefixes = made));
  }
  return prefixes.has(start);
};
