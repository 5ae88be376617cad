import { evaluate, parseExpression } from 'feelin';
import { fail, ok, type Failure, type Result } from '../failure.ts';
import type { Json } from '../json.ts';
import { camundaFunctions, parseNames } from './camunda-functions.ts';
import { setOwn, toJson } from './to-json.ts';

/** Finds a variable by its name, going outward from where the expression stands; undefined when there is none. */
export type Lookup = (name: string) => Json | undefined;

/** The same for expressions inside decisions, where names may stand for FEEL values (dates, functions), which JSON lacks. */
export type FeelLookup = (name: string) => unknown;

/** A compiled FEEL expression or a fixed value. Deterministic: variables and the present time are its only inputs. */
export interface Expression {
  /** As it stands in the model, with its leading `=` if it had one. */
  readonly text: string;
  /** Names of the variables that it reads; nothing else is handed to it. */
  readonly names: readonly string[];
  /** The FEEL value: JSON, or one of the library's temporal values. */
  evaluate(lookup: FeelLookup, nowMs: number): Result<unknown>;
}

/** The longest expression that is accepted, in UTF-16 code units. */
const maxLength = 20_000;

/**
 * Compiles the text of a property. `value` properties are fixed text unless they begin with `=`; `feel` properties are expressions with or
 * without it (SEMANTICS: where only an expression makes sense, a missing `=` is accepted). The error is a sentence for a problem list.
 */
export const compileExpression = (text: string, mode: 'value' | 'feel'): Result<Expression, string> => {
  const isFeel = text.startsWith('=');
  if (!isFeel && mode === 'value') return ok(fixed(text));
  const source = (isFeel ? text.slice(1) : text).trim();
  if (source.length > maxLength)
    return fail(`Expected an expression of at most ${maxLength} characters, found ${source.length}.`);
  const parsed = parse(source);
  return parsed.ok ? ok(feel(text, source, parsed.value)) : parsed;
};

/** An expression that always gives the same value. */
export const fixed = (value: string): Expression => ({ text: value, names: [], evaluate: () => ok(value) });

/** Evaluates to JSON, the form in which values become variables. */
export const evaluateJson = (expression: Expression, lookup: Lookup, nowMs: number): Result<Json> => {
  const result = expression.evaluate(lookup, nowMs);
  return result.ok ? ok(toJson(result.value)) : result;
};

const feel = (text: string, source: string, names: readonly string[]): Expression => ({
  text,
  names,
  evaluate: (lookup, nowMs) => {
    const context = camundaFunctions(nowMs);
    for (const name of names) {
      const value = lookup(name);
      // A function of the library keeps its name unless a variable hides it.
      if (value !== undefined) setOwn(context, name, value);
    }
    try {
      const { value, warnings } = evaluate(source, context);
      const invalid =
        value === null ? warnings.find((warning) => warning.type === 'FUNCTION_INVOCATION_FAILURE') : undefined;
      return invalid ? fail(failure(text, invalid.message)) : ok(value);
    } catch (error) {
      return fail(failure(text, error instanceof Error ? error.message : String(error)));
    }
  },
});

const failure = (text: string, found: string): Failure => ({
  type: 'EXTRACT_VALUE_ERROR',
  message: `Expected to evaluate the expression '${shorten(text)}', found: ${found}. Correct the variables that it reads, or the model.`,
});

/** Expression text for messages. */
export const shorten = (text: string): string => (text.length > 200 ? `${text.slice(0, 197)}…` : text);

/** The names of the variables in an expression, or why it does not parse. */
const parse = (source: string): Result<readonly string[], string> => {
  const names = new Set<string>();
  const errorAt = { position: -1 };
  try {
    parseExpression(source, parseNames(), undefined).iterate({
      enter(node) {
        if (node.type.isError && errorAt.position < 0) errorAt.position = node.from;
        if (node.name === 'VariableName') names.add(source.slice(node.from, node.to).replace(/\s+/g, ' ').trim());
      },
    });
  } catch (error) {
    return fail(
      `Expected a FEEL expression, found '${shorten(source)}': ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  if (errorAt.position >= 0) {
    const rest = source.slice(errorAt.position).trim();
    const where = rest === '' ? 'at its end' : `at '${shorten(rest)}'`;
    return fail(
      `Expected a FEEL expression, found '${shorten(source)}', which does not parse ${where}. Correct or complete it.`,
    );
  }
  return ok([...names]);
};
