import { child, children, text, type ModdleElement } from '../../model/moddle.ts';
import { feelText, nameOf, nothing, refuseOtherLanguages, report, type DmnContext } from '../dmn-context.ts';
import { fitType } from '../fit-type.ts';
import { evaluateAt, inside, type Boxed } from '../run.ts';

/**
 * A call with its arguments by name (DMN 1.5, 7.2). FEEL itself does the call: the arguments are put under names that no model uses, and the
 * function is called by the text that names it.
 */
export const compileInvocation = (element: ModdleElement, what: string, context: DmnContext): Boxed => {
  const called = child(element, 'calledFunction');
  if (called === undefined) {
    report(
      context,
      element,
      'missing-property',
      `expected ${what} to name the function that it calls, found none. Choose a business knowledge model or a function.`,
    );
    return nothing;
  }
  const bindings = children(element, 'binding').map((binding, index) => {
    const parameter = child(binding, 'parameter');
    const name = nameOf(parameter);
    if (name === undefined) {
      report(
        context,
        binding,
        'missing-property',
        `expected argument ${index + 1} of ${what} to name its parameter, found none. Name it.`,
      );
    }
    const title = `the argument '${name ?? ''}' of ${what}`;
    const type = context.typeOf(parameter, context);
    return {
      name: name ?? 'unnamed',
      title,
      type,
      value: context.boxed(child(binding, 'bindingFormula'), title, context),
    };
  });
  const isNamed = called.$type === 'dmn:LiteralExpression';
  if (isNamed) refuseOtherLanguages(context, called, what);
  const calledText = isNamed ? text(called, 'text') : 'called__function';
  const callee = isNamed ? nothing : context.boxed(called, `the function of ${what}`, context);
  const args = bindings.map(({ name }, index) => `${name}: argument__${index}`).join(', ');
  const call = feelText(context, called, what, calledText === undefined ? undefined : `${calledText}(${args})`);
  return {
    evaluate: (scope) => {
      const values = new Map<string, unknown>();
      const here = inside(scope, new Map());
      if (!isNamed) {
        const found = callee.evaluate(here);
        if (!found.ok) return found;
        values.set('called__function', found.value);
      }
      for (const [index, { title, type, value }] of bindings.entries()) {
        const found = value.evaluate(here);
        if (!found.ok) return found;
        const fitted = fitType(found.value, type, title, here);
        if (!fitted.ok) return fitted;
        values.set(`argument__${index}`, fitted.value);
      }
      return evaluateAt(inside(scope, values), call);
    },
  };
};
