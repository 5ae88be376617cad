import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemError } from '../../api/problem-error';
import { delegateTask, endDelegation, tasklistTaskQuery } from '../../api/tasklist';
import { assignUserTask, unassignUserTask, type UserTask } from '../../api/user-tasks';
import { t } from '../../language/texts';
import { Button } from '../../ui/button';
import { Group } from '../../ui/group';
import { IconArrowBackUp, IconTransfer, IconUserCheck, IconUserPlus } from '../../ui/icons';
import { toastProblem } from '../../ui/toast';
import { HandOverDialog } from './hand-over-dialog';
import { taskProblem } from './task-problem';

export interface AssignmentProps {
  readonly task: UserTask;
  readonly user: string;
}

type HandOver = 'assign' | 'delegate';

/** Claim, give back, hand to somebody else, or delegate: what of it can be done now. */
export function Assignment({ task, user }: AssignmentProps) {
  const queries = useQueryClient();
  const [handOver, setHandOver] = useState<HandOver | null>(null);
  const { userTaskKey, assignee } = task;
  const delegation = useQuery(tasklistTaskQuery(userTaskKey)).data?.delegation ?? null;
  const isDelegated = delegation?.state === 'PENDING';
  const change = useMutation({
    mutationFn: (deed: () => Promise<void>) => deed(),
    onError: (error) => {
      const wasTaken = error instanceof ProblemError && error.status === 409;
      const { title, message } = taskProblem(
        error,
        wasTaken ? t('Somebody was quicker') : t('The assignment was not changed'),
      );
      toastProblem(message, title);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['user-tasks'] }),
  });
  const run = (deed: () => Promise<void>) => change.mutate(deed);
  const give = async (username: string, note: string | null): Promise<boolean> => {
    try {
      await change.mutateAsync(() =>
        handOver === 'delegate' ? delegateTask(userTaskKey, username, note) : assignUserTask(userTaskKey, username),
      );
      return true;
    } catch {
      // It was said in a toast; what was typed stays.
      return false;
    }
  };
  return (
    <Group gap={6}>
      {isDelegated && delegation.delegate === user ? (
        <Button
          variant="light"
          leftSection={<IconArrowBackUp size={14} />}
          loading={change.isPending}
          onClick={() => run(() => endDelegation(userTaskKey, 'give-back', null))}
        >
          {t('Give back to {{owner}}', { owner: delegation.owner })}
        </Button>
      ) : isDelegated && delegation.owner === user ? (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={14} />}
          loading={change.isPending}
          onClick={() => run(() => endDelegation(userTaskKey, 'take-back', null))}
        >
          {t('Take back')}
        </Button>
      ) : assignee === null ? (
        <Button
          variant="light"
          leftSection={<IconUserCheck size={14} />}
          loading={change.isPending}
          onClick={() => run(() => assignUserTask(userTaskKey, user, false))}
        >
          {t('Claim')}
        </Button>
      ) : assignee === user ? (
        <Button variant="default" loading={change.isPending} onClick={() => run(() => unassignUserTask(userTaskKey))}>
          {t('Unclaim')}
        </Button>
      ) : (
        <Button
          variant="default"
          loading={change.isPending}
          onClick={() => run(() => assignUserTask(userTaskKey, user))}
        >
          {t('Take over')}
        </Button>
      )}
      {assignee === user && (
        <Button variant="default" leftSection={<IconTransfer size={14} />} onClick={() => setHandOver('delegate')}>
          {t('Delegate…')}
        </Button>
      )}
      <Button variant="default" leftSection={<IconUserPlus size={14} />} onClick={() => setHandOver('assign')}>
        {t('Assign to…')}
      </Button>
      {handOver !== null && (
        <HandOverDialog
          title={handOver === 'delegate' ? t('Delegate the task') : t('Assign the task')}
          action={handOver === 'delegate' ? t('Delegate') : t('Assign')}
          {...(handOver === 'delegate'
            ? {
                hint: t(
                  'The task comes back to its owner, who completes it. Until then it is with whoever you choose.',
                ),
              }
            : {})}
          userTaskKey={userTaskKey}
          without={[assignee, ...(handOver === 'delegate' ? [user, delegation?.owner ?? null] : [])]}
          hasNote={handOver === 'delegate'}
          onClose={() => setHandOver(null)}
          onSubmit={give}
        />
      )}
    </Group>
  );
}
