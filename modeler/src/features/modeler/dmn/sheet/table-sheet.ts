import type { DmnElement } from 'dmn-js/lib/Modeler';
import { t } from '../../../../language/texts';

export type ColumnKind = 'input' | 'output' | 'annotation';

/** One column of a decision table as a sheet has it. */
export interface SheetColumn {
  readonly kind: ColumnKind;
  /** What people read above the column; may be empty. */
  readonly label: string;
  /** The expression of an input, the name of an output; empty for annotations. */
  readonly expression: string;
  /** The FEEL type, such as `string`; empty for any and for annotations. */
  readonly type: string;
}

/** A decision table as rows and columns of text: what a spreadsheet can hold of it. */
export interface TableSheet {
  /** `UNIQUE`, `FIRST`, …; with the aggregation of `COLLECT` behind it, such as `COLLECT SUM`. Null where the sheet does not say. */
  readonly hitPolicy: string | null;
  readonly columns: readonly SheetColumn[];
  /** One text for each column; FEEL for inputs and outputs. */
  readonly rules: readonly (readonly string[])[];
}

/** The hit policies of DMN 1.3 (clause 8.2.8), and the aggregations of collect. */
export const hitPolicies: readonly string[] = [
  'UNIQUE',
  'FIRST',
  'PRIORITY',
  'ANY',
  'RULE ORDER',
  'OUTPUT ORDER',
  'COLLECT',
  'COLLECT SUM',
  'COLLECT MIN',
  'COLLECT MAX',
  'COLLECT COUNT',
];

/** Reads a table of the editor. The description of a rule is its annotation; the column is there as soon as one rule has one. */
export function sheetOfTable(table: DmnElement): TableSheet {
  const rules = table.rule ?? [];
  const isAnnotated = rules.some(({ description }) => (description ?? '') !== '');
  const inputs = (table.input ?? []).map((input): SheetColumn => ({
    kind: 'input',
    label: input.label ?? '',
    expression: input.inputExpression?.text ?? '',
    type: input.inputExpression?.typeRef ?? '',
  }));
  const outputs = (table.output ?? []).map((output): SheetColumn => ({
    kind: 'output',
    label: output.label ?? '',
    expression: output.name ?? '',
    type: output.typeRef ?? '',
  }));
  const annotations: SheetColumn[] = isAnnotated ? [annotationColumn] : [];
  return {
    hitPolicy: [table.hitPolicy ?? 'UNIQUE', ...(table.aggregation === undefined ? [] : [table.aggregation])].join(' '),
    columns: [...inputs, ...outputs, ...annotations],
    rules: rules.map((rule) => [
      ...inputs.map((_input, at) => rule.inputEntry?.[at]?.text ?? ''),
      ...outputs.map((_output, at) => rule.outputEntry?.[at]?.text ?? ''),
      ...(isAnnotated ? [rule.description ?? ''] : []),
    ]),
  };
}

const annotationColumn: SheetColumn = { kind: 'annotation', label: t('Annotation'), expression: '', type: '' };
