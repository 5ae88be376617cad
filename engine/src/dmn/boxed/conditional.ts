import { child, type ModdleElement } from '../../model/moddle.ts';
import type { DmnContext } from '../dmn-context.ts';
import { inside, type Boxed } from '../run.ts';

/** One of two expressions; anything but true takes the second (DMN 1.5, 10.2.1). */
export const compileConditional = (element: ModdleElement, what: string, context: DmnContext): Boxed => {
  const part = (name: 'if' | 'then' | 'else'): Boxed =>
    context.boxed(child(child(element, name), 'value'), `'${name}' of ${what}`, context);
  const condition = part('if');
  const then = part('then');
  const otherwise = part('else');
  return {
    evaluate: (scope) => {
      const here = inside(scope, new Map());
      const holds = condition.evaluate(here);
      if (!holds.ok) return holds;
      return (holds.value === true ? then : otherwise).evaluate(here);
    },
  };
};
