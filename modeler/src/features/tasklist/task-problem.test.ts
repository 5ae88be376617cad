import { describe, expect, it } from 'vitest';
import { OfflineError, ProblemError } from '../../api/problem-error';
import { taskProblem } from './task-problem';

const problem = (status: number, title: string, more: { readonly deniedReason?: string } = {}) =>
  new ProblemError({
    type: 'about:blank',
    title,
    status,
    detail: 'The detail.',
    instance: '/v2/user-tasks/1',
    ...more,
  });

describe('taskProblem', () => {
  it('should give the reason of a listener that denied', () => {
    const { title, message } = taskProblem(problem(409, 'INVALID_STATE', { deniedReason: 'bob is away' }), 'No');
    expect([title, message]).toEqual(['The process does not allow this', 'bob is away']);
    expect(taskProblem(problem(409, 'INVALID_STATE', { deniedReason: '' }), 'No').message).toContain('without giving');
  });

  it('should say that a change goes on which the server no longer waits for', () => {
    expect(taskProblem(problem(504, 'DEADLINE_EXCEEDED'), 'No').message).toContain('goes on by itself');
  });

  it('should leave everything else as it is', () => {
    expect(taskProblem(problem(409, 'INVALID_STATE'), 'No')).toEqual({ title: 'No', message: 'The detail.' });
    expect(taskProblem(new OfflineError(504), 'No').message).toContain('cannot be reached');
  });
});
