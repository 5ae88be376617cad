import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemError } from '../../api/problem-error';
import { assignUserTask, unassignUserTask, type UserTask } from '../../api/user-tasks';
import { t } from '../../language/texts';
import { knownUsers } from '../../shared/user/current-user';
import { Autocomplete } from '../../ui/autocomplete';
import { Button } from '../../ui/button';
import { Group } from '../../ui/group';
import { IconUserCheck, IconUserPlus } from '../../ui/icons';
import { Popover } from '../../ui/popover';
import { toastProblem } from '../../ui/toast';
import { taskProblem } from './task-problem';

export interface AssignmentProps {
  readonly task: UserTask;
  readonly user: string;
}

type Change = { readonly to: string; readonly mayTakeOver: boolean } | { readonly to: null };

/** Claim, give back, or hand to somebody else. */
export function Assignment({ task, user }: AssignmentProps) {
  const queries = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const [name, setName] = useState('');
  const change = useMutation({
    mutationFn: (wanted: Change) =>
      wanted.to === null
        ? unassignUserTask(task.userTaskKey)
        : assignUserTask(task.userTaskKey, wanted.to, wanted.mayTakeOver),
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
  const assignTo = (to: string) => {
    if (to.trim() === '') return;
    setIsAsking(false);
    setName('');
    change.mutate({ to: to.trim(), mayTakeOver: true });
  };
  return (
    <Group gap={6} wrap="nowrap">
      {task.assignee === null ? (
        <Button
          variant="light"
          leftSection={<IconUserCheck size={14} />}
          loading={change.isPending}
          onClick={() => change.mutate({ to: user, mayTakeOver: false })}
        >
          {t('Claim')}
        </Button>
      ) : task.assignee === user ? (
        <Button variant="default" loading={change.isPending} onClick={() => change.mutate({ to: null })}>
          {t('Unclaim')}
        </Button>
      ) : (
        <Button variant="default" loading={change.isPending} onClick={() => assignTo(user)}>
          {t('Take over')}
        </Button>
      )}
      <Popover opened={isAsking} onChange={setIsAsking} position="bottom-end" trapFocus withinPortal>
        <Popover.Target>
          <Button variant="default" leftSection={<IconUserPlus size={14} />} onClick={() => setIsAsking((now) => !now)}>
            {t('Assign to…')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Group gap={6} align="flex-end" wrap="nowrap">
            <Autocomplete
              size="xs"
              label={t('Assign to')}
              placeholder={t('Name')}
              data={knownUsers().filter((known) => known !== task.assignee)}
              value={name}
              onChange={setName}
              comboboxProps={{ withinPortal: false }}
              onKeyDown={(event) => {
                if (event.key === 'Enter') assignTo(name);
              }}
              data-autofocus
            />
            <Button disabled={name.trim() === ''} onClick={() => assignTo(name)}>
              {t('Assign')}
            </Button>
          </Group>
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}
