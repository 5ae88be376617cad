import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { projectFile } from '../../src/project-file.ts';

/** The faults by hostile models, data and users, by their numbers in the project's list. */
const faults = Array.from({ length: 20 }, (_, index) => `F${35 + index}`);

/** What cannot be tested yet, and why. */
const reasons: Readonly<Record<string, string>> = {};

const testFiles = ['engine/test', 'engine/src', 'server/test', 'server/src', 'modeler/e2e'].flatMap((folder) =>
  readdirSync(projectFile(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(test|e2e)\.ts$/.test(name))
    .map((name) => projectFile(`${folder}/${name}`)),
);
const names = testFiles.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:describe|it)(?:\.each)?\([^)]*?'(F\d+)[ :]/gs)].map(([, fault]) => fault),
);

it('should name every fault by hostile people in a test, or say why there is none', () => {
  expect(testFiles.length).toBeGreaterThan(150);
  expect(faults.filter((fault) => !names.includes(fault) && reasons[fault] === undefined)).toEqual([]);
  // A reason that is over is taken away.
  expect(Object.keys(reasons).filter((fault) => names.includes(fault))).toEqual([]);
});
