import { ProblemError } from '../../api/problem-error';
import { t } from '../../language/texts';
import { formProblem } from '../../shared/form/form-problem';

/** What a person is told of a change of a task that was not made, or not yet. */
export interface TaskProblem {
  readonly title: string;
  readonly message: string;
}

/** Says it in the words of a tasklist; `title` is for what has no words of its own. */
export function taskProblem(error: Error, title: string): TaskProblem {
  if (!(error instanceof ProblemError)) return { title, message: error.message };
  const { deniedReason } = error.problem;
  if (deniedReason !== undefined) {
    return {
      title: t('The process does not allow this'),
      message: deniedReason === '' ? t('A listener of the task refused it without giving a reason.') : deniedReason,
    };
  }
  if (error.code === 'DEADLINE_EXCEEDED') {
    return {
      title: t('This takes longer than expected'),
      message: t(
        'The listeners of the task have not answered yet. The change goes on by itself; the task shows when it is made.',
      ),
    };
  }
  const told = formProblem(error);
  return { title, message: told instanceof Error ? told.message : error.message };
}
