import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

const dmn = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'fixtures', 'dmn', `${name}.dmn`), 'utf8');

describe('trying a decision', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer('sqlite');
  });
  afterAll(() => server.close());

  const tried = (body: object) => server.post('/ext/decision-trials', body);

  it('should tell for each row what came out and which rules matched, and keep nothing', async () => {
    const content = dmn('business-rule-task');
    const decisionId = /<decision [^>]*id="([^"]+)"/.exec(content)?.[1] ?? '';
    const variables = [...content.matchAll(/<inputExpression[^>]*>\s*<text>([^<]+)<\/text>/g)].map(
      ([, name]) => name ?? '',
    );
    expect(variables.length).toBeGreaterThan(0);
    const rows = [0, 1_000_000].map((value) => Object.fromEntries(variables.map((name) => [name, value])));
    const answer = await tried({ content, decisionId, rows });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(answer.body.problems).toEqual([]);
    expect(answer.body.rows).toHaveLength(2);
    const [low, high] = answer.body.rows;
    expect(low.failure).toBeNull();
    const last = low.decisions.at(-1);
    expect(last).toMatchObject({ decisionId, output: low.output });
    expect(last.inputs[0].inputValue).toBe(0);
    expect(last.matchedRules[0].ruleIndex).toBeGreaterThan(0);
    expect(high.decisions.at(-1).matchedRules).not.toEqual(last.matchedRules);
    expect((await server.post('/v2/decision-instances/search')).body.page.totalItems).toBe(0);
    expect((await server.post('/v2/decision-definitions/search')).body.page.totalItems).toBe(0);
  });

  it('should answer a file that does not compile with its problems, and a row that fails with the reason', async () => {
    const broken = await tried({ content: '<definitions />', decisionId: 'x', rows: [{}] });
    expect(broken.body).toMatchObject({ problems: [{ severity: 'error' }], rows: [] });
    const literal = (expression: string): string =>
      `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="f" name="f" namespace="t"><decision id="d" name="D"><variable name="D" typeRef="number" /><literalExpression><text>${expression}</text></literalExpression></decision></definitions>`;
    const failing = await tried({ content: literal('"text"'), decisionId: 'd', rows: [{}] });
    expect(failing.body.rows[0]).toMatchObject({ output: null, failure: { decisionId: 'd' } });
    expect((await tried({ content: literal('1'), decisionId: 'other', rows: [{}] })).status).toBe(404);
    expect((await tried({ content: literal('1'), decisionId: 'd', rows: [] })).status).toBe(400);
  });

  it('should see the variables of the cluster behind those of a row', async () => {
    await server.post('/v2/cluster-variables/global', { name: 'rate', value: 3 });
    const content =
      '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="f" name="f" namespace="t"><decision id="d" name="D"><literalExpression><text>camunda.vars.env.rate * n</text></literalExpression></decision></definitions>';
    const answer = await tried({ content, decisionId: 'd', rows: [{ n: 2 }, { n: 5 }] });
    expect(answer.body.rows.map(({ output }: { output: number }) => output)).toEqual([6, 15]);
  });
});
