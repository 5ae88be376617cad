import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../test-server.ts';

/** Diagrams that others drew; they are kept outside of the project and are not on every machine. */
const corpus = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'corpus');

/** Models of Camunda 7 carry its own extensions and are not meant to be deployed here. */
const foreign = ['camunda7'];

const diagrams = existsSync(corpus)
  ? readdirSync(corpus).flatMap((folder) =>
      foreign.includes(folder)
        ? []
        : readdirSync(join(corpus, folder))
            .filter((name) => name.endsWith('.bpmn'))
            .map((name) => join(corpus, folder, name)),
    )
  : [];

/** Reasons that name an element which this version does not execute, or a process that nobody wants executed. */
const acceptable = ['unsupported-element', 'not-executable'];

interface Refusal {
  readonly problems?: readonly {
    readonly elementId: string | null;
    readonly code: string;
    readonly severity: string;
    readonly message: string;
  }[];
}

describe('diagrams that others drew', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it(`should be deployed, or refused by name (${diagrams.length} found)`, async () => {
    let deployed = 0;
    for (const path of diagrams) {
      const answer = await server.deploy({ name: basename(path), content: readFileSync(path) });
      if (answer.status === 200) {
        deployed += 1;
        continue;
      }
      expect(answer.status, path).toBe(400);
      const { problems = [] } = answer.body as Refusal;
      const errors = problems.filter((problem) => problem.severity === 'error');
      expect(errors.length, path).toBeGreaterThan(0);
      for (const problem of errors) {
        expect(acceptable, `${path}: ${problem.message}`).toContain(problem.code);
        expect(problem.message).toContain(`(${problem.elementId})`);
      }
    }
    if (diagrams.length > 0) expect(deployed).toBeGreaterThanOrEqual(6);
  });
});
