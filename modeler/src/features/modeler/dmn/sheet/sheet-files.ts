import type { Rows } from './sheet-rows';

export type SheetFormat = 'csv' | 'xlsx';

/** The longest file that is read, in bytes. */
const maxFileSize = 10_000_000;

// A spreadsheet would run a cell that starts like this as a formula. (https://owasp.org/www-community/attacks/CSV_Injection)
const startsLikeFormula = /^(?:[=+@\t\r]|-(?!\d|$))/;

/** A spreadsheet as a file. Text stays text: no program that opens it takes a cell for a formula. */
export async function fileOfRows(rows: Rows, format: SheetFormat): Promise<Blob> {
  if (format === 'xlsx') {
    const { default: writeExcelFile } = await import('write-excel-file/universal');
    const data = rows.map((row) => row.map((value) => ({ value, type: String })));
    return writeExcelFile(data, { sheet: 'Decision table', stickyRowsCount: 4, stickyColumnsCount: 1 }).toBlob();
  }
  const { default: Papa } = await import('papaparse');
  const guarded = rows.map((row) => row.map((cell) => (startsLikeFormula.test(cell) ? `'${cell}` : cell)));
  // The byte order mark tells spreadsheets that the text is UTF-8.
  return new Blob(['\uFEFF', Papa.unparse(guarded, { newline: '\r\n' })], { type: 'text/csv;charset=utf-8' });
}

/**
 * Reads a spreadsheet: the first sheet of an `.xlsx` file, or text separated by commas, semicolons or tabs.
 * Throws an error that says what is wrong where it cannot be read or has more than 10 MB.
 */
export async function rowsOfFile(file: File): Promise<Rows> {
  if (file.size > maxFileSize)
    throw new Error(`Expected a file of at most 10 MB, ${file.name} has ${(file.size / 1_000_000).toFixed(1)} MB.`);
  const isZip = new Uint8Array(await file.slice(0, 2).arrayBuffer()).join() === '80,75';
  if (isZip) {
    const { readSheet } = await import('read-excel-file/universal');
    const rows = await readSheet(file);
    return rows.map((row) => row.map((cell) => textOfCell(cell)));
  }
  const text = await file.text();
  if (text.includes('\0')) throw new Error(`Expected a CSV or XLSX file, ${file.name} is neither.`);
  const { default: Papa } = await import('papaparse');
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  return data.map((row) => row.map((cell) => (/^'[=+@\t\r-]/.test(cell) ? cell.slice(1) : cell)));
}

/** A cell as FEEL would write it. */
function textOfCell(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    const [day = '', time = ''] = cell.toISOString().split('T');
    return time.startsWith('00:00:00') ? `date("${day}")` : `date and time("${day}T${time.slice(0, 8)}")`;
  }
  if (typeof cell === 'string') return cell;
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : JSON.stringify(cell);
}
