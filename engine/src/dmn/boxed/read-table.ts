import { compileExpression, type Expression } from '../../feel/expression.ts';
import type { UnaryTests } from '../../feel/unary-tests.ts';
import { child, children, text, type ModdleElement } from '../../model/moddle.ts';
import { feelText, nameOf, report, testsOf, type DmnContext } from '../dmn-context.ts';
import type { DmnType } from '../dmn-type.ts';
import { aggregations, canonical, hitPolicies, type Aggregation, type HitPolicy, type HitRules } from './hit-policy.ts';

/** A decision table as it is evaluated. */
export interface Table {
  readonly hits: HitRules;
  readonly inputs: readonly InputColumn[];
  readonly outputs: readonly OutputColumn[];
  readonly rules: readonly TableRule[];
}
export interface InputColumn {
  readonly id: string;
  readonly name: string;
  readonly expression: Expression;
  readonly type: DmnType | null;
  readonly allowed: UnaryTests | null;
}
export interface OutputColumn {
  readonly id: string;
  readonly name: string | undefined;
  readonly label: string | undefined;
  readonly type: DmnType | null;
  readonly allowed: UnaryTests | null;
  readonly byDefault: Expression | null;
}
export interface TableRule {
  readonly id: string;
  /** By input column; null is a cell that holds for everything. */
  readonly tests: readonly (UnaryTests | null)[];
  /** By output column; null is an empty cell. */
  readonly outputs: readonly (Expression | null)[];
}

/** Reads a decision table and reports whatever is wrong with it. */
export const readTable = (element: ModdleElement, what: string, context: DmnContext): Table => {
  const inputs = children(element, 'input').map((input, index) => readInput(input, index, context));
  const outputElements = children(element, 'output');
  const outputs = outputElements.map((output, index) => readOutput(output, index, outputElements.length, context));
  if (outputs.length === 0)
    report(context, element, 'missing-property', `expected ${what} to have an output column, found none. Add one.`);
  reportSameNames(outputs, element, context);
  const rules = children(element, 'rule').map((rule, index) =>
    readRule(rule, index, inputs.length, outputs.length, context),
  );
  return { hits: readHits(element, outputElements, what, context), inputs, outputs, rules };
};

const readInput = (element: ModdleElement, index: number, context: DmnContext): InputColumn => {
  const expression = child(element, 'inputExpression');
  const source = text(expression, 'text');
  const name = text(element, 'label') ?? source ?? `input ${index + 1}`;
  const title = `input ${index + 1} '${name}'`;
  return {
    id: element.id ?? '',
    name,
    expression: feelText(context, expression ?? element, title, source),
    type: context.typeOf(expression, context),
    allowed: testsOf(context, child(element, 'inputValues'), `the values of ${title}`),
  };
};

const readOutput = (element: ModdleElement, index: number, count: number, context: DmnContext): OutputColumn => {
  const name = nameOf(element);
  const label = text(element, 'label');
  const title = `output ${index + 1} '${name ?? label ?? ''}'`;
  if (name === undefined && count > 1) {
    report(
      context,
      element,
      'missing-property',
      `expected output ${index + 1} to have a name, because the result has one entry for each of the ${count} outputs; found none. Name it.`,
    );
  }
  const byDefault = child(element, 'defaultOutputEntry');
  return {
    id: element.id ?? '',
    name,
    label,
    type: context.typeOf(element, context),
    allowed: testsOf(context, child(element, 'outputValues'), `the values of ${title}`),
    byDefault:
      byDefault === undefined || text(byDefault, 'text') === undefined
        ? null
        : feelText(context, byDefault, `the default of ${title}`, text(byDefault, 'text')),
  };
};

const reportSameNames = (outputs: readonly OutputColumn[], element: ModdleElement, context: DmnContext): void => {
  const seen = new Set<string>();
  for (const { name } of outputs) {
    if (name !== undefined && seen.has(name)) {
      report(
        context,
        element,
        'duplicate-id',
        `expected every output name once, found '${name}' twice. Rename one of the columns.`,
      );
    }
    if (name !== undefined) seen.add(name);
  }
};

const readRule = (
  element: ModdleElement,
  index: number,
  inputs: number,
  outputs: number,
  context: DmnContext,
): TableRule => {
  const tests = children(element, 'inputEntry');
  const values = children(element, 'outputEntry');
  if (tests.length !== inputs || values.length !== outputs) {
    report(
      context,
      element,
      'invalid-property',
      `expected rule ${index + 1} to have ${inputs} input and ${outputs} output cells, found ${tests.length} and ${values.length}. Complete it.`,
    );
  }
  return {
    id: element.id ?? '',
    tests: tests.map((test, column) => testsOf(context, test, `rule ${index + 1}, input ${column + 1}`)),
    outputs: values.map((value, column) =>
      isBlank(text(value, 'text'))
        ? null
        : feelText(context, value, `rule ${index + 1}, output ${column + 1}`, text(value, 'text')),
    ),
  };
};

const isBlank = (cell: string | undefined): boolean => cell === undefined || cell === '-';

const readHits = (
  element: ModdleElement,
  outputs: readonly ModdleElement[],
  what: string,
  context: DmnContext,
): HitRules => {
  const wanted = text(element, 'hitPolicy') ?? 'UNIQUE';
  const hitPolicy = hitPolicies.find((each): each is HitPolicy => each === wanted);
  if (hitPolicy === undefined) {
    report(
      context,
      element,
      'invalid-property',
      `expected the hit policy to be one of ${hitPolicies.join(', ')}; found '${wanted}'. Choose another.`,
    );
  }
  const ordered = hitPolicy === 'PRIORITY' || hitPolicy === 'OUTPUT ORDER';
  const priorities = outputs.map((output, index) => (ordered ? readPriorities(output, index, context) : null));
  if (ordered && priorities.every((each) => each === null)) {
    report(
      context,
      element,
      'missing-property',
      `expected ${what} to have output values, because hit policy ${wanted} takes its order from them; found none. List the values, the most wanted first.`,
    );
  }
  return {
    hitPolicy: hitPolicy ?? 'UNIQUE',
    aggregation: readAggregation(element, hitPolicy, outputs.length, context),
    priorities,
  };
};

const readAggregation = (
  element: ModdleElement,
  hitPolicy: HitPolicy | undefined,
  outputs: number,
  context: DmnContext,
): Aggregation | null => {
  const wanted = text(element, 'aggregation');
  if (wanted === undefined) return null;
  const aggregation = aggregations.find((each) => each === wanted);
  if (aggregation === undefined || hitPolicy !== 'COLLECT') {
    report(
      context,
      element,
      'invalid-property',
      `expected an aggregation (${aggregations.join(', ')}) with hit policy COLLECT only; found '${wanted}' with ${hitPolicy ?? 'another'}. Correct one of them.`,
    );
    return null;
  }
  if (aggregation !== 'COUNT' && outputs > 1) {
    report(
      context,
      element,
      'invalid-property',
      `expected one output for aggregation ${aggregation}, found ${outputs}. Split the table, or collect without aggregation.`,
    );
  }
  return aggregation;
};

/** The output values as a list, the most wanted first. */
const readPriorities = (output: ModdleElement, index: number, context: DmnContext): readonly string[] | null => {
  const source = text(child(output, 'outputValues'), 'text');
  if (source === undefined) return null;
  const list = compileExpression(`[${source}]`, 'feel');
  const values = list.ok ? list.value.evaluate(() => undefined, 0) : list;
  if (values.ok && Array.isArray(values.value)) return values.value.map(canonical);
  report(
    context,
    output,
    'invalid-property',
    `expected the values of output ${index + 1} to be a list of values such as "high", "low", because they give the order; found '${source}'. List them.`,
  );
  return null;
};
