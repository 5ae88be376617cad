import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { tasklistTaskQuery } from '../../api/tasklist';
import type { UserTask } from '../../api/user-tasks';
import { t } from '../../language/texts';
import { useIsNarrow } from '../../shared/browser/use-media';
import { TextLink } from '../../shared/link/text-link';
import { IconArrowLeft } from '../../ui/icons';
import { RelativeTime } from '../../ui/relative-time';
import { StateBadge } from '../../ui/state-badge';
import { Assignment } from './assignment';
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
import { isOpenState } from './tasklist-search';
import classes from './task-page.module.css';

const listRoute = getRouteApi('/tasklist');

/** What the task is, who has it, until when; and what can be done about that. */
export function TaskHeader({ task, user }: { readonly task: UserTask; readonly user: string }) {
  const isNarrow = useIsNarrow();
  const search = listRoute.useSearch();
  const isOpen = isOpenState(task.state);
  const listed = useQuery(tasklistTaskQuery(task.userTaskKey)).data;
  const said = listed?.delegation?.note ?? null;
  return (
    <>
      {isNarrow && (
        <Link to="/tasklist" search={search} aria-label={t('Back to the tasks')}>
          <IconArrowLeft size={16} />
        </Link>
      )}
      <div className={classes['titleLine']}>
        <h2 className={classes['title']}>{taskName(task)}</h2>
        {isOpen && <Assignment task={task} user={user} />}
        {task.state === 'COMPLETED' && <StateBadge state="completed" />}
        {task.state === 'CANCELED' && <StateBadge state="terminated">{t('Canceled')}</StateBadge>}
      </div>
      <div className={classes['facts']}>
        <span>
          {task.processName ?? task.processDefinitionId}
          {' · '}
          <TextLink
            size="xs"
            to="/operations/instances/$processInstanceKey"
            params={{ processInstanceKey: task.processInstanceKey }}
          >
            {t('instance {{key}}', { key: task.processInstanceKey })}
          </TextLink>
        </span>
        <AssigneeChip task={task} user={user} />
        {listed !== undefined && <DelegationChip task={listed} user={user} />}
        <TenantChip task={task} />
        <DueChip task={task} />
        <PriorityChip task={task} />
        <FollowUpChip task={task} />
        <span>
          {t('Created')} <RelativeTime at={task.creationDate} />
        </span>
        <GroupsChip task={task} />
      </div>
      {said !== null && <p className={classes['said']}>{said}</p>}
    </>
  );
}
