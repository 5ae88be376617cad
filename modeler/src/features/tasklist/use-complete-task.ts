import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useContext } from 'react';
import { assignUserTask, completeUserTask, submitUserTaskForm, type UserTask } from '../../api/user-tasks';
import { t } from '../../language/texts';
import { withDocuments, type ChosenFiles } from '../../shared/form/with-documents';
import { toastSuccess } from '../../ui/toast';
import { writeTaskDraft } from './task-draft';
import { taskName } from './task-name';
import { NextTaskContext } from './task-neighbors';

const listRoute = getRouteApi('/tasklist');

/** Completes a task for the current person, by its form where that is shown, forgets its draft and goes on to the next one of the list. */
export function useCompleteTask(task: UserTask, user: string, hasForm: boolean) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const search = listRoute.useSearch();
  const next = useContext(NextTaskContext);
  return useMutation({
    mutationFn: async ({
      data,
      files,
    }: {
      readonly data: Readonly<Record<string, unknown>>;
      readonly files: ChosenFiles;
    }) => {
      // Whoever completes it did the work. Should somebody have claimed it meanwhile, this is refused.
      if (task.assignee === null) await assignUserTask(task.userTaskKey, user, false);
      const complete = hasForm ? submitUserTaskForm : completeUserTask;
      await complete(task.userTaskKey, await withDocuments(data, files));
    },
    onSuccess: () => {
      writeTaskDraft(task.userTaskKey, {});
      toastSuccess({ title: t('{{name}} is completed', { name: taskName(task) }) });
      const nextKey = next(task.userTaskKey);
      if (nextKey === null) void navigate({ to: '/tasklist', search });
      else
        void navigate({
          to: '/tasklist/$userTaskKey',
          params: { userTaskKey: nextKey },
          search,
        });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['user-tasks'] }),
  });
}
