import { unaryTest } from 'feelin';
import { fail, ok, type Result } from '../failure.ts';
import { camundaFunctions } from './camunda-functions.ts';
import { shorten, type FeelLookup } from './expression.ts';
import { setOwn } from './to-json.ts';

/** The cell of a decision table or an allowed-values list: `> 5`, `"a","b"`, `not(1)`, `-`. DMN 1.5, 7.3.14 and grammar rule 7. */
export interface UnaryTests {
  readonly text: string;
  /** Whether the input satisfies one of the tests. `?` stands for the input. */
  evaluate(input: unknown, lookup: FeelLookup, nowMs: number): Result<boolean>;
}

/** Compiles unary tests; the error is a sentence for a problem list. */
export const compileUnaryTests = (text: string): Result<UnaryTests, string> =>
  ok({
    text,
    evaluate: (input, _lookup, nowMs) => {
      const context = camundaFunctions(nowMs);
      setOwn(context, '?', input);
      try {
        return ok(unaryTest(text, context).value === true);
      } catch (error) {
        return fail({
          type: 'EXTRACT_VALUE_ERROR',
          message: `Expected to evaluate the test '${shorten(text)}', found: ${error instanceof Error ? error.message : String(error)}.`,
        });
      }
    },
  });
