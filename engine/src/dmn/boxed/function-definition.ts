import { fail, ok, type Result } from '../../failure.ts';
import { feelFunction } from '../../feel/feel-function.ts';
import { child, children, text, type ModdleElement } from '../../model/moddle.ts';
import { nameOf, report, type DmnContext } from '../dmn-context.ts';
import type { DmnType } from '../dmn-type.ts';
import { fitType } from '../fit-type.ts';
import { inside, maxDepth, type Boxed, type Run, type Scope } from '../run.ts';

/** Decision logic with parameters. */
export interface FunctionLogic {
  readonly title: string;
  readonly parameters: readonly { readonly name: string; readonly type: DmnType | null }[];
  readonly body: Boxed;
}

/** A boxed function (DMN 1.5, 10.2.1): its value can be called by FEEL and by invocations, and sees the names around it. */
export const compileFunction = (element: ModdleElement, what: string, context: DmnContext): Boxed => {
  const logic = compileLogic(element, what, context);
  return { evaluate: (scope) => ok(functionValue(logic, scope)) };
};

/** Reads parameters and body, also of a business knowledge model. */
export const compileLogic = (element: ModdleElement, what: string, context: DmnContext): FunctionLogic => {
  const kind = text(element, 'kind') ?? 'FEEL';
  if (kind !== 'FEEL') {
    report(
      context,
      element,
      'unsupported-element',
      `expected ${what} to be a function in FEEL, found one in ${kind}, which is not executed. Write it in FEEL.`,
    );
  }
  const parameters = children(element, 'formalParameter').map((parameter, index) => {
    const name = nameOf(parameter);
    if (name === undefined) {
      report(
        context,
        parameter,
        'missing-property',
        `expected parameter ${index + 1} of ${what} to have a name, found none. Name it.`,
      );
    }
    return {
      name: name ?? '',
      type: context.typeOf(parameter, context),
    };
  });
  return { title: what, parameters, body: context.boxed(child(element, 'body'), `the body of ${what}`, context) };
};

/** Makes the value that stands for the function at a place whose names it sees. */
export const functionValue = ({ title, parameters, body }: FunctionLogic, scope: Scope): unknown =>
  feelFunction(
    parameters.map(({ name }) => name),
    (...args) =>
      call(scope.run, title, () => {
        const values = new Map<string, unknown>();
        for (const [index, { name, type }] of parameters.entries()) {
          const fitted = fitType(args[index], type, `parameter '${name}' of ${title}`, scope);
          if (!fitted.ok) return fitted;
          values.set(name, fitted.value);
        }
        return body.evaluate(inside(scope, values));
      }),
  );

/** A call counts as this many expressions, so that what calls itself twice ends soon. */
const callCost = 10;

/** Runs what FEEL called, within the limits. A failure is left where the caller's expression will find it. */
export const call = (run: Run, title: string, work: () => Result<unknown, string>): unknown => {
  if (run.failure !== null) return null;
  run.left -= callCost;
  run.depth += 1;
  const result =
    run.depth > maxDepth
      ? fail(
          `Expected at most ${maxDepth} calls inside each other, found more at ${title}. Does it call itself without end?`,
        )
      : work();
  run.depth -= 1;
  if (result.ok) return result.value;
  run.failure ??= result.error;
  return null;
};
