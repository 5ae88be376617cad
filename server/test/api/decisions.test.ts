import { decision, decisionFile, literal } from '@baton/fixtures/build-decisions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UploadedFile } from '../../src/runtime/deployment/prepared-resource.ts';
import { apiWords } from '../api-words.ts';
import { decisionFixture, fixture, model } from '../fixture.ts';
import { dialects } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { Answer, TestServer } from '../test-server.ts';

const file = (id: string, text: string, versionTag?: string): UploadedFile => ({
  name: `${id}.dmn`,
  content: Buffer.from(decisionFile(`${id}-file`, [decision(id, literal(text), { versionTag })])),
});

/** start → business rule task → end; `called` are the attributes of the called decision. */
const ruleModel = (processId: string, called: string): UploadedFile =>
  model(
    processId,
    `<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="rule"/>
     <bpmn:businessRuleTask id="rule"><bpmn:extensionElements><zeebe:calledDecision ${called} /></bpmn:extensionElements></bpmn:businessRuleTask>
     <bpmn:sequenceFlow id="f2" sourceRef="rule" targetRef="u"/><bpmn:userTask id="u"/>
     <bpmn:sequenceFlow id="f3" sourceRef="u" targetRef="e"/><bpmn:endEvent id="e"/>`,
  );

const key = expect.stringMatching(/^\d+$/) as string;

describe.each(dialects)('decisions on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  const { start } = apiWords(() => server);
  const evaluate = (body: object): Promise<Answer> => server.post('/v2/decision-definitions/evaluation', body);
  const search = async (what: string, filter: object = {}, more: object = {}): Promise<Answer['body']> => {
    const { status, body } = await server.post(`/v2/decision-${what}/search`, { filter, ...more });
    expect(status, JSON.stringify(body)).toBe(200);
    return body.items;
  };
  const variable = async (processInstanceKey: string, name: string): Promise<unknown> =>
    (await server.post('/v2/variables/search', { filter: { processInstanceKey, name } })).body.items[0]?.value;

  it('should deploy, list, read and give back decisions and their file', async () => {
    const answer = await server.deploy(decisionFixture('requirement-graph'));
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const [{ decisionRequirements }, ...rest] = answer.body.deployments;
    expect(decisionRequirements).toEqual({
      decisionRequirementsKey: key,
      decisionRequirementsId: 'requirement-graph',
      decisionRequirementsName: 'requirement-graph',
      version: 1,
      resourceName: 'requirement-graph.dmn',
      tenantId: '<default>',
    });
    const { decisionRequirementsKey } = decisionRequirements;
    const credit = rest[2].decisionDefinition;
    expect(credit).toEqual({
      decisionDefinitionKey: key,
      decisionDefinitionId: 'credit',
      name: 'Credit Line',
      version: 1,
      decisionRequirementsKey,
      decisionRequirementsId: 'requirement-graph',
      tenantId: '<default>',
    });
    const shown = {
      ...credit,
      decisionRequirementsName: 'requirement-graph',
      decisionRequirementsVersion: 1,
    };
    expect(await search('definitions', { decisionDefinitionId: 'credit' })).toEqual([shown]);
    expect((await server.get(`/v2/decision-definitions/${credit.decisionDefinitionKey}`)).body).toEqual(shown);
    expect(await search('requirements', { resourceName: 'requirement-graph.dmn' })).toEqual([decisionRequirements]);
    expect((await server.get(`/v2/decision-requirements/${decisionRequirementsKey}`)).body).toEqual(
      decisionRequirements,
    );
    const source = decisionFixture('requirement-graph').content.toString();
    for (const path of [
      `decision-definitions/${credit.decisionDefinitionKey}`,
      `decision-requirements/${decisionRequirementsKey}`,
    ]) {
      const xml = await server.get(`/v2/${path}/xml`);
      expect(xml.headers.get('content-type')).toMatch(/^text\/xml/);
      expect(xml.body).toBe(source);
    }
    const ids = async (sort: object): Promise<string[]> =>
      (await search('definitions', { decisionRequirementsKey, decisionRequirementsVersion: 1 }, { sort: [sort] })).map(
        (each: { decisionDefinitionId: string }) => each.decisionDefinitionId,
      );
    expect(await ids({ field: 'name', order: 'DESC' })).toEqual(['risk', 'age', 'credit']);
    expect((await server.deploy(decisionFixture('requirement-graph'))).body.deployments).toEqual(
      answer.body.deployments,
    );
  });

  it('should evaluate a decision with what it requires, and keep all of it', async () => {
    await server.deploy(decisionFixture('requirement-graph'));
    const { status, body } = await evaluate({
      decisionDefinitionId: 'credit',
      variables: { born: '1990-01-01', income: 2_000 },
    });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({
      decisionDefinitionId: 'credit',
      decisionDefinitionKey: key,
      decisionDefinitionName: 'Credit Line',
      decisionDefinitionVersion: 1,
      decisionEvaluationKey: key,
      decisionInstanceKey: body.decisionEvaluationKey,
      decisionRequirementsId: 'requirement-graph',
      decisionRequirementsKey: key,
      output: '20000',
      failedDecisionDefinitionId: null,
      failureMessage: null,
      tenantId: '<default>',
    });
    expect(body.evaluatedDecisions.map((each: { decisionDefinitionId: string }) => each.decisionDefinitionId)).toEqual([
      'age',
      'risk',
      'credit',
    ]);
    const risk = body.evaluatedDecisions[1];
    expect(risk).toMatchObject({
      decisionDefinitionName: 'risk',
      decisionDefinitionVersion: 1,
      decisionDefinitionType: 'DECISION_TABLE',
      decisionDefinitionKey: key,
      output: '"low"',
      decisionEvaluationInstanceKey: `${body.decisionEvaluationKey}-2`,
      evaluatedInputs: [
        { inputId: 'risk_input_1', inputName: 'Age', inputValue: expect.stringMatching(/^\d\d$/) as string },
        { inputId: 'risk_input_2', inputName: 'Income', inputValue: '2000' },
      ],
      matchedRules: [
        {
          ruleId: 'risk_rule_3',
          ruleIndex: 3,
          evaluatedOutputs: [{ outputId: 'risk_output_1', outputName: 'risk', outputValue: '"low"' }],
        },
      ],
    });

    const { decisionEvaluationKey } = body;
    const items = await search(
      'instances',
      { decisionEvaluationKey },
      { sort: [{ field: 'decisionEvaluationInstanceKey' }] },
    );
    expect(items).toHaveLength(3);
    expect(items[1]).toEqual({
      decisionEvaluationInstanceKey: `${decisionEvaluationKey}-2`,
      decisionEvaluationKey,
      state: 'EVALUATED',
      evaluationDate: expect.stringMatching(/Z$/) as string,
      evaluationFailure: null,
      decisionDefinitionId: 'risk',
      decisionDefinitionKey: risk.decisionDefinitionKey,
      decisionDefinitionName: 'risk',
      decisionDefinitionType: 'DECISION_TABLE',
      decisionDefinitionVersion: 1,
      rootDecisionDefinitionKey: body.decisionDefinitionKey,
      processDefinitionKey: null,
      processInstanceKey: null,
      rootProcessInstanceKey: null,
      elementInstanceKey: null,
      result: '"low"',
      tenantId: '<default>',
    });
    const one = await server.get(`/v2/decision-instances/${decisionEvaluationKey}-2`);
    expect(one.body).toEqual({
      ...items[1],
      evaluatedInputs: risk.evaluatedInputs,
      matchedRules: risk.matchedRules,
    });
    for (const [filter, count] of [
      [{ decisionDefinitionType: 'LITERAL_EXPRESSION' }, 2],
      [{ decisionDefinitionName: { $like: 'Cr*' } }, 1],
      [{ rootDecisionDefinitionKey: body.decisionDefinitionKey }, 3],
      [{ evaluationDate: { $gt: '2099-01-01T00:00:00Z' } }, 0],
      [{ state: 'FAILED' }, 0],
      [{ processInstanceKey: { $exists: false } }, 3],
      [{ decisionEvaluationInstanceKey: { $in: [`${decisionEvaluationKey}-1`, 'none'] } }, 1],
    ] as const) {
      expect(await search('instances', { decisionEvaluationKey, ...filter }), JSON.stringify(filter)).toHaveLength(
        count,
      );
    }
  });

  it('should answer and keep a failure', async () => {
    await server.deploy(decisionFixture('decision-service'));
    const { status, body } = await evaluate({ decisionDefinitionId: 'total', variables: { amount: 'text' } });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({
      output: 'null',
      failedDecisionDefinitionId: 'fee',
      failureMessage: expect.stringMatching(/input data 'amount'.*"text"/) as string,
    });
    expect(
      (await search('instances', { decisionEvaluationKey: body.decisionEvaluationKey })).map((each: Answer['body']) => [
        each.decisionDefinitionId,
        each.state,
        each.evaluationFailure,
      ]),
    ).toEqual([
      ['rate', 'EVALUATED', null],
      ['fee', 'FAILED', body.failureMessage],
    ]);
  });

  it('should forget an evaluation', async () => {
    await server.deploy(file('forgotten', '1'));
    const { decisionEvaluationKey } = (await evaluate({ decisionDefinitionId: 'forgotten' })).body;
    const path = `/v2/decision-instances/${decisionEvaluationKey}/deletion`;
    expect((await server.post(path)).status).toBe(204);
    expect(await search('instances', { decisionEvaluationKey })).toEqual([]);
    expect((await server.get(`/v2/decision-instances/${decisionEvaluationKey}-1`)).status).toBe(404);
    expect((await server.post(path)).status).toBe(404);
  });

  it('should count versions per decision, take the latest by id and any by key', async () => {
    const [first, second] = [await server.deploy(file('counted', '1')), await server.deploy(file('counted', '2'))];
    const keyOf = (answer: Answer): string => answer.body.deployments[1].decisionDefinition.decisionDefinitionKey;
    const output = async (body: object): Promise<string> => (await evaluate(body)).body.output;
    expect(await output({ decisionDefinitionId: 'counted' })).toBe('2');
    expect(await output({ decisionDefinitionKey: keyOf(first) })).toBe('1');
    expect(await output({ decisionDefinitionKey: keyOf(second) })).toBe('2');

    // Another file with the same decision continues its count.
    const other = {
      name: 'other.dmn',
      content: Buffer.from(decisionFile('other', [decision('counted', literal('3'))])),
    };
    const third = await server.deploy(other);
    expect(third.body.deployments[1].decisionDefinition.version).toBe(3);
    expect(third.body.deployments[0].decisionRequirements.version).toBe(1);
    expect(await output({ decisionDefinitionId: 'counted' })).toBe('3');

    // The version before is the latest again, whatever its file; deleted ones are gone for good.
    const { decisionRequirementsKey } = third.body.deployments[0].decisionRequirements;
    expect((await server.post(`/v2/resources/${decisionRequirementsKey}/deletion`)).status).toBe(200);
    expect(await output({ decisionDefinitionId: 'counted' })).toBe('2');
    expect((await evaluate({ decisionDefinitionKey: keyOf(third) })).status).toBe(404);
    const fourth = await server.deploy(other);
    expect(fourth.body.deployments[1].decisionDefinition.version).toBe(4);
    const latest = await search('definitions', { decisionDefinitionId: 'counted', isLatestVersion: true });
    expect(latest.map((each: { version: number }) => each.version)).toEqual([4]);
  });

  describe('business rule tasks', () => {
    it('should evaluate a decision in the step of the process, and keep it with the instance', async () => {
      await server.deploy(fixture('business-rule-task'), decisionFixture('business-rule-task'));
      const instance = await start('business-rule-task', { decision: 'rate-order', order: { total: 250 } });
      expect(await variable(instance, 'rated')).toBe('"large"');
      expect(await variable(instance, 'route')).toBe('"express"');
      const items = await search(
        'instances',
        { processInstanceKey: instance },
        { sort: [{ field: 'evaluationDate' }] },
      );
      expect(items).toHaveLength(2);
      const [element] = (
        await server.post('/v2/element-instances/search', {
          filter: { processInstanceKey: instance, elementId: 'rate' },
        })
      ).body.items;
      expect(element).toMatchObject({ state: 'COMPLETED', type: 'BUSINESS_RULE_TASK' });
      expect(items[0]).toMatchObject({
        decisionDefinitionId: 'rate-order',
        processInstanceKey: instance,
        rootProcessInstanceKey: instance,
        processDefinitionKey: element.processDefinitionKey,
        elementInstanceKey: element.elementInstanceKey,
        result: '"large"',
      });
    });

    it('should wait with an incident for a decision to be deployed, then for one that does not fail', async () => {
      await server.deploy(ruleModel('late', 'decisionId="late-decision" resultVariable="r"'));
      const instance = await start('late', { x: 1 });
      const incident = async (): Promise<Answer['body']> =>
        (await server.post('/v2/incidents/search', { filter: { processInstanceKey: instance, state: 'ACTIVE' } })).body
          .items[0];
      const resolve = async (): Promise<number> =>
        (await server.post(`/v2/incidents/${(await incident()).incidentKey}/resolution`)).status;
      expect(await incident()).toMatchObject({
        errorType: 'CALLED_DECISION_ERROR',
        errorMessage: expect.stringMatching(/'late-decision' to be deployed/) as string,
      });
      const failing = decisionFile('late-file', [decision('late-decision', literal('x'), { type: 'string' })]);
      await server.deploy({ name: 'late.dmn', content: Buffer.from(failing) });
      expect(await resolve()).toBe(204);
      expect(await incident()).toMatchObject({
        errorType: 'DECISION_EVALUATION_ERROR',
        errorMessage: expect.stringMatching(/late-decision.*'string', found 1/) as string,
      });
      expect(await search('instances', { processInstanceKey: instance, state: 'FAILED' })).toHaveLength(1);
      await server.request('PUT', `/v2/element-instances/${instance}/variables`, { variables: { x: 'good' } });
      expect(await resolve()).toBe(204);
      expect(await incident()).toBeUndefined();
      expect(await variable(instance, 'r')).toBe('"good"');
    });

    it('should bind to the latest version, to that of the same deployment, or to a tag', async () => {
      await server.deploy(
        file('bound', '1', 'stable'),
        ruleModel('bound-latest', 'decisionId="bound" resultVariable="r"'),
        ruleModel('bound-deployment', 'decisionId="bound" resultVariable="r" bindingType="deployment"'),
        ruleModel('bound-tag', 'decisionId="bound" resultVariable="r" bindingType="versionTag" versionTag="stable"'),
        ruleModel('bound-nowhere', 'decisionId="bound" resultVariable="r" bindingType="versionTag" versionTag="none"'),
      );
      await server.deploy(file('bound', '2'));
      const result = async (processId: string): Promise<unknown> => variable(await start(processId), 'r');
      expect(await result('bound-latest')).toBe('2');
      expect(await result('bound-deployment')).toBe('1');
      expect(await result('bound-tag')).toBe('1');
      expect(await result('bound-nowhere')).toBeUndefined();
    });

    it('should bind to what its deployment brought unchanged, and not to what came later', async () => {
      const caller = (name: string): UploadedFile =>
        ruleModel('kept-caller', `decisionId="kept" resultVariable="${name}" bindingType="deployment"`);
      await server.deploy(file('kept', '1'), caller('first'));
      const { body } = await server.deploy(file('kept', '1'), caller('second'));
      expect(body.deployments).toMatchObject([
        { decisionRequirements: { version: 1 } },
        { decisionDefinition: { version: 1 } },
        { processDefinition: { processDefinitionVersion: 2 } },
      ]);
      await server.deploy(file('kept', '2'));
      expect(await variable(await start('kept-caller'), 'second')).toBe('1');
    });

    it('should warn of a decision that is not deployed, until it is', async () => {
      const { content } = ruleModel('warned-caller', 'decisionId="warned" resultVariable="r"');
      const problems = async (): Promise<unknown> =>
        (await server.post('/ext/validation', { resourceName: 'm.bpmn', content: content.toString() })).body.problems;
      expect(await problems()).toMatchObject([{ code: 'unknown-called-decision', severity: 'warning' }]);
      await server.deploy(file('warned', '1'));
      expect(await problems()).toEqual([]);
    });
  });

  it('should refuse a file with all of its problems, and the same decision twice in an upload', async () => {
    const bad = decisionFile('bad', [decision('a', literal('1 +')), decision('b', literal('1'), { type: 'money' })]);
    const { status, body } = await server.deploy({ name: 'bad.dmn', content: Buffer.from(bad) });
    expect(status).toBe(400);
    expect(body.problems).toMatchObject([
      { resourceName: 'bad.dmn', elementId: 'a', code: 'invalid-expression', severity: 'error' },
      { resourceName: 'bad.dmn', elementId: 'b_variable', code: 'missing-reference', severity: 'error' },
    ]);
    const twice = await server.deploy(file('same', '1'), {
      name: 'second.dmn',
      content: Buffer.from(decisionFile('second', [decision('same', literal('2'))])),
    });
    expect(twice.body.problems).toMatchObject([{ code: 'duplicate-resource' }]);
  });

  it('should refuse bad requests and unknown keys', async () => {
    await server.deploy(file('known', '1'));
    const refusals: readonly (readonly [object, number])[] = [
      [{}, 400],
      [{ decisionDefinitionId: 'known', decisionDefinitionKey: '1' }, 400],
      [{ decisionDefinitionId: '' }, 400],
      [{ decisionDefinitionId: 'known', variables: [] }, 400],
      [{ decisionDefinitionId: 'known', more: 1 }, 400],
      [{ decisionDefinitionId: 'known', tenantId: 'other' }, 400],
      [{ decisionDefinitionKey: 'x' }, 400],
      [{ decisionDefinitionId: 'unknown' }, 404],
      [{ decisionDefinitionKey: '99999999999' }, 404],
    ];
    for (const [body, status] of refusals) expect((await evaluate(body)).status, JSON.stringify(body)).toBe(status);
    for (const [path, status] of [
      ['decision-definitions/99', 404],
      ['decision-definitions/x', 400],
      ['decision-definitions/99/xml', 404],
      ['decision-requirements/99', 404],
      ['decision-requirements/99/xml', 404],
      ['decision-instances/99-1', 404],
      ['decision-instances/99', 400],
    ] as const)
      expect((await server.get(`/v2/${path}`)).status, path).toBe(status);
    for (const [what, body] of [
      ['definitions', { filter: { unknown: 1 } }],
      ['requirements', { sort: [{ field: 'resourceName' }] }],
      ['instances', { filter: { state: 'MAYBE' } }],
      ['instances', { sort: [{ field: 'result' }] }],
    ] as const)
      expect((await server.post(`/v2/decision-${what}/search`, body)).status, JSON.stringify(body)).toBe(400);
    expect((await server.post('/v2/decision-instances/99/deletion', { more: 1 })).status).toBe(400);
  });
});
