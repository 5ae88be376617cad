import { ok } from '../../failure.ts';
import { children, type ModdleElement } from '../../model/moddle.ts';
import type { DmnContext } from '../dmn-context.ts';
import { inside, type Boxed } from '../run.ts';

/** A list of expressions (DMN 1.5, 10.2.1). */
export const compileList = (element: ModdleElement, what: string, context: DmnContext): Boxed => {
  const items = children(element, 'elements').map((each, index) =>
    context.boxed(each, `item ${index + 1} of ${what}`, context),
  );
  return {
    evaluate: (scope) => {
      const here = inside(scope, new Map());
      const values: unknown[] = [];
      for (const item of items) {
        const found = item.evaluate(here);
        if (!found.ok) return found;
        values.push(found.value);
      }
      return ok(values);
    },
  };
};
