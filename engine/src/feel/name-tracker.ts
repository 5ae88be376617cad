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
  return Object.assign(tracker, {
    start: new NameScope('Expressions', known, undefined, noTokens, Parts.none, undefined, undefined),
  });
};

/** The parts of a construct so far, the last one first; only the list methods that the library's rules use. */
class Parts implements Iterable<NameScope> {
  static readonly none = new Parts(undefined, undefined);
  readonly last: NameScope | undefined;
  readonly before: Parts | undefined;

  constructor(last: NameScope | undefined, before: Parts | undefined) {
    this.last = last;
    this.before = before;
  }

  /** The library reads the last part as `parts[parts.length - 1]`. */
  get length(): number {
    return this.last === undefined ? 0 : 1;
  }
  get 0(): NameScope | undefined {
    return this.last;
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

  /** A list; {@link Parts.from} knows it again when it is what stood here before something was added. */
  filter(keep: (part: NameScope) => boolean): NameScope[] {
    const kept: NameScope[] = [];
    let highest: Parts | undefined;
    let isWhole = true;
    const look = (at: Parts): Parts | undefined => {
      if (at.last === undefined) return undefined;
      if (keep(at.last)) {
        highest ??= at;
        kept.push(at.last);
      } else if (highest) {
        isWhole = false;
      }
      return at.before;
    };
    for (let at = look(this); at !== undefined; at = look(at));
    kept.reverse();
    if (highest && isWhole) knownLists.set(kept, highest);
    return kept;
  }

  map<T>(make: (part: NameScope) => T): T[] {
    return Array.from(this, make);
  }

  [Symbol.iterator](): IterableIterator<NameScope> {
    return this.filter(() => true).values();
  }

  static from(parts: Parts | readonly NameScope[]): Parts {
    if (parts instanceof Parts) return parts;
    return knownLists.get(parts) ?? parts.reduce((all, part) => all.with(part), Parts.none);
  }
}

const knownLists = new WeakMap<readonly NameScope[], Parts>();

interface Fields {
  readonly context?: Names;
  readonly tokens?: readonly string[];
  readonly children?: Parts | readonly NameScope[];
  readonly value?: NameValue;
}

const noTokens: readonly string[] = [];

/** A construct that is being read; stands in for the library's `Variables`. Nothing in it changes. */
class NameScope {
  readonly name: string;
  readonly context: Names;
  readonly parent: NameScope | undefined;
  /** Words of a name that is not complete. */
  readonly tokens: readonly string[];
  readonly children: Parts;
  readonly value: NameValue;
  /** The name as it was read. */
  readonly raw: string | undefined;

  constructor(
    name: string,
    context: Names,
    parent: NameScope | undefined,
    tokens: readonly string[],
    children: Parts,
    value: NameValue,
    raw: string | undefined,
  ) {
    this.name = name;
    this.context = context;
    this.parent = parent;
    this.tokens = tokens;
    this.children = children;
    this.value = value;
    this.raw = raw;
  }

  assign(fields: Fields): NameScope {
    return new NameScope(
      this.name,
      fields.context ?? this.context,
      this.parent,
      fields.tokens ?? this.tokens,
      fields.children === undefined ? this.children : Parts.from(fields.children),
      'value' in fields ? fields.value : this.value,
      this.raw,
    );
  }

  private withParts(parts: Parts, tokens = this.tokens): NameScope {
    return new NameScope(this.name, this.context, this.parent, tokens, parts, this.value, this.raw);
  }

  enterScope(name: string): NameScope {
    return new NameScope(name, this.context, this, noTokens, Parts.none, undefined, undefined);
  }

  /** Of what is complete only its value is asked for: its parts are let go. */
  exitScope(): NameScope {
    const { name, parent, raw } = this;
    if (parent === undefined) return this;
    return parent.pushChild(
      new NameScope(name, parent.context, undefined, noTokens, Parts.none, this.computedValue(), raw),
    );
  }

  pushChild(child: NameScope | undefined): NameScope {
    return child === undefined ? this : this.withParts(this.children.with(child));
  }

  pushChildren(children: Iterable<NameScope>): NameScope {
    let parts = this.children;
    for (const child of children) parts = parts.with(child);
    return this.withParts(parts);
  }

  token(part: string): NameScope {
    if (this.tokens.length >= maxWords)
      throw new Error(`a name of more than ${maxWords} words at '${this.tokens.slice(0, 5).join(' ')} …'`);
    return this.withParts(this.children, [...this.tokens, part]);
  }

  literal(value: NameValue): NameScope {
    return this.named('Literal', value, undefined);
  }

  declareName(): NameScope {
    return this.named('Name', this.tokens.join(' '), undefined);
  }

  resolveName(name: string): NameScope {
    const raw = this.tokens.join(' ');
    const found = this.context.get(raw);
    return this.named(name, isProducer(found) ? found.get(this) : found, raw);
  }

  /** Adds what the words so far were read as. */
  private named(name: string, value: NameValue, raw: string | undefined): NameScope {
    const part = new NameScope(name, this.context, undefined, noTokens, Parts.none, value, raw);
    return this.withParts(this.children.with(part), name === 'Literal' ? this.tokens : noTokens);
  }

  define(name: unknown, value: NameValue): NameScope {
    return typeof name === 'string' ? this.assign({ context: this.context.set(name, value) }) : this;
  }

  /** What is known of the value that was read last. */
  computedValue(): NameValue {
    if (this.value !== undefined && this.value !== null) return this.value;
    for (let { last } = this.children; last !== undefined; { last } = last.children)
      if (last.value !== undefined && last.value !== null) return last.value;
    return null;
  }

  contextCache(): Pick<Names, 'keys' | 'prefixes'> {
    return this.context;
  }
}
