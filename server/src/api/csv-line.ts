/** What spreadsheets take for the beginning of a formula. */
const formulaStart = /^[=+\-@\t\r]/;

/** A cell as text for people: what a spreadsheet would calculate gets an apostrophe before it. */
const cell = (value: string | number | null): string => {
  if (value === null) return '';
  const text = String(value);
  const inert = typeof value === 'string' && formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
};

/** One line of a CSV file (RFC 4180), with its end. */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`;
