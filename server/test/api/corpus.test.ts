import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFile } from '../../src/project-file.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

const folder = projectFile('../shared/corpus');

/** Models of others. They are no part of the project; where they lie beside it they are tried. */
describe.runIf(existsSync(folder))('the models of others', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());
  const files = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
        (file) => /\.(bpmn|form|dmn)$/.test(file) && !file.startsWith('camunda7'),
      )
    : [];

  it.each(files)('should deploy %s, or refuse it by element and reason', async (file) => {
    const { status, body } = await server.deploy({ name: basename(file), content: readFileSync(`${folder}/${file}`) });
    if (status === 200) return;
    expect(status).toBe(400);
    expect(file).toMatch(/\.bpmn$/);
    const errors = body.problems.filter((problem: { severity: string }) => problem.severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) {
      expect(['unsupported-element', 'not-executable', 'no-process'], JSON.stringify(error)).toContain(error.code);
      expect(error.elementId).toEqual(expect.any(String));
    }
  });
});
