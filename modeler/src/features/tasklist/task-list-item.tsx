import { getRouteApi, Link } from '@tanstack/react-router';
import type { ListedUserTask } from '../../api/tasklist';
import { t } from '../../language/texts';
import { Checkbox } from '../../ui/checkbox';
import { RelativeTime } from '../../ui/relative-time';
import type { ColumnField, TaskColumns } from './filters/column-words';
import {
  AssigneeChip,
  DelegationChip,
  DueChip,
  FollowUpChip,
  GroupsChip,
  PriorityChip,
  TenantChip,
} from './task-chips';
import { taskName } from './task-name';
import classes from './task-list.module.css';

const listRoute = getRouteApi('/tasklist');

export interface TaskListItemProps {
  readonly task: ListedUserTask;
  readonly user: string;
  /** What is shown beside the name. */
  readonly columns: TaskColumns;
  /** Whether it is the one that is open. */
  readonly isChosen: boolean;
  /** Whether something is to be done with it together with others. */
  readonly isMarked: boolean;
  /** Null where nothing can be done with tasks any more. */
  readonly onMark: ((isRange: boolean) => void) | null;
}

/** A value as one reads it: texts without their quotes. */
function shownValue(json: string, isTruncated: boolean): string {
  if (isTruncated) return `${json}…`;
  const value: unknown = JSON.parse(json);
  return typeof value === 'string' ? value : json;
}

/** One task of the list. */
export function TaskListItem({ task, user, columns, isChosen, isMarked, onMark }: TaskListItemProps) {
  const search = listRoute.useSearch();
  const shows = (field: ColumnField) => columns.fields.includes(field);
  const where = [shows('processName') ? task.processName : null, shows('businessId') ? task.businessId : null]
    .filter((part) => part !== null)
    .join(' · ');
  return (
    <li className={classes['row']} data-chosen={isChosen}>
      {onMark !== null && (
        <Checkbox
          size="xs"
          className={classes['mark'] ?? ''}
          aria-label={t('Choose {{name}}', { name: taskName(task) })}
          checked={isMarked}
          onChange={(event) => onMark(event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
        />
      )}
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
          {shows('creationDate') && <RelativeTime at={task.completionDate ?? task.creationDate} />}
        </div>
        {where !== '' && <div className={classes['process']}>{where}</div>}
        <div className={classes['chips']}>
          {shows('assignee') && <AssigneeChip task={task} user={user} />}
          <DelegationChip task={task} user={user} />
          <TenantChip task={task} />
          {shows('dueDate') && <DueChip task={task} />}
          {shows('followUpDate') && <FollowUpChip task={task} />}
          {shows('priority') && <PriorityChip task={task} />}
          {shows('candidateGroups') && <GroupsChip task={task} />}
        </div>
        {task.variables.length > 0 && (
          <dl className={classes['variables']}>
            {task.variables.map(({ name, value, isTruncated }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{shownValue(value, isTruncated)}</dd>
              </div>
            ))}
          </dl>
        )}
      </Link>
    </li>
  );
}
