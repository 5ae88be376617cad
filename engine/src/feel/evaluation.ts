import { fail, ok, type Failure, type Result } from '../failure.ts';
import { builtinNames } from './builtins/registry.ts';
import { newCompiler } from './compile/compile.ts';
import { NotExecutable, type Compiler, type Levels } from './compile/compiler.ts';
import { enter, EvaluationStopped, leave, newMeter, type Meter } from './fuel.ts';
import { Names } from './names-in-sight.ts';
import { normalizeName } from './names.ts';
import { parse, shorten, type Syntax } from './parse.ts';
import type { FeelLookup, Run } from './run.ts';

/** What an evaluation may be given beside variables and clock. */
export interface EvaluationOptions {
  /** Shared by evaluations that belong together, so that all of them are bounded as one. (Default: one of its own.) */
  readonly meter?: Meter;
  /** Is filled with reasons why parts of the expression became null. */
  readonly warnings?: string[];
}

/** Compiled text, the names that it reads and how deeply its operations nest. */
export interface Compiled<T> {
  readonly value: T;
  readonly names: readonly string[];
  readonly height: number;
}

/** Parses and compiles text; the error is a sentence for a problem list. */
export const compileSource = <T>(
  source: string,
  top: 'expression' | 'unary tests',
  known: readonly string[],
  levels: Levels | undefined,
  compile: (compiler: Compiler, root: Syntax, levels: Levels | undefined) => T,
): Result<Compiled<T>, string> => {
  const parsed = parse(source, top, namesWith(known));
  if (!parsed.ok) return parsed;
  const { compiler, names } = newCompiler(known);
  try {
    return ok({ value: compile(compiler, parsed.value, levels), names, height: parsed.value.height });
  } catch (error) {
    if (error instanceof NotExecutable) return fail(error.message);
    throw error;
  }
};

/** Built-in names with words that are operators elsewhere: the grammar has to know them. */
const wordyNames = builtinNames().filter((name) =>
  /\b(?:and|or|in|of|if|then|else|for|return)\b/.test(normalizeName(name)),
);

const prepared = new WeakMap<readonly string[], Names>();

/** The names that the grammar must know; prepared once for all the expressions of a file. */
const namesWith = (known: readonly string[]): Names => {
  const found = prepared.get(known) ?? Names.named([...wordyNames, ...known]);
  prepared.set(known, found);
  return found;
};

/** Runs an evaluation; whatever stops it becomes a failure that names the expression. */
export const execute = <T>(
  text: string,
  height: number,
  lookup: FeelLookup,
  nowMs: number,
  options: EvaluationOptions | undefined,
  evaluate: (run: Run) => T,
): Result<T> => {
  const meter = options?.meter ?? newMeter();
  const { depth } = meter;
  try {
    enter(meter, height);
    return ok(evaluate({ meter, nowMs, lookup, read: [], warnings: options?.warnings }));
  } catch (error) {
    if (error instanceof EvaluationStopped) return fail(failure(text, error.message));
    throw error;
  } finally {
    leave(meter, depth - meter.depth);
  }
};

const failure = (text: string, found: string): Failure => ({
  type: 'EXTRACT_VALUE_ERROR',
  message: `Expected to evaluate the expression '${shorten(text)}', found: ${found}. Correct the variables that it reads, or the model.`,
});
