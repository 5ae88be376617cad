import { fail, ok, type Result } from '../../failure.ts';
import { shorten } from '../../feel/expression.ts';
import { setOwn, toJson } from '../../feel/to-json.ts';
import type { UnaryTests } from '../../feel/unary-tests.ts';
import type { ModdleElement } from '../../model/moddle.ts';
import type { DmnContext } from '../dmn-context.ts';
import { fitType } from '../fit-type.ts';
import { evaluateAt, testAt, type Boxed, type Scope } from '../run.ts';
import { applyHitPolicy, collect, givesList, type Hit } from './hit-policy.ts';
import { readTable, type OutputColumn, type Table, type TableRule } from './read-table.ts';

/**
 * A decision table (DMN 1.5, 8). Inputs are evaluated once; the rules whose cells all hold match; the hit policy makes one result of their
 * outputs. No rule matches: the default outputs, else null.
 */
export const compileTable = (element: ModdleElement, what: string, context: DmnContext): Boxed => {
  const table = readTable(element, what, context);
  return { evaluate: (scope) => evaluateTable(table, scope) };
};

const evaluateTable = (table: Table, scope: Scope): Result<unknown, string> => {
  const inputs = evaluateInputs(table, scope);
  if (!inputs.ok) return inputs;
  const hits: Hit[] = [];
  for (const [index, rule] of table.rules.entries()) {
    const matches = matchRule(rule, inputs.value, scope);
    if (!matches.ok) return inRule(index, matches);
    if (!matches.value) continue;
    const outputs = evaluateOutputs(table, rule, scope);
    if (!outputs.ok) return inRule(index, outputs);
    hits.push({ ruleIndex: index + 1, outputs: outputs.value, value: valueOf(table, outputs.value) });
    scope.trace?.rules.push({
      ruleId: rule.id,
      ruleIndex: index + 1,
      outputs: table.outputs.map(({ id, name, label }, column) => ({
        outputId: id,
        outputName: name ?? label ?? '',
        value: toJson(outputs.value[column]),
      })),
    });
    if (table.hits.hitPolicy === 'FIRST') break;
  }
  return hits.length > 0 ? applyHitPolicy(table.hits, hits, scope) : defaults(table, scope);
};

const inRule = (index: number, { error }: { readonly error: string }): Result<never, string> =>
  fail(`Rule ${index + 1}: ${error}`);

const evaluateInputs = (table: Table, scope: Scope): Result<readonly unknown[], string> => {
  const values: unknown[] = [];
  for (const { id, name, expression, type, allowed } of table.inputs) {
    const found = evaluateAt(scope, expression);
    if (!found.ok) return found;
    const fitted = fitType(found.value, type, `input '${name}'`, scope);
    const value: unknown = fitted.ok ? fitted.value : found.value;
    scope.trace?.inputs.push({ inputId: id, inputName: name, inputValue: toJson(value) });
    if (!fitted.ok) return fitted;
    const listed = isAllowed(value, allowed, `input '${name}'`, scope);
    if (!listed.ok) return listed;
    values.push(value);
  }
  return ok(values);
};

const matchRule = ({ tests }: TableRule, inputs: readonly unknown[], scope: Scope): Result<boolean, string> => {
  for (const [column, test] of tests.entries()) {
    if (test === null) continue;
    const holds = testAt(scope, test, inputs[column]);
    if (!holds.ok || !holds.value) return holds;
  }
  return ok(true);
};

const evaluateOutputs = (table: Table, rule: TableRule, scope: Scope): Result<readonly unknown[], string> => {
  const values: unknown[] = [];
  for (const [column, output] of table.outputs.entries()) {
    const expression = rule.outputs[column] ?? null;
    const found = expression === null ? ok(null) : evaluateAt(scope, expression);
    if (!found.ok) return found;
    const fitted = fitOutput(found.value, output, scope);
    if (!fitted.ok) return fitted;
    values.push(fitted.value);
  }
  return ok(values);
};

const fitOutput = (value: unknown, output: OutputColumn, scope: Scope): Result<unknown, string> => {
  const what = `output '${output.name ?? output.label ?? output.id}'`;
  const fitted = fitType(value, output.type, what, scope);
  return fitted.ok ? isAllowed(fitted.value, output.allowed, what, scope) : fitted;
};

/** Null is always allowed: cells tell what to do with it. */
const isAllowed = (value: unknown, allowed: UnaryTests | null, what: string, scope: Scope): Result<unknown, string> => {
  if (allowed === null || value === null) return ok(value);
  const holds = testAt(scope, allowed, value);
  if (!holds.ok || holds.value) return holds.ok ? ok(value) : holds;
  return fail(
    `Expected ${what} to be one of ${shorten(allowed.text)}, found ${shorten(JSON.stringify(toJson(value)))}. Correct the value or the list.`,
  );
};

const valueOf = (table: Table, outputs: readonly unknown[]): unknown => {
  if (table.outputs.length === 1) return outputs[0];
  const result: Record<string, unknown> = {};
  for (const [column, { name }] of table.outputs.entries()) setOwn(result, name ?? '', outputs[column] ?? null);
  return result;
};

/** The default outputs, shaped as the hit policy shapes a single match; null when no column has one. */
const defaults = (table: Table, scope: Scope): Result<unknown, string> => {
  if (table.outputs.every((output) => output.byDefault === null)) return ok(null);
  const values: unknown[] = [];
  for (const output of table.outputs) {
    const found = output.byDefault === null ? ok(null) : evaluateAt(scope, output.byDefault);
    if (!found.ok) return found;
    const fitted = fitOutput(found.value, output, scope);
    if (!fitted.ok) return fitted;
    values.push(fitted.value);
  }
  const value = valueOf(table, values);
  if (givesList(table.hits)) return ok([value]);
  return table.hits.aggregation === null ? ok(value) : collect(table.hits.aggregation, [value], scope);
};
