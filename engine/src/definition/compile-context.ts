import { compileExpression, fixed, type Expression } from '../feel/expression.ts';
import { describe, type ModdleElement } from '../model/moddle.ts';
import type { ProblemCode, Problems } from '../model/problem.ts';

/** What the compile hooks of elements and events share: where problems go, and how expressions are read. */
export interface CompileContext {
  readonly problems: Problems;
  /** The id of the process being compiled. */
  readonly processId: string;
  /** The process element itself: embedded forms are kept there. */
  readonly process: ModdleElement;
  /** Ids of the sub-processes that an event triggers. */
  readonly eventSubProcessIds: ReadonlySet<string>;
}

/** A property that is fixed text, or an expression when it begins with `=`. */
export const valueOf = (context: CompileContext, element: ModdleElement, property: string, text: string): Expression =>
  expressionOf(context, element, property, text, 'value');

/** A property that only makes sense as an expression; the leading `=` may be missing. */
export const feelOf = (context: CompileContext, element: ModdleElement, property: string, text: string): Expression =>
  expressionOf(context, element, property, text, 'feel');

const expressionOf = (
  context: CompileContext,
  element: ModdleElement,
  property: string,
  text: string,
  mode: 'value' | 'feel',
): Expression => {
  const result = compileExpression(text, mode);
  if (result.ok) return result.value;
  context.problems.error(
    element.id ?? null,
    'invalid-expression',
    `${capital(describe(element))}, ${property}: ${result.error}`,
  );
  // The model is refused; the value only keeps the rest of the compile going, so that all problems are found.
  return fixed(text);
};

/** Reports that something on the element is not executed by this version. */
export const unsupported = (context: CompileContext, element: ModdleElement, what: string): void =>
  context.problems.error(
    element.id ?? null,
    'unsupported-element',
    `${capital(describe(element))}: ${what} is not executed by this version of Baton. Remove or replace it.`,
  );

export const missing = (context: CompileContext, element: ModdleElement, property: string, hint: string): void =>
  context.problems.error(
    element.id ?? null,
    'missing-property',
    `${capital(describe(element))}: expected ${property}, found none. ${hint}`,
  );

/** Reports a property that cannot be used as it is. */
export const problem = (
  context: CompileContext,
  element: ModdleElement,
  code: ProblemCode,
  expected: string,
  found: string,
  hint = '',
): void =>
  context.problems.error(
    element.id ?? null,
    code,
    `${capital(describe(element))}: expected ${expected}, found ${found}.${hint && ` ${hint}`}`,
  );

export const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
