import { trackVariables, type VariableContext } from 'lezer-feel';
import { isProducer, Names, type NameValue } from './names-in-sight.ts';

/** The most words of one name: the grammar compares each with all that went before. */
const maxWords = 50;

/**
 * Tells the grammar which names are in sight, so that it reads `a-b` as a name where there is one. When that is so is the grammar's own rule
 * (`trackVariables` of lezer-feel); it is applied to a structure that shares what the library's copies at each step, because copying makes the
 * parse of a long expression hold the process for seconds.
 */
export const nameTracker = (known: Names): ReturnType<typeof trackVariables> => {
  // The library only calls what Names has: `of`, `get` and `set`.
  const tracker = trackVariables({}, Names as unknown as typeof VariableContext);
  return Object.assign(tracker, { start: new NameScope({ name: 'Expressions', context: known }) });
};

/** The parts of a construct so far, the last one first; only the list methods that the library's rules use. */
class Parts implements Iterable<NameScope> {
  static readonly none = new Parts(undefined, undefined);
  readonly last: NameScope | undefined;
  readonly before: Parts | undefined;
  /** The library reads the last part as `parts[parts.length - 1]`. */
  readonly length: 0 | 1;
  readonly 0: NameScope | undefined;

  constructor(last: NameScope | undefined, before: Parts | undefined) {
    this.last = last;
    this.before = before;
    this.length = last === undefined ? 0 : 1;
    this[0] = last;
  }

  with(part: NameScope): Parts {
    return new Parts(part, this);
  }

  /** `slice(0, -1)`: all but the last; `slice(-2)`: the last two. */
  slice(start: number): Parts | NameScope[] {
    if (start === 0) return this.before ?? this;
    const last = this.last === undefined ? [] : [this.last];
    return this.before?.last === undefined ? last : [this.before.last, ...last];
  }

  filter(keep: (part: NameScope) => boolean): NameScope[] {
    return [...this].filter(keep);
  }

  map<T>(make: (part: NameScope) => T): T[] {
    return Array.from(this, make);
  }

  [Symbol.iterator](): IterableIterator<NameScope> {
    const all: NameScope[] = [];
    for (let at: Parts | undefined = this; at?.last !== undefined; at = at.before) all.push(at.last);
    return all.reverse().values();
  }
}

interface Fields {
  readonly name: string;
  readonly context: Names;
  readonly parent?: NameScope | undefined;
  readonly tokens?: readonly string[];
  readonly children?: Parts | readonly NameScope[];
  readonly value?: NameValue;
  readonly raw?: string | undefined;
}

/** A construct that is being read; stands in for the library's `Variables`. Nothing in it changes. */
class NameScope {
  readonly name: string;
  readonly context: Names;
  readonly parent: NameScope | undefined;
  /** Words of a name that is not complete. */
  readonly tokens: readonly string[];
  readonly children: Parts;
  readonly value: NameValue;
  readonly raw: string | undefined;

  constructor({ name, context, parent, tokens = [], children = Parts.none, value, raw }: Fields) {
    this.name = name;
    this.context = context;
    this.parent = parent;
    this.tokens = tokens;
    this.children =
      children instanceof Parts ? children : children.reduce((parts, part) => parts.with(part), Parts.none);
    this.value = value;
    this.raw = raw;
  }

  assign(fields: Partial<Fields>): NameScope {
    return new NameScope({ ...this.fields(), ...fields });
  }

  private fields(): Fields {
    const { name, context, parent, tokens, children, value, raw } = this;
    return { name, context, parent, tokens, children, value, raw };
  }

  enterScope(name: string): NameScope {
    return new NameScope({ name, context: this.context, parent: this });
  }

  exitScope(): NameScope {
    return this.parent?.pushChild(this) ?? this;
  }

  pushChild(child: NameScope | undefined): NameScope {
    return child === undefined ? this : this.assign({ children: this.children.with(child) });
  }

  pushChildren(children: Iterable<NameScope>): NameScope {
    let parts = this.children;
    for (const child of children) parts = parts.with(child);
    return this.assign({ children: parts });
  }

  token(part: string): NameScope {
    if (this.tokens.length >= maxWords)
      throw new Error(`a name of more than ${maxWords} words at '${this.tokens.slice(0, 5).join(' ')} …'`);
    return this.assign({ tokens: [...this.tokens, part] });
  }

  literal(value: NameValue): NameScope {
    return this.part('Literal', value);
  }

  declareName(): NameScope {
    return this.assign({ tokens: [] }).part('Name', this.tokens.join(' '));
  }

  resolveName(name: string): NameScope {
    const raw = this.tokens.join(' ');
    const found = this.context.get(raw);
    const value = isProducer(found) ? found.get(this) : found;
    return this.assign({ tokens: [] }).part(name, value, raw);
  }

  private part(name: string, value: NameValue, raw?: string): NameScope {
    return this.pushChild(new NameScope({ name, context: this.context, value, raw }));
  }

  define(name: unknown, value: NameValue): NameScope {
    return typeof name === 'string' ? this.assign({ context: this.context.set(name, value) }) : this;
  }

  /** What is known of the value that was read last. */
  computedValue(): NameValue {
    for (let at: NameScope | undefined = this; at !== undefined; at = at.children.last)
      if (at.value !== undefined && at.value !== null) return at.value;
    return null;
  }

  contextCache(): Pick<Names, 'keys' | 'prefixes'> {
    return this.context;
  }
}
