import { parser } from 'lezer-feel';
import { fail, ok, type Result } from '../failure.ts';
import { feelLimits } from './limits.ts';
import type { Names } from './names-in-sight.ts';
import { nameTracker } from './name-tracker.ts';
import { rewriteSource } from './rewrite-source.ts';
import { simpleSyntax } from './simple-syntax.ts';

/** A node of the syntax tree, free of the parser's machinery. */
export interface Syntax {
  readonly name: string;
  readonly text: string;
  readonly children: readonly Syntax[];
  /** How many nodes it has, itself included: a measure of what one evaluation costs. */
  readonly size: number;
  /** How many levels it has. */
  readonly height: number;
}

/** The longest expression that is accepted, in UTF-16 code units. */
const maxLength = feelLimits.length.value;
/** How deeply brackets may nest: the parser's work grows with the square of it. */
const maxBrackets = feelLimits.brackets.value;
/** How many entries a context may be written with, and members a list: the parser's work grows with the square of them. */
const maxEntries = feelLimits.entries.value;
const maxMembers = feelLimits.members.value;
/** How many levels operators and keywords may nest, such as the terms of one sum. */
const maxHeight = feelLimits.height.value;

const tops = { expression: 'Expression', 'unary tests': 'UnaryTests' } as const;

/** Expression text for messages. */
export const shorten = (text: string): string => (text.length > 200 ? `${text.slice(0, 197)}…` : text);

/**
 * Parses FEEL. `known` are names that are longer than one word and contain operators or keywords, such as built-in functions: the grammar
 * can tell them from expressions only when it knows them. Nothing is read beyond the first error. The error is a sentence for a problem list.
 */
export const parse = (source: string, top: 'expression' | 'unary tests', known: Names): Result<Syntax, string> => {
  const simple = simpleSyntax(source, top);
  return simple ? ok(simple) : parseByGrammar(source, top, known);
};

/** The same without a short cut. */
export const parseByGrammar = (
  source: string,
  top: 'expression' | 'unary tests',
  known: Names,
): Result<Syntax, string> => {
  if (source.length > maxLength)
    return fail(`Expected an expression of at most ${maxLength} characters, found ${source.length}.`);
  const { depth, entries, members } = shapeOf(source);
  if (depth > maxBrackets)
    return fail(`Expected brackets nested at most ${maxBrackets} deep, found more in '${shorten(source)}'.`);
  if (entries > maxEntries)
    return fail(
      `Expected at most ${maxEntries} entries in a written context, found ${entries} in '${shorten(source)}'. Put it into a variable.`,
    );
  if (members > maxMembers)
    return fail(
      `Expected at most ${maxMembers} members in a written list, found ${members} in '${shorten(source)}'. Put it into a variable.`,
    );
  const article = top === 'expression' ? 'a FEEL expression' : 'FEEL unary tests';
  try {
    const tree = parser
      .configure({ top: tops[top], contextTracker: nameTracker(known), dialect: 'camunda', strict: true })
      .parse(rewriteSource(source));
    const root = plain(source, tree);
    if (root === undefined) return fail(doesNotParse(source, 0, article));
    if (root.height > maxHeight)
      return fail(
        `Expected operations nested at most ${maxHeight} deep, found ${root.height} in '${shorten(source)}'.`,
      );
    return ok(root);
  } catch (error) {
    const place = error instanceof SyntaxError ? /^No parse at (\d+)$/.exec(error.message)?.[1] : undefined;
    if (place !== undefined) return fail(doesNotParse(source, Number(place), article));
    return fail(
      `Expected ${article}, found '${shorten(source)}': ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
};

const doesNotParse = (source: string, place: number, article: string): string => {
  const rest = source.slice(place).trim();
  const where = rest === '' ? 'at its end' : `at '${shorten(rest)}'`;
  return `Expected ${article}, found '${shorten(source)}', which does not parse ${where}. Correct or complete it.`;
};

/** Copies the parser's tree without recursion; undefined when it is empty. */
const plain = (source: string, tree: ReturnType<typeof parser.parse>): Syntax | undefined => {
  const open: { children: Syntax[]; size: number; height: number }[] = [{ children: [], size: 1, height: 1 }];
  tree.iterate({
    enter: (node) => {
      if (node.type.isSkipped) return false;
      open.push({ children: [], size: 1, height: 1 });
      return true;
    },
    leave: (node) => {
      if (node.type.isSkipped) return;
      const done = open.pop();
      const parent = open.at(-1);
      if (done === undefined || parent === undefined) return;
      parent.children.push({ name: node.name, text: source.slice(node.from, node.to), ...done });
      parent.size += done.size;
      parent.height = Math.max(parent.height, done.height + 1);
    },
  });
  return open[0]?.children[0];
};

interface Shape {
  /** The deepest nesting of brackets. */
  readonly depth: number;
  /** The most entries of one context. */
  readonly entries: number;
  /** The most members of one list, arguments of one call or tests in one cell. */
  readonly members: number;
}

/** What a source asks of the parser, outside of strings, names in backticks and comments. */
const shapeOf = (source: string): Shape => {
  const open = [{ bracket: '', parts: 1 }];
  let [depth, entries, members] = [0, 0, 0];
  for (const [token] of source.matchAll(
    /"(?:\\.|[^"\\])*(?:"|\\?$)|`[^`]*`|\/\/.*|\/\*[^]*?(?:\*\/|$)|[([{,]|[)\]}]/g,
  )) {
    const here = open.at(-1);
    if (token === '(' || token === '[' || token === '{') {
      depth = Math.max(depth, open.push({ bracket: token, parts: 1 }) - 1);
    } else if (token === ',') {
      if (here === undefined) continue;
      here.parts += 1;
      if (here.bracket === '{') entries = Math.max(entries, here.parts);
      else members = Math.max(members, here.parts);
    } else if (token.length === 1 && open.length > 1) {
      open.pop();
    }
  }
  return { depth, entries, members };
};
