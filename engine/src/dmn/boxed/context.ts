import { ok } from '../../failure.ts';
import { setOwn } from '../../feel/to-json.ts';
import { child, children, type ModdleElement } from '../../model/moddle.ts';
import { nameOf, report, type DmnContext } from '../dmn-context.ts';
import { fitType } from '../fit-type.ts';
import { inside, type Boxed } from '../run.ts';

/**
 * Entries one after the other, each seeing those before it. With a last entry that has no name its value is the result, else the context of all
 * entries (DMN 1.5, 10.2.1).
 */
export const compileContext = (element: ModdleElement, what: string, context: DmnContext): Boxed => {
  const elements = children(element, 'contextEntry');
  const entries = elements.map((entry, index) => {
    const variable = child(entry, 'variable');
    const name = nameOf(variable);
    if (name === undefined && index < elements.length - 1) {
      report(
        context,
        entry,
        'missing-property',
        `expected entry ${index + 1} of ${what} to have a name, found none. Only the last entry, the result, may go without.`,
      );
    }
    const title = name === undefined ? `the result of ${what}` : `'${name}' of ${what}`;
    return {
      name,
      title,
      type: context.typeOf(variable, context),
      value: context.boxed(child(entry, 'value'), title, context),
    };
  });
  return {
    evaluate: (scope) => {
      const values = new Map<string, unknown>();
      const here = inside(scope, values);
      for (const { name, title, type, value } of entries) {
        const found = value.evaluate(here);
        if (!found.ok) return found;
        const fitted = fitType(found.value, type, title, here);
        if (!fitted.ok || name === undefined) return fitted;
        values.set(name, fitted.value);
      }
      const result: Record<string, unknown> = {};
      for (const [name, value] of values) setOwn(result, name, value);
      return ok(result);
    },
  };
};
