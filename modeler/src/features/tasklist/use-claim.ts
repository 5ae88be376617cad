import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { assignUserTask } from '../../api/user-tasks';
import { t } from '../../language/texts';
import { toastProblem } from '../../ui/toast';
import { taskProblem } from './task-problem';

const route = getRouteApi('/tasklist');

/** Claims a task that nobody has, and opens it. */
export function useClaim(user: string): (userTaskKey: string) => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const search = route.useSearch();
  return async (userTaskKey) => {
    try {
      await assignUserTask(userTaskKey, user, false);
      await navigate({ to: '/tasklist/$userTaskKey', params: { userTaskKey }, search });
    } catch (error) {
      const { title, message } = taskProblem(
        error instanceof Error ? error : new Error(String(error)),
        t('Somebody was quicker'),
      );
      toastProblem(message, title);
    }
    await queries.invalidateQueries({ queryKey: ['user-tasks'] });
  };
}
