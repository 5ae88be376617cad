import { t } from '../../language/texts';
import { parseJson } from '../json/parse-json';

/** One line of the variables editor. `text` is JSON. */
export interface VariableRow {
  readonly id: number;
  readonly name: string;
  readonly text: string;
}

/** What is wrong with the rows, by row id; empty when nothing is. */
export type RowProblems = Readonly<Record<number, string>>;

/**
 * The variables that the rows stand for. A row without name and value is not filled in yet and stands for nothing.
 */
export function variablesOfRows(rows: readonly VariableRow[]): {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly problems: RowProblems;
} {
  const variables = new Map<string, unknown>();
  const problems: Record<number, string> = {};
  for (const { id, name, text } of rows) {
    const trimmed = name.trim();
    if (trimmed === '' && text.trim() === '') continue;
    const parsed = parseJson(text);
    if (trimmed === '') problems[id] = t('Expected a name for this variable.');
    else if (variables.has(trimmed))
      problems[id] = t('There is another variable with the name {{name}}; keep one of them.', { name: trimmed });
    else if (!parsed.ok) problems[id] = parsed.message;
    else variables.set(trimmed, parsed.value);
  }
  // Object.fromEntries defines properties, so that a variable called __proto__ is one like any other.
  return { variables: Object.fromEntries(variables), problems };
}

/** Whether a text that is no JSON was most likely meant as plain text, which only lacks its quotes. */
export function isPlainText(text: string): boolean {
  return !parseJson(text).ok && text.trim() !== '' && !/^[\s]*[[{"]/.test(text);
}
