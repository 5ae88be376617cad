import { capital } from '../definition/compile-context.ts';
import { compileExpression, fixed, type Expression } from '../feel/expression.ts';
import { compileUnaryTests, type UnaryTests } from '../feel/unary-tests.ts';
import { ok, type Result } from '../failure.ts';
import { describe, text, type ModdleElement } from '../model/moddle.ts';
import type { ProblemCode, Problems } from '../model/problem.ts';
import type { DmnType } from './dmn-type.ts';
import type { Boxed } from './run.ts';

/** What has been compiled of a file, by its text: the cells of large tables repeat each other. */
export interface CompiledTexts {
  readonly expressions: Map<string, Result<Expression, string>>;
  readonly tests: Map<string, Result<UnaryTests, string>>;
}

/** What the compile functions of decision logic share. */
export interface DmnContext {
  readonly problems: Problems;
  readonly texts: CompiledTexts;
  /** Names of the file that FEEL would take for expressions, such as `rate - fee`. */
  readonly knownNames: readonly string[];
  /** The decision, business knowledge model, … that is being compiled: what problems inside it are named after. */
  readonly owner: ModdleElement;
  /** The type that an element declares (`typeRef`); null when it declares none. An unknown one is reported. */
  readonly typeOf: (element: ModdleElement | undefined, context: DmnContext) => DmnType | null;
  /** Compiles any boxed expression; handed in, so that the kinds of boxed expressions may use each other. */
  readonly boxed: (element: ModdleElement | undefined, what: string, context: DmnContext) => Boxed;
}

/** Reports a problem of something inside the owner. */
export const report = (context: DmnContext, element: ModdleElement, code: ProblemCode, sentence: string): void =>
  context.problems.error(
    element.id ?? context.owner.id ?? null,
    code,
    `${capital(describe(context.owner))}: ${sentence}`,
  );

/** Compiles FEEL text that must be there. `what` names it in problems. */
export const feelText = (
  context: DmnContext,
  element: ModdleElement,
  what: string,
  source: string | undefined,
): Expression => {
  refuseOtherLanguages(context, element, what);
  if (source === undefined) {
    report(context, element, 'missing-property', `expected ${what} to have a FEEL expression, found none. Write one.`);
    return fixed('');
  }
  const result = once(context.texts.expressions, source, () => compileExpression(source, 'feel', context.knownNames));
  if (result.ok) return result.value;
  report(context, element, 'invalid-expression', `${what}: ${result.error}`);
  return fixed('');
};

/** Compiles unary tests; empty text and `-` are no test. */
export const testsOf = (context: DmnContext, element: ModdleElement | undefined, what: string): UnaryTests | null => {
  const source = text(element, 'text');
  if (element === undefined || source === undefined || source === '-') return null;
  refuseOtherLanguages(context, element, what);
  const result = once(context.texts.tests, source, () => compileUnaryTests(source, context.knownNames));
  if (result.ok) return result.value;
  report(context, element, 'invalid-expression', `${what}: ${result.error}`);
  return null;
};

const once = <T>(known: Map<string, T>, text: string, compile: () => T): T => {
  const found = known.get(text);
  if (found !== undefined) return found;
  const made = compile();
  known.set(text, made);
  return made;
};

/** The language is FEEL, whose name and namespaces have changed over the versions. */
export const refuseOtherLanguages = (context: DmnContext, element: ModdleElement, what: string): void => {
  const language = text(element, 'expressionLanguage');
  if (language === undefined || /(^|\/)feel\/?$/i.test(language)) return;
  report(
    context,
    element,
    'unsupported-element',
    `expected ${what} to be in FEEL, found the expression language '${language}', which is not executed. Write it in FEEL.`,
  );
};

/** Names may be broken over lines in XML; FEEL sees one blank between words. */
export const nameOf = (element: ModdleElement | undefined): string | undefined =>
  text(element, 'name')?.replace(/\s+/g, ' ');

/** What stands where nothing could be compiled: the model is refused, the value only keeps the compile going. */
export const nothing: Boxed = { evaluate: () => ok(null) };
