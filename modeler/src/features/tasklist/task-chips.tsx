import { useTenantName } from '../../api/tenant';
import type { ListedUserTask } from '../../api/tasklist';
import type { UserTask } from '../../api/user-tasks';
import { t } from '../../language/texts';
import {
  IconBuilding,
  IconCalendarDue,
  IconCalendarRepeat,
  IconFlag,
  IconTransfer,
  IconUser,
  IconUsers,
} from '../../ui/icons';
import { RelativeTime } from '../../ui/relative-time';
import { isOpenState } from './tasklist-search';
import { priorityWord, urgencyOf } from './urgency';
import { useNow } from './use-now';
import classes from './task-chips.module.css';

const words = { overdue: t('Overdue, was due'), soon: t('Due'), later: t('Due') } as const;

/** When a task is due: color, icon and word. Nothing where it has no due date. */
export function DueChip({ task }: { readonly task: UserTask }) {
  const nowMs = useNow();
  if (task.dueDate === null) return null;
  const urgency = isOpenState(task.state) ? urgencyOf(task.dueDate, nowMs) : 'later';
  return (
    <span className={classes['chip']} data-tone={urgency ?? 'later'}>
      <IconCalendarDue size={13} aria-hidden />
      {words[urgency ?? 'later']} <RelativeTime at={task.dueDate} />
    </span>
  );
}

const priorities = { Urgent: t('Urgent priority'), High: t('High priority'), Low: t('Low priority') } as const;

/** The priority as a word; nothing where it is normal. */
export function PriorityChip({ task }: { readonly task: UserTask }) {
  const word = priorityWord(task.priority);
  if (word === null) return null;
  return (
    <span className={classes['chip']} data-tone={word === 'Urgent' ? 'overdue' : word === 'High' ? 'soon' : 'later'}>
      <IconFlag size={13} aria-hidden />
      {priorities[word]} ({task.priority})
    </span>
  );
}

/** Which tenant the task is of; nothing where one sees a single one. */
export function TenantChip({ task }: { readonly task: UserTask }) {
  const name = useTenantName(task.tenantId);
  if (name === null) return null;
  return (
    <span className={classes['chip']} title={t('Tenant')}>
      <IconBuilding size={13} aria-hidden />
      {name}
    </span>
  );
}

/** Who has the task. */
export function AssigneeChip({ task, user }: { readonly task: UserTask; readonly user: string }) {
  return (
    <span className={classes['chip']}>
      <IconUser size={13} aria-hidden />
      {task.assignee === null ? t('Unassigned') : task.assignee === user ? t('Me') : task.assignee}
    </span>
  );
}

/** When the task is to be looked at again; nothing where that is not said. */
export function FollowUpChip({ task }: { readonly task: UserTask }) {
  if (task.followUpDate === null) return null;
  return (
    <span className={classes['chip']}>
      <IconCalendarRepeat size={13} aria-hidden />
      {t('Follow up')} <RelativeTime at={task.followUpDate} />
    </span>
  );
}

/** The groups that the task is offered to; nothing where it is offered to none. */
export function GroupsChip({ task }: { readonly task: UserTask }) {
  if (task.candidateGroups.length === 0) return null;
  return (
    <span className={classes['chip']}>
      <IconUsers size={13} aria-hidden />
      {t('For {{groups}}', { groups: task.candidateGroups.join(', ') })}
    </span>
  );
}

/** Whose task it is while somebody else has it, or who has given it back; nothing where it is not delegated. */
export function DelegationChip({ task, user }: { readonly task: ListedUserTask; readonly user: string }) {
  const { delegation } = task;
  if (delegation === null) return null;
  const { owner, delegate, state } = delegation;
  return (
    <span className={classes['chip']}>
      <IconTransfer size={13} aria-hidden />
      {state === 'RETURNED'
        ? t('Given back by {{name}}', { name: delegate === user ? t('Me') : delegate })
        : owner === user
          ? t('Delegated by you')
          : t('Delegated by {{name}}', { name: owner })}
    </span>
  );
}
