import { hitPolicies, type ColumnKind, type SheetColumn, type TableSheet } from './table-sheet';

/** A spreadsheet: rows of cells, all of them text. */
export type Rows = readonly (readonly string[])[];

// What the header rows are called is part of the file format, so it is the same in every language.
const kinds: Readonly<Record<ColumnKind, string>> = { input: 'Input', output: 'Output', annotation: 'Annotation' };
const policyMark = /^hit policy:\s*(.+)$/i;

/** How a table is written: four header rows (kind, label, expression, type), then a row for each rule with its number before it. */
export function rowsOfSheet({ hitPolicy, columns, rules }: TableSheet): Rows {
  return [
    [`Hit policy: ${hitPolicy ?? 'UNIQUE'}`, ...columns.map(({ kind }) => kinds[kind])],
    ['Label', ...columns.map(({ label }) => label)],
    ['Expression', ...columns.map(({ expression }) => expression)],
    ['Type', ...columns.map(({ type }) => type)],
    ...rules.map((rule, at) => [`${at + 1}`, ...rule]),
  ];
}

/** Reads what {@link rowsOfSheet} writes, also after somebody changed it; null where the rows are of another kind. */
export function sheetOfRows(rows: Rows): TableSheet | null {
  const [head, labels, expressions, types, ...rest] = rows;
  const policy = policyMark
    .exec(head?.[0] ?? '')?.[1]
    ?.trim()
    .toUpperCase();
  if (policy === undefined || labels === undefined || expressions === undefined || types === undefined) return null;
  const kindAt = new Map<number, ColumnKind>();
  head?.slice(1).forEach((text, at) => {
    const kind = (Object.keys(kinds) as ColumnKind[]).find(
      (one) => kinds[one].toLowerCase() === text.trim().toLowerCase(),
    );
    if (kind !== undefined) kindAt.set(at + 1, kind);
  });
  const places = [...kindAt.keys()];
  return ordered({
    hitPolicy: hitPolicies.includes(policy) ? policy : null,
    columns: places.map((at) => ({
      kind: kindAt.get(at) ?? 'input',
      label: labels[at] ?? '',
      expression: expressions[at] ?? '',
      type: types[at] ?? '',
    })),
    rules: rest.map((row) => places.map((at) => row[at] ?? '')).filter(isWritten),
  });
}

const isWritten = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== '');

const order: readonly ColumnKind[] = ['input', 'output', 'annotation'];

/** The same sheet with the inputs first, then the outputs, then the annotation, as a decision table has them. */
export function ordered({ hitPolicy, columns, rules }: TableSheet): TableSheet {
  const places = columns
    .map((column, at) => ({ at, rank: order.indexOf(column.kind) }))
    .sort((left, right) => left.rank - right.rank || left.at - right.at)
    .map(({ at }) => at);
  const pick = <T>(cells: readonly T[]): T[] => places.flatMap((at) => cells.slice(at, at + 1));
  return { hitPolicy, columns: pick(columns), rules: rules.map(pick) };
}

const annotationNames =
  /^(annotations?|descriptions?|comments?|notes?|remarks?|bemerkung(en)?|beschreibung|kommentare?|remarques?|commentaires?|notas?|comentarios?)$/i;

/**
 * A guess for a sheet that somebody made without knowing ours: its first row names the columns. A column that the table has is taken as the table has
 * it; of the others, the last one is the output and what is called like a note the annotation.
 */
export function guessedSheet(rows: Rows, table: TableSheet): TableSheet {
  const [head = [], ...rest] = rows;
  const width = head.length;
  const same = (name: string, column: SheetColumn): boolean =>
    [column.label, column.expression].some((text) => text !== '' && text.toLowerCase() === name.toLowerCase());
  const known = head.map((name) => table.columns.find((column) => same(name.trim(), column)));
  const lastPlain = head.findLastIndex((name) => !annotationNames.test(name.trim()));
  const hasOutput = known.some((column) => column?.kind === 'output');
  const columns = head.map((text, at): SheetColumn => {
    const name = text.trim();
    const column = known[at];
    if (column !== undefined) return column;
    if (annotationNames.test(name)) return { kind: 'annotation', label: name, expression: '', type: '' };
    const kind = at === lastPlain && !hasOutput ? 'output' : 'input';
    const values = rest.map((row) => (row[at] ?? '').trim()).filter((value) => value !== '' && value !== '-');
    return { kind, label: name, expression: identifierOf(name), type: typeOf(values) };
  });
  return {
    hitPolicy: null,
    columns,
    rules: rest.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? '')).filter(isWritten),
  };
}

/** A name of a variable made from a heading: `Guest count` becomes `guestCount`. */
export function identifierOf(heading: string): string {
  const words = heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const name = words
    .map((word, at) => (at === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1))
    .join('');
  return /^\p{N}/u.test(name) ? `c${name}` : name;
}

const numeric = /^(?:not\()?\s*(?:[<>]=?|[[\](])?\s*-?\d+(?:\.\d+)?(?:\s*(?:\.\.|,)\s*-?\d+(?:\.\d+)?)*\s*[[\])]?\)?$/;

function typeOf(values: readonly string[]): string {
  if (values.length === 0) return 'string';
  if (values.every((value) => /^(true|false)$/i.test(value))) return 'boolean';
  if (values.every((value) => numeric.test(value))) return 'number';
  if (values.every((value) => /^(?:[<>]=?\s*)?(?:date\(|@")/.test(value))) return 'date';
  return 'string';
}

const isFeelText = /^(?:"|-$|null$|not\s*\(|\?|@")|\(.*\)\s*$/;

/** Puts quotes around the plain words of columns of text, as people write them into a spreadsheet: `Winter, Fall` becomes `"Winter", "Fall"`. */
export function withQuotes(sheet: TableSheet): TableSheet {
  const quote = (text: string): string => `"${text.trim().replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  return {
    ...sheet,
    rules: sheet.rules.map((rule) =>
      rule.map((cell, at) => {
        const column = sheet.columns[at];
        const text = cell.trim();
        if (column?.type !== 'string' || text === '' || isFeelText.test(text)) return cell;
        return column.kind === 'input' ? text.split(',').map(quote).join(', ') : quote(text);
      }),
    ),
  };
}
