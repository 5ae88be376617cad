import type { DmnElement } from 'dmn-js/lib/Modeler';
import type { SheetColumn, TableSheet } from './table-sheet';

interface TableRow {
  readonly businessObject: DmnElement & { description?: string };
  readonly cells: readonly { readonly businessObject: { text: string } }[];
}
interface TableColumn {
  readonly businessObject: DmnElement;
}
interface Modeling {
  addRow(attributes: object): TableRow;
  removeRow(row: TableRow): void;
  addCol(attributes: object): TableColumn;
  removeCol(column: TableColumn): void;
  editHitPolicy(hitPolicy: string | undefined, aggregation: string | undefined): void;
  updateProperties(element: DmnElement, properties: object): void;
}
interface Sheet {
  getRoot(): {
    readonly rows: readonly TableRow[];
    readonly cols: readonly TableColumn[];
    readonly businessObject: DmnElement;
  };
}
interface DmnFactory {
  create(type: string, attributes?: object): DmnElement & { typeRef?: string };
}
interface CommandStack {
  register(command: string, handler: object): void;
  execute(command: string, context: object): void;
}

/** What happens to the rules that are there. */
export type TakeMode = 'replace' | 'append';

interface Context {
  readonly sheet: TableSheet;
  readonly mode: TakeMode;
}

const command = 'decisionTable.takeSheet';

/** Puts a sheet into the table that is shown: one step to undo, however many rules it has. */
export class TakeSheet {
  static readonly $inject = ['commandStack', 'modeling', 'sheet', 'dmnFactory'];

  constructor(
    private readonly commandStack: CommandStack,
    private readonly modeling: Modeling,
    private readonly sheet: Sheet,
    private readonly dmnFactory: DmnFactory,
  ) {
    commandStack.register(command, { preExecute: (context: Context) => this.#take(context) });
  }

  /** `append` expects the columns of the sheet to be those of the table. */
  take(sheet: TableSheet, mode: TakeMode): void {
    this.commandStack.execute(command, { sheet, mode });
  }

  #take({ sheet, mode }: Context): void {
    const { modeling } = this;
    if (mode === 'replace') {
      for (const row of [...this.sheet.getRoot().rows]) modeling.removeRow(row);
      this.#takeColumns(sheet.columns.filter(({ kind }) => kind !== 'annotation'));
      if (sheet.hitPolicy !== null) {
        const aggregation = /^COLLECT (.+)$/.exec(sheet.hitPolicy)?.[1];
        const policy = aggregation === undefined ? sheet.hitPolicy : 'COLLECT';
        // Unique is what a table is without saying so.
        modeling.editHitPolicy(policy === 'UNIQUE' ? undefined : policy, aggregation);
      }
    }
    const note = sheet.columns.findIndex(({ kind }) => kind === 'annotation');
    for (const rule of sheet.rules) {
      const row = modeling.addRow({ type: 'dmn:DecisionRule' });
      // The row is new, so nothing of it needs a step of its own to be undone.
      row.cells.forEach((cell, at) => (cell.businessObject.text = rule[at] ?? ''));
      if (note >= 0 && rule[note] !== '') row.businessObject.description = rule[note];
    }
  }

  /** Columns that are the same keep what a sheet has no place for, such as allowed values. */
  #takeColumns(columns: readonly SheetColumn[]): void {
    const { cols } = this.sheet.getRoot();
    const isSame = cols.length === columns.length && columns.every((column, at) => isColumn(cols[at], column));
    if (!isSame) {
      for (const col of [...cols]) this.modeling.removeCol(col);
      for (const column of columns) this.modeling.addCol({ businessObject: this.#clause(column) });
      return;
    }
    columns.forEach(({ kind, label, type }, at) => {
      const clause = cols[at]?.businessObject;
      if (clause === undefined) return;
      if ((clause.label ?? '') !== label) this.modeling.updateProperties(clause, { label: label || undefined });
      const typed = kind === 'input' ? clause.inputExpression : clause;
      if (typed !== undefined && (typed.typeRef ?? '') !== type)
        this.modeling.updateProperties(typed, { typeRef: type || undefined });
    });
  }

  #clause({ kind, label, expression, type }: SheetColumn): DmnElement {
    const named = label === '' ? {} : { label };
    if (kind === 'output') {
      const output = this.dmnFactory.create('dmn:OutputClause', { ...named, name: expression, typeRef: type });
      if (type === '') delete output.typeRef;
      return output;
    }
    const inputExpression = this.dmnFactory.create('dmn:LiteralExpression', {
      text: expression,
      ...(type === '' ? {} : { typeRef: type }),
    });
    const input = this.dmnFactory.create('dmn:InputClause', { ...named, inputExpression });
    Object.assign(inputExpression, { $parent: input });
    return input;
  }
}

const isColumn = (col: TableColumn | undefined, { kind, expression }: SheetColumn): boolean => {
  const clause = col?.businessObject;
  return kind === 'input'
    ? clause?.$type === 'dmn:InputClause' && (clause.inputExpression?.text ?? '') === expression
    : clause?.$type === 'dmn:OutputClause' && (clause.name ?? '') === expression;
};

/** To be added to the viewers of decision tables; `get('takeSheet')` then answers a {@link TakeSheet}. */
export const takeSheetModule = { __init__: ['takeSheet'], takeSheet: ['type', TakeSheet] };
