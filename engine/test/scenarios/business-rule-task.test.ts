import { decision, decisionFile, literal, table } from '@baton/fixtures/build-decisions';
import { boundary, businessRuleTask, end, jobXml, model, start } from '@baton/fixtures/build-model';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asKey, compileBpmn } from '../../src/index.ts';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

const decisions = [
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'fixtures', 'dmn', 'business-rule-task.dmn'), 'utf8'),
];
const called = 'decisionId="d" resultVariable="r"';
const one = (xml = called, options = {}): string =>
  model('p', [start('s'), businessRuleTask('rule', xml, options), end('e')], ['s > rule', 'rule > e']);
const file = (text: string): string => decisionFile('f', [decision('d', literal(text))]);

describe('business rule task', () => {
  it('should evaluate a decision by a fixed id and by an expression, and do a job without one', async () => {
    const world = await scenario(fixture('business-rule-task'), { decisions });
    world.start({ decision: 'rate-order', order: { total: 250 } });
    expect(world.active()).toEqual(['check']);
    expect(world.variables()).toMatchObject({ rated: 'large', route: 'express' });
    expect(world.variables()).not.toHaveProperty('way');
    world.completeJob('check');
    expect(world.status()).toBe('COMPLETED');
  });

  it('should ask once, with all visible variables, and end the question with its answer', async () => {
    const world = await scenario(one(called, { inputs: { local: '=1' } }), { decisions: [file('local + outside')] });
    world.start({ outside: 2 });
    expect(world.variables()).toEqual({ outside: 2, r: 3 });
    const types = world.journal.flatMap(({ records }) => records.map(({ type }) => type));
    expect(types.filter((type) => type.startsWith('evaluation-'))).toEqual([
      'evaluation-requested',
      'evaluation-ended',
    ]);
  });

  it('should raise an incident for a decision that is not there, and ask again when it is resolved', async () => {
    const world = await scenario(one('decisionId="=wanted" resultVariable="r"'), { decisions: [file('7')] });
    world.start({ wanted: 'other' });
    expect(world.find('rule').instance).toMatchObject({
      incident: { type: 'CALLED_DECISION_ERROR' },
      evaluationKey: null,
    });
    world.resolve('rule');
    expect(world.find('rule').instance.incident?.type).toBe('CALLED_DECISION_ERROR');
    world.setVariables({ wanted: 'd' });
    world.resolve('rule');
    expect(world.status()).toBe('COMPLETED');
    expect(world.variables()).toMatchObject({ r: 7 });
  });

  it('should raise an incident for a decision that fails, and go on when its variables are corrected', async () => {
    const failing = decisionFile('f', [
      decision(
        'd',
        table('t', {
          inputs: [{ expression: 'x' }],
          outputs: [{}],
          rules: [
            ['> 1', '"a"'],
            ['> 2', '"b"'],
          ],
        }),
      ),
    ]);
    const world = await scenario(one(), { decisions: [failing] });
    world.start({ x: 3 });
    expect(world.find('rule').instance.incident).toMatchObject({
      type: 'DECISION_EVALUATION_ERROR',
      message: expect.stringMatching(/UNIQUE/) as string,
    });
    world.setVariables({ x: 2 });
    world.resolve('rule');
    expect(world.variables()).toEqual({ x: 2, r: 'a' });
  });

  it('should raise an incident for an id that is no text', async () => {
    const world = await scenario(one('decisionId="=wanted" resultVariable="r"'), { decisions: [file('7')] });
    world.start();
    expect(world.find('rule').instance.incident?.type).toBe('EXTRACT_VALUE_ERROR');
    world.setVariables({ wanted: 'd' });
    world.resolve('rule');
    expect(world.status()).toBe('COMPLETED');
  });

  it('should refuse an answer that nobody waits for', async () => {
    const world = await scenario(one(), { decisions: [] });
    const key = world.start();
    const { instance } = world.find('rule');
    for (const evaluationKey of [asKey(0), instance.key]) {
      const command = { elementInstanceKey: instance.key, evaluationKey, value: 1 };
      expect(world.act(key, { type: 'complete-evaluation', ...command })).toMatchObject({ code: 'NOT_FOUND' });
    }
    const gone = {
      elementInstanceKey: asKey(9_999),
      evaluationKey: asKey(1),
      incidentType: 'UNKNOWN',
      message: '',
    } as const;
    expect(world.act(key, { type: 'fail-evaluation', ...gone })).toMatchObject({ code: 'NOT_FOUND' });
    expect(world.find('rule').instance.state).toBe('ACTIVE');
  });

  it('should be interrupted by a boundary event while it has an incident', async () => {
    const world = await scenario(
      model(
        'p',
        [
          start('s'),
          businessRuleTask('rule', called),
          boundary('late', 'rule', { timer: 'timeDuration', value: 'PT1H' }),
          end('e'),
          end('e2'),
        ],
        ['s > rule', 'rule > e', 'late > e2'],
      ),
    );
    world.start();
    world.advance(3_600_000);
    expect(world.completed()).toContain('late');
    expect(world.status()).toBe('COMPLETED');
  });

  it('should keep its result when what follows fails, and not evaluate again', async () => {
    const xml = model('p', [start('s'), businessRuleTask('rule', called), end('e')], ['s > rule', 'rule > e : =go']);
    const world = await scenario(xml, { decisions: [file('7')] });
    world.start();
    expect(world.find('rule').instance).toMatchObject({ state: 'COMPLETING', evaluationKey: null });
    world.setVariables({ go: true });
    world.resolve('rule');
    expect(world.status()).toBe('COMPLETED');
    expect(world.variables()).toEqual({ go: true, r: 7 });
    const asked = world.journal.flatMap(({ records }) => records).filter(({ type }) => type === 'evaluation-requested');
    expect(asked).toHaveLength(1);
  });

  it.each([
    [
      'nothing to do',
      one('').replace('<zeebe:calledDecision  />', ''),
      'missing-property',
      /called decision or a task definition/,
    ],
    ['no decision id', one('resultVariable="r"'), 'missing-property', /id of the called decision/],
    ['no result variable', one('decisionId="d"'), 'missing-property', /result variable/],
    ['no version tag', one(`${called} bindingType="versionTag"`), 'missing-property', /version tag/],
    ['an id that does not parse', one('decisionId="=1 +" resultVariable="r"'), 'invalid-expression', /decision id/],
    [
      'two ways to work',
      one(called).replace('<zeebe:calledDecision', `${jobXml('t')}<zeebe:calledDecision`),
      'invalid-property',
      /found both/,
    ],
  ])('should be refused with %s', async (_what, xml, code, message) => {
    const compiled = await compileBpmn(xml);
    expect(compiled.ok ? [] : compiled.problems).toContainEqual(
      expect.objectContaining({ elementId: 'rule', code, message: expect.stringMatching(message) as string }),
    );
  });

  it('should be refused on other elements', async () => {
    const xml = one()
      .replaceAll('businessRuleTask', 'serviceTask')
      .replace('<zeebe:calledDecision', `${jobXml('t')}<zeebe:calledDecision`);
    const compiled = await compileBpmn(xml);
    expect(compiled.ok ? [] : compiled.problems).toContainEqual(
      expect.objectContaining({ elementId: 'rule', code: 'unsupported-element' }),
    );
  });
});
