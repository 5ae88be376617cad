import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  boundary,
  catching,
  element,
  end,
  eventBased,
  exclusive,
  model,
  parallel,
  serviceTask,
  start,
  subProcess,
  throwing,
  userTask,
  type Part,
} from '@baton/fixtures/build-model';
import { describe, expect, it } from 'vitest';
import { compileBpmn, type Problem } from '../src/index.ts';

const problemsOf = async (xml: string): Promise<readonly Problem[]> => {
  const result = await compileBpmn(xml);
  return result.ok ? result.warnings : result.problems;
};

/** The codes with the elements that they name. */
const codes = async (xml: string): Promise<string[]> =>
  (await problemsOf(xml)).map(({ elementId, code }) => `${elementId} ${code}`);

const around = (part: Part, ...more: Part[]): string =>
  model('p', [start('s'), part, ...more, end('e')], [`s > ${part.id}`, `${part.id} > e`]);

describe('compile', () => {
  const root = join(import.meta.dirname, '..', '..', 'fixtures');
  const files = [
    'bpmn',
    ...readdirSync(join(root, 'examples'), { withFileTypes: true })
      .filter((each) => each.isDirectory())
      .map((each) => `examples/${each.name}`),
  ];
  const drawn = files.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.bpmn'))
      .map((name) => join(folder, name)),
  );
  it.each(drawn)('should compile %s without a problem', async (name) => {
    expect(await problemsOf(readFileSync(join(root, name), 'utf8'))).toEqual([]);
  });

  it('should freeze what a start needs to know', async () => {
    const result = await compileBpmn(
      model(
        'p',
        [start('s', undefined, { extra: '<zeebe:formDefinition formId="f" />' }), end('e')],
        ['s > e'],
        '<zeebe:versionTag value="v1" />',
      ),
    );
    expect(result.ok && result.processes[0]).toMatchObject({
      id: 'p',
      versionTag: 'v1',
      startForm: { formId: 'f', formBinding: 'latest' },
    });
  });
});

describe('refusals', () => {
  it.each([
    ['not XML', 'hello', 'null xml-invalid'],
    ['nothing', '', 'null xml-invalid'],
    [
      'half XML',
      '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="p">',
      'null xml-invalid',
    ],
    ['HTML', '<html><body>hello</body></html>', 'null xml-invalid'],
    ['a DOCTYPE', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>', 'null xml-doctype'],
    [
      'no process',
      '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x" />',
      'null no-process',
    ],
  ])('should refuse %s', async (_name, xml, expected) => {
    expect(await codes(xml)).toEqual([expected]);
  });

  it('should refuse what is nested too deep or too large, quickly', async () => {
    const deep = `${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`;
    expect(await codes(deep)).toEqual(['null xml-too-deep']);
    expect(await codes(`<a>${' '.repeat(20 * 1024 * 1024)}</a>`)).toEqual(['null xml-too-large']);
    const attributes = Array.from({ length: 1_001 }, (_, index) => `xmlns:a${index}="b"`).join(' ');
    expect(await codes(`<a ${attributes}/>`)).toEqual(['null xml-too-large']);
  });

  it('should refuse a process that is not executable, by its id', async () => {
    expect(await codes(model('p', [start('s')]).replace('isExecutable="true"', 'isExecutable="false"'))).toEqual([
      'p not-executable',
    ]);
  });

  const unsupported: readonly (readonly [string, Part])[] = [
    ['error to wait for', element('intermediateCatchEvent', 'x', {}, '<bpmn:errorEventDefinition />')],
    ['escalation to wait for', element('intermediateCatchEvent', 'x', {}, '<bpmn:escalationEventDefinition />')],
    ['timer to throw', element('intermediateThrowEvent', 'x', {}, '<bpmn:timerEventDefinition />')],
    ['error to throw on the way', element('intermediateThrowEvent', 'x', {}, '<bpmn:errorEventDefinition />')],
    ['choreography', element('callChoreography', 'x')],
    ['agent definition', userTask('x', { extra: '<zeebe:agentDefinition />' })],
  ];
  it.each(unsupported)('should refuse by name: %s', async (_name, part) => {
    const problems = await problemsOf(around(part));
    expect(problems).toContainEqual(
      expect.objectContaining({ elementId: 'x', code: 'unsupported-element', severity: 'error' }),
    );
    expect(problems[0]?.message).toContain('(x)');
  });

  it.each(['startQuantity', 'completionQuantity'])('should refuse a %s other than 1 by name', async (quantity) => {
    const withQuantity = (count: string) =>
      around(element('task', 'x')).replace('id="x"', `id="x" ${quantity}="${count}"`);
    expect(await codes(withQuantity('1'))).toEqual([]);
    expect(await codes(withQuantity('2'))).toEqual(['x unsupported-element']);
  });

  it('should answer every problem of a file at once', async () => {
    const found = await codes(
      model(
        'p',
        [
          start('s'),
          element('serviceTask', 'noType'),
          exclusive('x'),
          serviceTask('bad', { inputs: { a: '=1 +' } }),
          element('callChoreography', 'incl'),
          userTask('lost'),
          end('e'),
        ],
        ['s > noType', 'noType > x', 'x > bad', 'x > incl : =a >', 'bad > e', 'incl > e'],
      ),
    );
    expect(found.sort()).toEqual([
      'bad invalid-expression',
      'incl unsupported-element',
      'lost unreachable-element',
      'noType missing-property',
      'x-bad missing-condition',
      'x-incl invalid-expression',
    ]);
  });

  const wrong: readonly (readonly [string, string, string])[] = [
    ['no start event', model('p', [end('e')]), 'p no-start-event'],
    ['two none starts', model('p', [start('a'), start('b'), end('e')], ['a > e', 'b > e']), 'p multiple-none-starts'],
    ['a sub-process without a start', around(subProcess('x', [end('ie')], [])), 'x no-start-event'],
    ['a catch event without definition', around(catching('x')), 'x event-definition'],
    ['a message catch without correlation key', around(catching('x', { message: 'm' })), 'x missing-property'],
    [
      'a timer without value',
      around(element('intermediateCatchEvent', 'x', {}, '<bpmn:timerEventDefinition />')),
      'x missing-property',
    ],
    ['a link without partner', model('p', [start('s'), throwing('x', { link: 'L' })], ['s > x']), 'x link-pair'],
    ['an error end without code', model('p', [start('s'), end('x', { error: null })], ['s > x']), 'x missing-property'],
    [
      'an event gateway to a task',
      model(
        'p',
        [start('s'), eventBased('x'), userTask('t'), catching('c', { signal: 'g' }), end('e')],
        ['s > x', 'x > t', 'x > c', 't > e', 'c > e'],
      ),
      'x event-gateway-target',
    ],
    [
      'a flow into a start event',
      model('p', [start('s'), userTask('t'), end('e')], ['s > t', 't > s', 't > e']),
      't-s invalid-flow',
    ],
    [
      'a condition on a parallel flow',
      model('p', [start('s'), parallel('x'), end('a'), end('b')], ['s > x', 'x > a : =true', 'x > b']),
      'x-a invalid-flow',
    ],
    [
      'an id that programs reserve',
      model('p', [start('__proto__'), end('e')], ['__proto__ > e']),
      '__proto__ invalid-property',
    ],
    ['an output without a name', around(serviceTask('x', { outputs: { '': '=1' } })), 'x invalid-property'],
  ];
  it.each(wrong)('should refuse %s', async (_name, xml, expected) => {
    expect(await codes(xml)).toContain(expected);
  });

  it('should refuse two boundary events that would catch the same', async () => {
    const host = serviceTask('x');
    const xml = model(
      'p',
      [start('s'), host, boundary('b1', 'x', { error: 'E' }), boundary('b2', 'x', { error: 'E' }), end('e')],
      ['s > x', 'x > e', 'b1 > e', 'b2 > e'],
    );
    expect(await codes(xml)).toEqual(['b2 handler-collision']);
  });

  it('should refuse references to what is not there and ids that are there twice', async () => {
    const dangling = model('p', [start('s'), end('e')], ['s > e']).replace('targetRef="e"', 'targetRef="nowhere"');
    expect(await codes(dangling)).toContain('s-e missing-reference');
    const twice = model('p', [start('s'), userTask('t'), userTask('t'), end('e')], ['s > t', 't > e']);
    expect((await codes(twice)).some((code) => code.endsWith('duplicate-id'))).toBe(true);
  });

  it('should refuse a flow across the border of a sub-process', async () => {
    const xml = model(
      'p',
      [
        start('s'),
        subProcess('sub', [start('is'), userTask('in'), end('ie')], ['is > in', 'in > ie', 'in > out']),
        userTask('out'),
        end('e'),
      ],
      ['s > sub', 'sub > e', 'out > e'],
    );
    expect(await codes(xml)).toContain('in-out flow-across-scopes');
  });

  it('should keep ids that are names of object members', async () => {
    expect(
      await codes(
        model(
          'constructor',
          [start('toString'), userTask('hasOwnProperty'), end('valueOf')],
          ['toString > hasOwnProperty', 'hasOwnProperty > valueOf'],
        ),
      ),
    ).toEqual([]);
  });
});
