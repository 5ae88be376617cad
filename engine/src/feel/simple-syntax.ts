import type { Syntax } from './parse.ts';

/** Longer texts are left to the grammar. */
const longest = 200;

const number = String.raw`-?\d+(?:\.\d+)?`;
const literal = String.raw`"[^"\\\n\r]*"|${number}`;
/** A literal, a comparison with one, or an interval of numbers; then the end or a comma. */
const test = new RegExp(
  String.raw`(?:(<=|>=|!=|<|>|=)\s*)?(${literal})(?=\s*(?:,|$))|([[(\]])(${number})\s*\.\.\s*(${number})([\])[])(?=\s*(?:,|$))`,
  'y',
);
const separator = /\s*,\s*/y;
const onlyLiteral = new RegExp(`^(?:${literal})$`);

/**
 * The syntax of the texts that fill decision tables (`"x"`, `> 5`, `[1..3]`, `"a","b"`), the same that the grammar gives, without its cost:
 * a table may have 100,000 cells. Undefined for everything else.
 */
export const simpleSyntax = (source: string, top: 'expression' | 'unary tests'): Syntax | undefined => {
  if (source.length > longest) return undefined;
  if (top === 'expression')
    return onlyLiteral.test(source) ? node('Expression', source, [literalNode(source)]) : undefined;
  const tests: Syntax[] = [];
  let at = 0;
  for (;;) {
    test.lastIndex = at;
    const match = test.exec(source);
    if (match === null) return undefined;
    tests.push(testNode(match));
    at = test.lastIndex;
    if (at === source.length) return node('UnaryTests', source, [node('PositiveUnaryTests', source, tests)]);
    separator.lastIndex = at;
    if (!separator.test(source)) return undefined;
    at = separator.lastIndex;
  }
};

const testNode = ([text, operator, value, open, start, end, close]: RegExpExecArray): Syntax => {
  if (open !== undefined && close !== undefined) {
    const parts = [leaf(open), literalNode(start ?? ''), leaf('..'), literalNode(end ?? ''), leaf(close)];
    return positive(text, node('SimplePositiveUnaryTest', text, [node('Interval', text, parts)]));
  }
  const found = literalNode(value ?? '');
  if (operator === undefined) return positive(text, found);
  return positive(text, node('SimplePositiveUnaryTest', text, [node('CompareOp', operator, []), found]));
};

const positive = (text: string, inner: Syntax): Syntax => node('PositiveUnaryTest', text, [inner]);

const literalNode = (text: string): Syntax =>
  text.startsWith('"')
    ? node('StringLiteral', text, [])
    : node('NumericLiteral', text, text.startsWith('-') ? [node('ArithOp', '-', [])] : []);

const leaf = (text: string): Syntax => node(text, text, []);

const node = (name: string, text: string, children: readonly Syntax[]): Syntax => {
  let size = 1;
  let height = 1;
  for (const child of children) {
    size += child.size;
    height = Math.max(height, child.height + 1);
  }
  return { name, text, children, size, height };
};
