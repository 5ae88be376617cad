import { text, type ModdleElement } from '../../model/moddle.ts';
import { feelText, type DmnContext } from '../dmn-context.ts';
import { evaluateAt, type Boxed } from '../run.ts';

/** FEEL as it stands (DMN 1.5, 7.2). */
export const compileLiteral = (element: ModdleElement, what: string, context: DmnContext): Boxed => {
  const expression = feelText(context, element, what, text(element, 'text'));
  return { evaluate: (scope) => evaluateAt(scope, expression) };
};
