import { parseAt } from '../values/temporal-text.ts';
import { child, NotExecutable, type CompileNode } from './compiler.ts';

/** `12.5`, `-3`, `.5`, `1e3`. */
export const numericLiteral: CompileNode = (_compiler, node) => {
  const value = Number(node.text.replace(/\s+/g, '')) + 0;
  if (!Number.isFinite(value))
    throw new NotExecutable(`Expected a number of at most 308 digits, found '${node.text.slice(0, 40)}…'.`);
  return () => value;
};

export const booleanLiteral: CompileNode = (_compiler, node) => {
  const value = node.text === 'true';
  return () => value;
};

export const nullLiteral: CompileNode = () => () => null;

export const stringLiteral: CompileNode = (_compiler, node) => {
  const value = unescape(node.text);
  return () => value;
};

/** `@"2026-01-31"`: read when compiled; text that is no temporal value makes the model wrong, not one evaluation. */
export const atLiteral: CompileNode = (_compiler, node) => {
  const text = unescape(child(node, 0).text);
  const value = parseAt(text);
  if (value === null)
    throw new NotExecutable(
      `Expected a date, time, date and time or duration in ISO 8601 after @, found '${text}', such as @"2026-01-31".`,
    );
  return () => value;
};

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** The text between the quotes. FEEL knows `\n \r \t \" \' \\ \uXXXX \UXXXXXX`; other backslashes stand for themselves. */
export const unescape = (literal: string): string =>
  literal
    .slice(1, -1)
    .replace(
      /\\(?:u([\dA-Fa-f]{4})|U([\dA-Fa-f]{6})|(["'\\nrt]))/g,
      (all, short?: string, long?: string, one?: string) => {
        if (one !== undefined) return escapes[one] ?? one;
        const code = Number.parseInt(short ?? long ?? '', 16);
        return code > 0x10ffff ? all : short === undefined ? String.fromCodePoint(code) : String.fromCharCode(code);
      },
    );
