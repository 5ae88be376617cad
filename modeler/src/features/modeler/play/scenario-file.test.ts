import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../api/plays';
import { readScenarioFile, scenarioFileName, scenarioFileText, withScenarios } from './scenario-file';

const scenario = (name: string, processId = 'p'): Scenario => ({
  name,
  start: { processId, at: '2030-01-01T00:00:00Z' },
  commands: [],
  expect: {},
});

describe('a file of scenarios', () => {
  it('should lie beside its model and hold what was saved', () => {
    expect(scenarioFileName('Order 7.bpmn')).toBe('Order 7.scenarios.json');
    expect(readScenarioFile(scenarioFileText([scenario('a')]))).toEqual([scenario('a')]);
  });

  it('should be refused with what was expected when it is another file', () => {
    expect(() => readScenarioFile('{')).toThrow('found no JSON');
    expect(() => readScenarioFile('{"version": 2, "scenarios": []}')).toThrow('"version": 1');
    expect(() => readScenarioFile('null')).toThrow('found something else');
  });

  it('should replace scenarios of the same name', () => {
    expect(withScenarios([scenario('a'), scenario('b')], [scenario('a', 'q')])).toEqual([
      scenario('b'),
      scenario('a', 'q'),
    ]);
  });
});
