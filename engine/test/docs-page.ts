import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

const docs = join(import.meta.dirname, '..', '..', 'docs');

/** Compares a page of the docs with what the code says; `npm run docs` writes it instead. */
export const expectPage = (name: string, text: string): void => {
  const path = join(docs, name);
  if (process.env.BATON_WRITE_DOCS === 'yes') writeFileSync(path, text);
  expect(readFileSync(path, 'utf8'), `docs/${name} is out of date: npm run docs`).toBe(text);
};

/** A table in Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
};
