import { DmnModdle } from 'dmn-moddle';
import { t } from '../../language/texts';
import type { ComparedElement, ComparedModel } from './compared-element';
import { describeModdle } from './describe-moddle';
import { isModdleElement, isOfType, type ModdleElement } from './moddle-element';

const ownTypes = ['dmn:Definitions', 'dmn:DRGElement', 'dmn:Artifact', 'dmn:ItemDefinition'];

/** The drawing, and which program wrote the file. */
const ignored = new Set(['dmn:dmnDI', 'dmn:exporter', 'dmn:exporterVersion', 'dmn:namespace', 'biodi:width']);

/** A column of a decision table. */
export interface ComparedColumn {
  readonly id: string;
  readonly kind: 'input' | 'output';
  readonly label: string;
  /** What it says besides: its expression or name, its type, the values that it may have. */
  readonly properties: ReadonlyMap<string, string>;
}

/** A decision table, by its columns and rows, as a person sees it. */
export interface ComparedTable {
  readonly decisionId: string;
  readonly decisionName: string;
  readonly hitPolicy: string;
  readonly columns: readonly ComparedColumn[];
  /** Cells by the id of their column. */
  readonly rules: readonly {
    readonly id: string;
    readonly cells: ReadonlyMap<string, string>;
    readonly annotation: string;
  }[];
}

export interface ComparedDecisions {
  readonly elements: ComparedModel;
  readonly tables: readonly ComparedTable[];
}

/**
 * Reads a DMN file for comparing: its decisions, inputs and requirements, and of each table the columns and the rules, which are elements of their own.
 *
 * @throws {Error} when it is not well-formed
 */
export async function describeDmn(xml: string): Promise<ComparedDecisions> {
  const root = (await new DmnModdle().fromXML(xml)).rootElement as ModdleElement;
  const tables = new Map<string, ComparedTable>();
  const elements = describeModdle(root, {
    isOwn: (element) => ownTypes.some((type) => isOfType(element, type)),
    ignored: new Set([...ignored, 'dmn:input', 'dmn:output', 'dmn:rule']),
    placeOf: () => null,
    nameOf: (element) => textOf(element, 'name') || textOf(element, 'text') || undefined,
  });
  for (const decision of listOf(root, 'drgElement')) {
    const logic = decision.get?.('decisionLogic');
    if (isModdleElement(logic) && isOfType(logic, 'dmn:DecisionTable') && decision.id !== undefined)
      tables.set(decision.id, readTable(decision.id, textOf(decision, 'name') || decision.id, logic));
  }
  return {
    elements: elements.flatMap((element) => {
      const table = tables.get(element.id);
      return table === undefined ? [element] : [element, ...tableElements(table)];
    }),
    tables: [...tables.values()],
  };
}

function readTable(decisionId: string, decisionName: string, table: ModdleElement): ComparedTable {
  const columns = [
    ...listOf(table, 'input').map((input) => readColumn('input', input)),
    ...listOf(table, 'output').map((output) => readColumn('output', output)),
  ];
  const rules = listOf(table, 'rule').map((rule) => {
    const cells = [...listOf(rule, 'inputEntry'), ...listOf(rule, 'outputEntry')];
    return {
      id: rule.id ?? '',
      cells: new Map(columns.map(({ id }, index) => [id, textOf(cells[index], 'text')])),
      annotation: textOf(rule, 'description'),
    };
  });
  return { decisionId, decisionName, hitPolicy: textOf(table, 'hitPolicy') || 'UNIQUE', columns, rules };
}

function readColumn(kind: ComparedColumn['kind'], clause: ModdleElement): ComparedColumn {
  const part = (name: string): ModdleElement | undefined => {
    const value = clause.get?.(name);
    return isModdleElement(value) ? value : undefined;
  };
  const expression = part('inputExpression');
  const said = kind === 'input' ? textOf(expression, 'text') : textOf(clause, 'name');
  const label = textOf(clause, 'label') || said;
  const properties = new Map([
    ['Label', label],
    [kind === 'input' ? 'Expression' : 'Name', said],
    ['Type', textOf(expression ?? clause, 'typeRef')],
    ['Values', textOf(part(`${kind}Values`), 'text')],
    ['Default', textOf(part('defaultOutputEntry'), 'text')],
  ]);
  return { id: clause.id ?? '', kind, label, properties };
}

function tableElements({ decisionId, columns, rules }: ComparedTable): readonly ComparedElement[] {
  const common = { parentId: decisionId, place: null };
  return [
    ...columns.map(({ id, kind, label, properties }) => ({
      ...common,
      id,
      type: kind === 'input' ? 'Input' : 'Output',
      name: label === '' ? id : label,
      properties,
    })),
    ...rules.map(({ id, cells, annotation }, index) => ({
      ...common,
      id,
      type: 'Rule',
      name: t('Rule {{number}}', { number: index + 1 }),
      properties: new Map([
        ...columns.map((column) => [column.label, cells.get(column.id) ?? ''] as const),
        ['Annotation', annotation] as const,
      ]),
    })),
  ];
}

function listOf(element: ModdleElement, name: string): readonly ModdleElement[] {
  const value = element.get?.(name);
  return Array.isArray(value) ? value.filter(isModdleElement) : [];
}

function textOf(element: ModdleElement | undefined, name: string): string {
  const value = element?.get?.(name);
  return typeof value === 'string' ? value.trim() : '';
}
