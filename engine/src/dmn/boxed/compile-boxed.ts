import { describe, type ModdleElement } from '../../model/moddle.ts';
import { report, nothing, type DmnContext } from '../dmn-context.ts';
import { fitType } from '../fit-type.ts';
import type { Boxed } from '../run.ts';
import { compileConditional } from './conditional.ts';
import { compileContext } from './context.ts';
import { compileTable } from './decision-table.ts';
import { compileFunction } from './function-definition.ts';
import { compileInvocation } from './invocation.ts';
import { compileFilter, compileIteration } from './iteration.ts';
import { compileList } from './list.ts';
import { compileLiteral } from './literal-expression.ts';
import { compileRelation } from './relation.ts';

type Compile = (element: ModdleElement, what: string, context: DmnContext) => Boxed;

/** Every kind of boxed expression by its name in the XML. */
const kinds: Readonly<Record<string, Compile>> = {
  'dmn:LiteralExpression': compileLiteral,
  'dmn:DecisionTable': compileTable,
  'dmn:Context': compileContext,
  'dmn:Relation': compileRelation,
  'dmn:List': compileList,
  'dmn:FunctionDefinition': compileFunction,
  'dmn:Invocation': compileInvocation,
  'dmn:Conditional': compileConditional,
  'dmn:For': compileIteration,
  'dmn:Some': compileIteration,
  'dmn:Every': compileIteration,
  'dmn:Filter': compileFilter,
};

/** Compiles a boxed expression; its value fits the type that is declared on it. `what` names it in problems and failures. */
export const compileBoxed = (element: ModdleElement | undefined, what: string, context: DmnContext): Boxed => {
  if (element === undefined) {
    report(
      context,
      context.owner,
      'missing-property',
      `expected ${what} to have an expression, found none. Write a decision table, a literal expression or another boxed expression.`,
    );
    return nothing;
  }
  const compile = kinds[element.$type];
  if (compile === undefined) {
    report(
      context,
      element,
      'unsupported-element',
      `expected ${what} to be a boxed expression, found ${describe(element)}, which is not executed. Replace it.`,
    );
    return nothing;
  }
  const boxed = compile(element, what, context);
  const type = context.typeOf(element, context);
  if (type === null) return boxed;
  return {
    evaluate: (scope) => {
      const found = boxed.evaluate(scope);
      return found.ok ? fitType(found.value, type, what, scope) : found;
    },
  };
};
