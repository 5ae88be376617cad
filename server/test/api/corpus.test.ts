import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFile } from '../../src/project-file.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

/** Models of others. They are no part of the project; where they lie beside it they are tried. Camunda 7 has extensions of its own. */
const folder = projectFile('../shared/corpus');
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.(bpmn|form|dmn)$/.test(file) && !file.startsWith('camunda7'),
    )
  : [];

interface Problem {
  readonly elementId: string | null;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
}

describe('the models of others', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it(`should be deployed, or refused by element and reason (${files.length} found)`, async () => {
    const deployed: string[] = [];
    for (const file of files) {
      const answer = await server.deploy({ name: basename(file), content: readFileSync(`${folder}/${file}`) });
      if (answer.status === 200) {
        deployed.push(file);
        continue;
      }
      expect(answer.status, file).toBe(400);
      const errors = (answer.body.problems as Problem[]).filter((problem) => problem.severity === 'error');
      expect(errors.length, file).toBeGreaterThan(0);
      for (const { elementId, code, message } of errors) {
        expect(['not-executable'], `${file}: ${message}`).toContain(code);
        expect(message).toContain(`(${elementId})`);
      }
    }
    for (const file of files.filter((each) => !each.endsWith('.bpmn'))) expect(deployed).toContain(file);
    if (files.length > 0) expect(deployed.filter((file) => file.endsWith('.bpmn')).length).toBe(11);
  });

  it('should have decisions that say what their tables say', async () => {
    const old = 'camunda7/invoiceBusinessDecisions.dmn';
    if (files.length === 0) return;
    await server.deploy({ name: basename(old), content: readFileSync(`${folder}/${old}`) });
    const cases: readonly (readonly [string, object, unknown])[] = [
      ['department_line_manager', { department: 'it' }, 'Ringo'],
      ['department_line_manager', { department: 'none' }, null],
      ['automatic-processing-applicability', { paymentType: 'prepaid' }, true],
      [
        'automatic-processing-applicability',
        { paymentType: 'invoice', customerRegionScore: 60, monthlyPayment: 30 },
        false,
      ],
      ['invoice-assign-approver', { amount: 900, invoiceCategory: 'Misc' }, ['management']],
      ['invoice-assign-approver', { amount: 10, invoiceCategory: 'Travel Expenses' }, ['accounting', 'sales']],
    ];
    for (const [decisionDefinitionId, variables, expected] of cases) {
      const { body } = await server.post('/v2/decision-definitions/evaluation', { decisionDefinitionId, variables });
      expect(body, decisionDefinitionId).toMatchObject({ failureMessage: null, output: JSON.stringify(expected) });
    }
  });
});
