import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSoundness, compileBpmn, type Soundness } from '../../src/index.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'bpmn');

const check = async (xml: string, limit?: number): Promise<Soundness> => {
  const compiled = await compileBpmn(xml);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const all = compiled.processes.map((process) => checkSoundness(process, limit));
  return {
    findings: all.flatMap(({ findings }) => findings),
    unfinishedScopeIds: all.flatMap(({ unfinishedScopeIds }) => unfinishedScopeIds),
  };
};

/** A process of elements and flows in short: `a>b` is a flow, `x` an exclusive gateway … by the first letter of its id. */
const drawn = (flows: string, extra = ''): string => {
  const pairs = flows.split(/\s+/).map((pair) => pair.split('>') as [string, string]);
  const ids = [...new Set(pairs.flat())];
  const incoming = (id: string): number => pairs.filter(([, to]) => to === id).length;
  const kinds: Readonly<Record<string, string>> = {
    s: 'startEvent',
    e: 'endEvent',
    x: 'exclusiveGateway',
    p: 'parallelGateway',
    i: 'inclusiveGateway',
    t: 'manualTask',
  };
  const elements = ids
    .filter((id) => !extra.includes(`id="${id}"`))
    .map((id) => `<bpmn:${kinds[id.charAt(0)]} id="${id}" />`);
  const drawnFlows = pairs.map(([from, to], at) => {
    const isChoice = /^[xi]/.test(from) && pairs.filter(([source]) => source === from).length > 1;
    const condition = isChoice ? '<bpmn:conditionExpression>=v = 1</bpmn:conditionExpression>' : '';
    return `<bpmn:sequenceFlow id="f${at}" sourceRef="${from}" targetRef="${to}">${condition}</bpmn:sequenceFlow>`;
  });
  expect(ids.filter((id) => incoming(id) === 0 && !/^[sb]/.test(id))).toEqual([]);
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><bpmn:process id="p" isExecutable="true">${elements.join('')}${extra}${drawnFlows.join('')}</bpmn:process></bpmn:definitions>`;
};

const codes = ({ findings }: Soundness): string[] =>
  findings.map(({ code, elementIds }) => `${code} ${elementIds.join(' ')}`);

describe('routes that are right', () => {
  const right: Readonly<Record<string, string>> = {
    'a sequence': 's>t1 t1>t2 t2>e',
    'alternatives that meet': 's>x1 x1>t1 x1>t2 t1>x2 t2>x2 x2>e',
    'branches that are joined': 's>p1 p1>t1 p1>t2 t1>p2 t2>p2 p2>e',
    'an inclusive choice and its join': 's>i1 i1>t1 i1>t2 i1>t3 t1>i2 t2>i2 t3>i2 i2>e',
    'a loop with a way out': 's>x1 x1>t1 t1>x2 x2>x1 x2>e',
    'branches that end by themselves': 's>p1 p1>t1 p1>t2 t1>e1 t2>e2',
    'a loop inside a branch': 's>p1 p1>x1 x1>t1 t1>x2 x2>x1 x2>p2 p1>t2 t2>p2 p2>e',
  };
  it.each(Object.entries(right))('should be left alone: %s', async (_name, flows) => {
    expect(await check(drawn(flows))).toEqual({ findings: [], unfinishedScopeIds: [] });
  });
});

describe('routes that are wrong', () => {
  const wrong: readonly (readonly [name: string, flows: string, expected: readonly string[]])[] = [
    [
      'alternatives joined by a parallel gateway',
      's>x1 x1>t1 x1>t2 t1>p1 t2>p1 p1>t3 t3>e',
      ['deadlock p1', 'dead-element p1 t3 e'],
    ],
    ['branches that meet without a join', 's>p1 p1>t1 p1>t2 t1>x1 t2>x1 x1>t3 t3>e', ['missing-synchronization x1']],
    ['branches that meet in a task', 's>p1 p1>t1 p1>t2 t1>t3 t2>t3 t3>e', ['missing-synchronization t3']],
    ['a loop without a way out', 's>x1 x1>t1 t1>t2 t2>x1', ['endless-loop x1 t1 t2']],
    ['a loop without a way out beside one that has', 's>x1 x1>x2 x1>e x2>t1 t1>x2', ['endless-loop x2 t1']],
    ['a branch that goes back behind the split', 's>x1 x1>p1 p1>t1 p1>t2 t1>x1 t2>e', ['missing-synchronization p1']],
    ['an inclusive choice joined by a parallel gateway', 's>i1 i1>t1 i1>t2 t1>p1 t2>p1 p1>e', ['deadlock p1']],
    ['an inclusive choice without a join', 's>i1 i1>t1 i1>t2 t1>x1 t2>x1 x1>e', ['missing-synchronization x1']],
  ];
  it.each(wrong)('should be told: %s', async (_name, flows, expected) => {
    expect(codes(await check(drawn(flows)))).toEqual(expected);
  });

  it('should come with the shortest way that shows it', async () => {
    const { findings } = await check(drawn('s>x1 x1>t1 x1>t2 t1>p1 t2>p1 p1>t3 t3>e'));
    const [deadlock] = findings;
    expect(deadlock?.steps).toEqual([
      { elementId: null, tokens: [{ flowId: null, elementId: 's', count: 1 }] },
      { elementId: 's', tokens: [{ flowId: 'f0', elementId: 'x1', count: 1 }] },
      { elementId: 'x1', tokens: [{ flowId: 'f1', elementId: 't1', count: 1 }] },
      { elementId: 't1', tokens: [{ flowId: 'f3', elementId: 'p1', count: 1 }] },
    ]);
    expect(deadlock?.message).toContain("'f3' has one and nothing is left that could send one along 'f4'");
  });

  it('should go round a loop once to show it', async () => {
    const { findings } = await check(drawn('s>x1 x1>t1 t1>t2 t2>x1'));
    expect(findings[0]?.steps.map(({ elementId }) => elementId)).toEqual([null, 's', 'x1', 't1', 't2', 'x1']);
  });
});

describe('events', () => {
  const timer = '<bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>';
  const boundary = (attachedTo: string, interrupting: boolean): string =>
    `<bpmn:boundaryEvent id="b" attachedToRef="${attachedTo}" cancelActivity="${interrupting}">${timer}</bpmn:boundaryEvent>`;

  it('should take an interrupting boundary event as an alternative', async () => {
    expect(codes(await check(drawn('s>t1 t1>x1 b>t2 t2>x1 x1>e', boundary('t1', true))))).toEqual([]);
    expect(codes(await check(drawn('s>t1 t1>p1 b>t2 t2>p1 p1>e', boundary('t1', true))))).toEqual([
      'deadlock p1',
      'dead-element p1 e',
    ]);
  });

  it('should take one that does not interrupt as a token more, which may come again', async () => {
    expect(codes(await check(drawn('s>x1 x1>t1 t1>x2 x2>x1 x2>e1 b>t2 t2>e2', boundary('t1', false))))).toEqual([]);
    expect(codes(await check(drawn('s>t1 t1>x1 b>t2 t2>x1 x1>t3 t3>e', boundary('t1', false))))).toEqual([
      'missing-synchronization x1',
    ]);
  });

  it('should let a terminate end event end what waits and what goes round', async () => {
    const terminate = '<bpmn:endEvent id="e"><bpmn:terminateEventDefinition /></bpmn:endEvent>';
    expect(codes(await check(drawn('s>p1 p1>x1 x1>t1 t1>x1 p1>t2 t2>e', terminate)))).toEqual([]);
    expect(codes(await check(drawn('s>p1 p1>x1 x1>t1 t1>x1 p1>t2 t2>e')))).toEqual(['endless-loop x1 t1']);
  });

  it('should play each scope by itself', async () => {
    const sub =
      '<bpmn:subProcess id="t1"><bpmn:startEvent id="is" /><bpmn:exclusiveGateway id="ix" /><bpmn:parallelGateway id="ij" /><bpmn:endEvent id="ie" />' +
      '<bpmn:sequenceFlow id="g1" sourceRef="is" targetRef="ix" />' +
      '<bpmn:sequenceFlow id="g2" sourceRef="ix" targetRef="ij"><bpmn:conditionExpression>=v = 1</bpmn:conditionExpression></bpmn:sequenceFlow>' +
      '<bpmn:sequenceFlow id="g3" sourceRef="ix" targetRef="ij"><bpmn:conditionExpression>=v = 2</bpmn:conditionExpression></bpmn:sequenceFlow>' +
      '<bpmn:sequenceFlow id="g4" sourceRef="ij" targetRef="ie" /></bpmn:subProcess>';
    expect(codes(await check(drawn('s>t1 t1>e', sub)))).toEqual(['deadlock ij', 'dead-element ij ie']);
  });
});

/** The fixtures that are drawn to show what one better avoids; all others are right. */
const shown: Readonly<Record<string, readonly string[]>> = {
  'error-from-sub-process.bpmn': ['dead-element e'],
  'implicit-split-and-merge.bpmn': ['missing-synchronization m'],
  'parallel-join-with-surplus.bpmn': ['missing-synchronization mb'],
  'stuck-join.bpmn': ['deadlock j', 'dead-element j e'],
  'two-tokens-in-one-activity.bpmn': ['missing-synchronization m'],
};

describe('fixtures', () => {
  it.each(readdirSync(folder))('should have no finding that is not meant: %s', async (file) => {
    const soundness = await check(readFileSync(join(folder, file), 'utf8'));
    expect(codes(soundness)).toEqual(shown[file] ?? []);
    expect(soundness.unfinishedScopeIds).toEqual([]);
  });
});

it('should say where there was too much to look at', async () => {
  const branches = Array.from(
    { length: 12 },
    (_none, at) => `p1>x${at}a x${at}a>t${at} t${at}>x${at}b x${at}b>x${at}a x${at}b>p2`,
  );
  const around = `s>x p2>x0 x>p1 ${branches.join(' ')} x0>x x0>e`;
  const soundness = await check(drawn(around), 500);
  expect(soundness).toEqual({ findings: [], unfinishedScopeIds: ['p'] });
});

it('should judge a process of a thousand elements within a second', async () => {
  const blocks = Array.from(
    { length: 125 },
    (_none, at) =>
      `x${at}>p${at}a p${at}a>t${at}a p${at}a>t${at}b p${at}a>t${at}c t${at}a>p${at}b t${at}b>p${at}b t${at}c>p${at}b p${at}b>x${at}b x${at}b>x${at}c x${at}b>t${at}d t${at}d>x${at}c x${at}c>${at === 124 ? 'e' : `x${at + 1}`}`,
  );
  const xml = drawn(`s>x0 ${blocks.join(' ')}`);
  const compiled = await compileBpmn(xml);
  const process = compiled.ok ? compiled.processes[0] : undefined;
  const from = globalThis.performance.now();
  const soundness = process && checkSoundness(process);
  expect(globalThis.performance.now() - from).toBeLessThan(1_000);
  expect(soundness).toEqual({ findings: [], unfinishedScopeIds: [] });
});
