import { readFileSync } from 'node:fs';
import { UsageError } from './exit-code.ts';

export interface VariableOptions {
  /** JSON, or `@` and the name of a file with JSON. */
  readonly variables?: string;
  /** `name=value`, each. */
  readonly set?: readonly string[];
}

/** The variables that a command is given: those of `--variables`, then each `--set` upon them. */
export const readVariables = ({ variables, set = [] }: VariableOptions): Record<string, unknown> => {
  const given = new Map<string, unknown>(variables === undefined ? [] : Object.entries(readObject(variables)));
  for (const each of set) {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(each) ?? [];
    if (name === undefined || value === undefined) throw new UsageError(`Expected --set name=value, found '${each}'.`);
    given.set(name, jsonOrText(value));
  }
  return Object.fromEntries(given);
};

const readObject = (given: string): object => {
  const text = given.startsWith('@') ? contentOf(given.slice(1)) : given;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below.
  }
  throw new UsageError(`Expected a JSON object of variables, found '${given.slice(0, 80)}'.`);
};

const contentOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`Expected a file ${file}: ${(error as Error).message}.`);
  }
};

/** `12`, `true` and `{"a": 1}` are what they look like; everything else is text. */
const jsonOrText = (value: string): unknown => {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

/** For an option that may come several times. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
