import { ok, type Result } from '../failure.ts';
import type { Json } from '../json.ts';
import { compileSource, execute, type EvaluationOptions } from './evaluation.ts';
import { feelLimits } from './limits.ts';
import type { FeelLookup } from './run.ts';
import { boundedJson, toJson } from './to-json.ts';

export { shorten } from './parse.ts';
export type { FeelLookup } from './run.ts';
export { newMeter, type Meter } from './fuel.ts';

/** Finds a variable by its name, going outward from where the expression stands; undefined when there is none. */
export type Lookup = (name: string) => Json | undefined;

/** A compiled FEEL expression or a fixed value. Deterministic: variables and the present time are its only inputs. */
export interface Expression {
  /** As it stands in the model, with its leading `=` if it had one. */
  readonly text: string;
  /** Whether it is a fixed text and no FEEL. */
  readonly isFixed: boolean;
  /** Names of the variables that it may read, in the order in which they occur; nothing else is looked up. */
  readonly names: readonly string[];
  /**
   * The FEEL value: JSON, or temporal values, ranges and functions. A name is looked up when its value is needed, at most once. Fails when
   * an assertion does not hold or when a limit is reached, never by taking long.
   */
  evaluate(lookup: FeelLookup, nowMs: number, options?: EvaluationOptions): Result<unknown>;
}

/**
 * Compiles the text of a property. `value` properties are fixed text unless they begin with `=`; `feel` properties are expressions with or
 * without it (SEMANTICS: where only an expression makes sense, a missing `=` is accepted). `known` are names of variables that contain
 * operators or keywords, such as `rate - fee`: only names that are known are told from expressions. The error is a sentence for a problem list.
 */
export const compileExpression = (
  text: string,
  mode: 'value' | 'feel',
  known: readonly string[] = [],
): Result<Expression, string> => {
  const isFeel = text.startsWith('=');
  if (!isFeel && mode === 'value') return ok(fixed(text));
  const source = (isFeel ? text.slice(1) : text).trim();
  const compiled = compileSource(source, 'expression', known, undefined, (compiler, root, levels) =>
    compiler.compile(root, levels),
  );
  if (!compiled.ok) return compiled;
  const { value: evaluate, names, height } = compiled.value;
  return ok({
    text,
    isFixed: false,
    names,
    evaluate: (lookup, nowMs, options) =>
      execute(text, height, lookup, nowMs, options, (run) => {
        const value = evaluate(run, undefined);
        boundedJson({ steps: feelLimits.result.value, depth: 0 }, value);
        return value;
      }),
  });
};

/** An expression that always gives the same value. */
export const fixed = (value: string): Expression => ({
  text: value,
  isFixed: true,
  names: noNames,
  evaluate: () => ok(value),
});

const noNames: readonly string[] = [];

/** A FEEL expression that compiled before, with the names that it had then: it is compiled again when it is evaluated for the first time. */
export const laterCompiled = (text: string, names: readonly string[]): Expression => {
  let made: Expression | null = null;
  const compiled = (): Expression => {
    const result = compileExpression(text, 'feel');
    if (!result.ok) throw new Error(`Expected '${text}' to compile as it did before; ${result.error}`);
    return result.value;
  };
  return {
    text,
    isFixed: false,
    names,
    evaluate: (lookup, nowMs, options) => (made ??= compiled()).evaluate(lookup, nowMs, options),
  };
};

/** Evaluates to JSON, the form in which values become variables. */
export const evaluateJson = (
  expression: Expression,
  lookup: Lookup,
  nowMs: number,
  options?: EvaluationOptions,
): Result<Json> => {
  const result = expression.evaluate(lookup, nowMs, options);
  return result.ok ? ok(toJson(result.value)) : result;
};
