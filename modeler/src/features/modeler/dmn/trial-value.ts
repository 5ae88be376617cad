/** What is typed into a cell of a trial: JSON where it is JSON (`12`, `true`, `[1]`, `"a"`), else the text itself. */
export function trialValue(typed: string): unknown {
  try {
    return JSON.parse(typed) as unknown;
  } catch {
    return typed;
  }
}

/** The variables of one row: cells that are empty are not set. */
export function trialVariables(row: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([, typed]) => typed.trim() !== '')
      .map(([name, typed]) => [name, trialValue(typed.trim())]),
  );
}
