import type { Syntax } from '../parse.ts';
import type { Evaluate } from '../run.ts';

/** What is known about one level of bound values when a piece of an expression is compiled. */
export type Level =
  /** Names and the places of their values. */
  | { readonly kind: 'names'; readonly names: readonly string[] }
  /** The item of a filter: its own entries can be named, too, and are known only when it runs. */
  | { readonly kind: 'item' };

/** The levels from the inside outward. */
export interface Levels {
  readonly level: Level;
  readonly up: Levels | undefined;
}

/** What the compilers of the single constructs share. */
export interface Compiler {
  /** Compiles a node whose names are looked up in these levels. */
  compile(node: Syntax, levels: Levels | undefined): Evaluate;
  /** The place of a variable that is not bound inside the expression; the same name has one place. */
  variable(name: string): number;
  /** The known name, if one is meant, for names that hold operators: `a-b` as `a - b`. */
  canonical(name: string): string;
}

/** Compiles one kind of node. */
export type CompileNode = (compiler: Compiler, node: Syntax, levels: Levels | undefined) => Evaluate;

/** Ends a compilation: the text parses, but cannot be executed. The message is a sentence for a problem list. */
export class NotExecutable extends Error {}

/** The children of a node by what they are: the parser gives no names. */
export const child = (node: Syntax, index: number): Syntax => {
  const found = node.children[index];
  if (found === undefined) throw new NotExecutable(`Expected '${node.text}' to be complete. Correct or complete it.`);
  return found;
};

export const childNamed = (node: Syntax, ...names: readonly string[]): Syntax | undefined =>
  node.children.find(({ name }) => names.includes(name));

/** The name that a name node stands for: white space counts once, backticks are not part of it. */
export const nameOf = (node: Syntax): string => {
  const text = node.text.trim();
  return text.startsWith('`') ? text.slice(1, -1) : text.replace(/\s+/g, ' ');
};
