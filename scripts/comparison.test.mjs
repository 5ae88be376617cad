// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from './lib/project.mjs';

/** The rows of the tables as cells. */
const rows = readFileSync(join(projectFolder, 'docs', 'comparison.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|(-|\s*Feature)/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

it('should name a test that is there behind everything that Baton is said to do', () => {
  expect(rows.length).toBeGreaterThan(40);
  const wrong = rows.flatMap((cells) => {
    const [feature, mark, shown] = [cells[0], cells.at(-2) ?? '', cells.at(-1) ?? ''];
    const [, file, title] = /^`([^`]+)`: (should .+)$/.exec(shown) ?? [];
    if (file === undefined || title === undefined) return mark === 'Y' ? [`${feature}: no test is named`] : [];
    const path = join(projectFolder, file.includes('/') ? '' : join('modeler', 'e2e'), file);
    if (!existsSync(path)) return [`${feature}: there is no ${file}`];
    return readFileSync(path, 'utf8').includes(title) ? [] : [`${feature}: ${file} has no '${title}'`];
  });
  expect(wrong).toEqual([]);
});
