import { getRouteApi, Link } from '@tanstack/react-router';
import type { ListedUserTask } from '../../api/tasklist';
import { RelativeTime } from '../../ui/relative-time';
import { AssigneeChip, TenantChip, DueChip, PriorityChip } from './task-chips';
import { taskName } from './task-name';
import classes from './task-list.module.css';

const listRoute = getRouteApi('/tasklist');

export interface TaskListItemProps {
  readonly task: ListedUserTask;
  readonly user: string;
  readonly isChosen: boolean;
}

/** One task of the list. */
export function TaskListItem({ task, user, isChosen }: TaskListItemProps) {
  const search = listRoute.useSearch();
  return (
    <li>
      <Link
        to="/tasklist/$userTaskKey"
        params={{ userTaskKey: task.userTaskKey }}
        search={search}
        className={classes['item']}
        data-chosen={isChosen}
        data-task={task.userTaskKey}
      >
        <div className={classes['name']}>
          <span>{taskName(task)}</span>
          <RelativeTime at={task.completionDate ?? task.creationDate} />
        </div>
        <div className={classes['process']}>
          {task.processName}
          {task.businessId !== null && ` · ${task.businessId}`}
        </div>
        <div className={classes['chips']}>
          <AssigneeChip task={task} user={user} />
          <TenantChip task={task} />
          <DueChip task={task} />
          <PriorityChip task={task} />
        </div>
      </Link>
    </li>
  );
}
