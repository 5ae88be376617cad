import { describe, expect, it } from 'vitest';
import type { LintReport } from '@camunda/linting';
import type { ModelProblem } from '../../../api/problem-error';
import { countInWords, mergeProblems } from './model-problem';

const refusal: ModelProblem = {
  resourceName: 'a.bpmn',
  elementId: 'Task_1',
  code: 'TASK_TYPE_MISSING',
  severity: 'error',
  message: 'Expected a job type.',
};

function finding(id: string, category: LintReport['category'] = 'error'): LintReport {
  return { id, category, message: 'Must have a type', rule: 'r', propertiesPanel: { entryIds: ['taskType'] } };
}

describe('mergeProblems', () => {
  it('should show one line for an element that both complain about, and still point the panel to the field', () => {
    const { shown, marked } = mergeProblems([refusal], [finding('Task_1')]);
    expect(shown.map(({ code }) => code)).toEqual(['TASK_TYPE_MISSING']);
    expect(marked.map(({ propertiesPanel }) => propertiesPanel?.entryIds)).toEqual([undefined, ['taskType']]);
  });

  it('should call a finding of the linter a hint when the engine accepts the element', () => {
    const { shown } = mergeProblems([], [finding('Timer_1')]);
    expect(shown).toMatchObject([{ id: 'Timer_1', category: 'warn' }]);
  });

  it('should tell what a template demands also where the engine refuses the element', () => {
    const demand = { ...finding('Task_1'), rule: 'element-templates/validate' };
    const { shown, marked } = mergeProblems([refusal], [demand]);
    expect(shown.map(({ code }) => code)).toEqual(['TASK_TYPE_MISSING', 'element-templates/validate']);
    expect(marked).toHaveLength(2);
  });

  it('should keep quiet about what Baton runs although another engine would not', () => {
    const foreign = { ...finding('Flow_1'), rule: 'camunda-compat/sequence-flow-condition' };
    expect(mergeProblems([], [foreign]).shown).toEqual([]);
    const missingType = { ...finding('Task_1'), rule: 'camunda-compat/implementation' };
    expect(mergeProblems([refusal], [missingType]).marked).toHaveLength(2);
  });

  it('should list errors first and leave out the linter’s own failures and notes', () => {
    const { shown } = mergeProblems([refusal], [finding('A'), finding('B', 'rule-error'), finding('C', 'info')]);
    expect(shown.map(({ id }) => id)).toEqual(['Task_1', 'A']);
  });
});

describe('countInWords', () => {
  it('should count errors and hints', () => {
    expect(countInWords(mergeProblems([refusal], [finding('A'), finding('B')]).shown)).toBe('1 error, 2 hints');
    expect(countInWords([])).toBe('No problems');
  });
});
