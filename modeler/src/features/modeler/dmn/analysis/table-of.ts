import type { DmnElement } from 'dmn-js/lib/Modeler';
import type { Table } from './check-table';

const textOf = (element: DmnElement | undefined): string => element?.text ?? '';

/** The decision table of a decision, as it is compared; null where its logic is no table. */
export function tableOf(decision: DmnElement): Table | null {
  const logic = decision.decisionLogic;
  if (logic?.$type !== 'dmn:DecisionTable') return null;
  return {
    hitPolicy: logic.hitPolicy ?? 'UNIQUE',
    inputs: (logic.input ?? []).map((input) => ({
      label: input.label ?? textOf(input.inputExpression),
      allowed: textOf(input.inputValues),
    })),
    rules: (logic.rule ?? []).map((rule) => ({
      id: rule.id,
      inputs: (rule.inputEntry ?? []).map((entry) => ({ id: entry.id, text: textOf(entry) })),
      outputs: (rule.outputEntry ?? []).map(textOf),
    })),
  };
}
