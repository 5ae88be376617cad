import { element, end, javascriptTask, jobXml, model, start, userTask } from '@baton/fixtures/build-model';
import { describe, expect, it } from 'vitest';
import { compileBpmn, type Json, type RunScript } from '../../src/index.ts';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

const one = (resultVariable?: string, options = {}): string =>
  model(
    'p',
    [start('s'), javascriptTask('script', 'the source', resultVariable, options), userTask('look'), end('e')],
    ['s > script', 'script > look', 'look > e'],
  );
const problemsOf = async (inner: string, attributes: string, extra = '') => {
  const task = element('scriptTask', 'script', { extra }, inner, attributes);
  const compiled = await compileBpmn(model('p', [start('s'), task, end('e')], ['s > script', 'script > e']));
  return compiled.ok ? [] : compiled.problems;
};

describe('script task in JavaScript', () => {
  it('should put the value into the result variable, and the properties of an object into variables', async () => {
    const values: Json[] = [5, { doubled: 10, at: 'noon' }];
    const world = await scenario(fixture('script-task-javascript'), { runScript: () => values.shift() ?? null });
    world.start({ a: 2, b: 3 });
    expect(world.active()).toEqual(['look']);
    expect(world.variables()).toEqual({ a: 2, b: 3, total: 5, doubled: 10, at: 'noon' });
  });

  it('should hand over the source as it stands, the visible variables and the time of the step', async () => {
    const asked: RunScript[] = [];
    const runScript = (question: RunScript): Json => (asked.push(question), null);
    const world = await scenario(one('r', { inputs: { local: '=outside + 1' } }), { runScript });
    world.start({ outside: 2 });
    expect(asked).toMatchObject([{ source: 'the source', nowMs: 1_000_000, variables: { outside: 2, local: 3 } }]);
    expect(world.variables()).toEqual({ outside: 2, r: null });
  });

  it('should drop a value without properties when there is no result variable', async () => {
    const world = await scenario(one(), { runScript: () => [1, 2] });
    world.start();
    expect(world.active()).toEqual(['look']);
    expect(world.variables()).toEqual({});
  });

  it('should raise an incident when the script fails, and run it again when that is resolved', async () => {
    const runScript = ({ variables }: RunScript): Json => {
      if (variables['fixed'] !== true) throw new Error('in line 1: no');
      return 'done';
    };
    const world = await scenario(one('r'), { runScript });
    world.start();
    expect(world.find('script').instance.incident).toMatchObject({
      type: 'EXTRACT_VALUE_ERROR',
      message: 'in line 1: no',
    });
    world.setVariables({ fixed: true });
    world.resolve('script');
    expect(world.variables()).toEqual({ fixed: true, r: 'done' });
  });

  it('should refuse other languages by name, unless a worker runs them', async () => {
    const script = '<bpmn:script>puts 1</bpmn:script>';
    expect(await problemsOf(script, 'scriptFormat="ruby"')).toMatchObject([
      { code: 'unsupported-element', elementId: 'script', message: expect.stringMatching(/'ruby'.*task definition/) },
    ]);
    expect(await problemsOf(script, 'scriptFormat="ruby"', jobXml('ruby'))).toEqual([]);
    expect(await problemsOf('', 'scriptFormat="javascript"')).toMatchObject([{ code: 'missing-property' }]);
    for (const format of ['JavaScript', 'text/javascript', 'application/javascript', 'js'])
      expect(await problemsOf('<bpmn:script>1</bpmn:script>', `scriptFormat="${format}"`)).toEqual([]);
  });
});
