/** A constant of a cell. Dates are epoch milliseconds, kept apart from numbers. */
export type Constant =
  | { readonly kind: 'number' | 'date'; readonly value: number; readonly text: string }
  | { readonly kind: 'string'; readonly value: string; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly text: string };

/** What one cell asks, as far as it can be reasoned about. */
export type UnaryTest =
  | { readonly kind: 'any' }
  | { readonly kind: 'compare'; readonly operator: '=' | '!=' | '<' | '<=' | '>' | '>='; readonly to: Constant }
  | {
      readonly kind: 'interval';
      readonly from: Constant;
      readonly to: Constant;
      readonly includesFrom: boolean;
      readonly includesTo: boolean;
    }
  | { readonly kind: 'or'; readonly tests: readonly UnaryTest[] }
  | { readonly kind: 'not'; readonly test: UnaryTest };

const number = String.raw`-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?`;
const text = String.raw`"(?:[^"\\]|\\.)*"`;
const date = String.raw`(?:@"[^"]*"|date(?: and time)?\(\s*"[^"]*"\s*\))`;
const constant = `${number}|${text}|true|false|${date}`;
const token = new RegExp(
  String.raw`\s*(?:(?<constant>${constant})(?![\w(]|\.(?!\.))|(?<range>\.\.)|(?<operator><=|>=|!=|=|<|>)|(?<word>not\b)|(?<sign>[-,()[\]]))`,
  'y',
);

type Token = { readonly kind: 'constant' | 'range' | 'operator' | 'word' | 'sign'; readonly text: string };

function tokens(cell: string): readonly Token[] | null {
  const found: Token[] = [];
  token.lastIndex = 0;
  const end = cell.trimEnd().length;
  while (token.lastIndex < end) {
    const groups = token.exec(cell)?.groups;
    const [kind, part] = Object.entries(groups ?? {}).find(([, each]) => each !== undefined) ?? [];
    if (kind === undefined || part === undefined) return null;
    found.push({ kind: kind as Token['kind'], text: part });
  }
  return found;
}

function constantOf(written: string): Constant | null {
  if (written === 'true' || written === 'false') return { kind: 'boolean', value: written === 'true', text: written };
  if (written.startsWith('"')) {
    try {
      return { kind: 'string', value: JSON.parse(written) as string, text: written };
    } catch {
      return null;
    }
  }
  if (!written.startsWith('@') && !written.startsWith('date'))
    return { kind: 'number', value: Number(written), text: written };
  const iso = /"([^"]*)"/.exec(written)?.[1] ?? '';
  // A date without a time zone is compared as it is written; with a named zone nobody knows here when it is.
  const value = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/.test(iso)
    ? Date.parse(/T.*(Z|[+-]\d{2}:\d{2})$/.test(iso) ? iso : iso.includes('T') ? `${iso}Z` : iso)
    : NaN;
  return Number.isNaN(value) ? null : { kind: 'date', value, text: written };
}

/**
 * Reads a cell of an input column. Null where it cannot be reasoned about: it calls functions, names variables, or is no unary test at all.
 */
export function readUnaryTest(cell: string): UnaryTest | null {
  const list = tokens(cell);
  if (list === null) return null;
  let at = 0;
  const peek = (kind: Token['kind'], ...texts: readonly string[]): boolean => {
    const next = list[at];
    return next?.kind === kind && (texts.length === 0 || texts.includes(next.text));
  };
  const take = (): Token | undefined => list[at++];
  const readConstant = (): Constant | null => (peek('constant') ? constantOf(take()?.text ?? '') : null);

  const readOne = (): UnaryTest | null => {
    if (peek('sign', '-')) {
      take();
      return { kind: 'any' };
    }
    if (peek('word')) {
      take();
      if (!peek('sign', '(')) return null;
      take();
      const test = readList();
      if (test === null || !peek('sign', ')')) return null;
      take();
      return { kind: 'not', test };
    }
    if (peek('operator')) {
      const operator = take()?.text as '=';
      const to = readConstant();
      return to === null ? null : { kind: 'compare', operator, to };
    }
    if (peek('sign', '[', '(', ']')) {
      const includesFrom = take()?.text === '[';
      const from = readConstant();
      if (from === null || !peek('range')) return null;
      take();
      const to = readConstant();
      if (to === null || !peek('sign', ']', ')', '[')) return null;
      return { kind: 'interval', from, to, includesFrom, includesTo: take()?.text === ']' };
    }
    const to = readConstant();
    return to === null ? null : { kind: 'compare', operator: '=', to };
  };
  const readList = (): UnaryTest | null => {
    const tests: UnaryTest[] = [];
    do {
      const test = readOne();
      if (test === null) return null;
      tests.push(test);
    } while (peek('sign', ',') && take() !== undefined);
    return tests.length === 1 ? (tests[0] ?? null) : { kind: 'or', tests };
  };

  if (list.length === 0) return { kind: 'any' };
  const test = readList();
  return at === list.length ? test : null;
}

/** All constants of a test. */
export function constantsOf(test: UnaryTest): readonly Constant[] {
  switch (test.kind) {
    case 'any':
      return [];
    case 'compare':
      return [test.to];
    case 'interval':
      return [test.from, test.to];
    case 'or':
      return test.tests.flatMap(constantsOf);
    case 'not':
      return constantsOf(test.test);
  }
}
