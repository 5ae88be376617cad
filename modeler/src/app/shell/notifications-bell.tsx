import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { markAllRead, markRead, notificationsQuery, type Notification } from '../../api/notifications';
import { queryClient } from '../../api/query-client';
import { t } from '../../language/texts';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { IconButton } from '../../ui/icon-button';
import { IconBell } from '../../ui/icons';
import { Popover } from '../../ui/popover';
import { ProblemNotice } from '../../ui/problem-notice';
import { RelativeTime } from '../../ui/relative-time';
import { toastProblem } from '../../ui/toast';
import classes from './notifications-bell.module.css';

/** What happened, in a sentence. */
function headline({ kind, actorName }: Notification): string {
  const name = actorName ?? t('Somebody');
  switch (kind) {
    case 'comment-mention':
      return t('{{name}} mentioned you', { name });
    case 'comment-reply':
      return t('{{name}} replied', { name });
    case 'task-assigned':
      return t('{{name}} gave you a task', { name });
    case 'task-delegated':
      return t('{{name}} asks for your help with a task', { name });
    case 'task-returned':
      return t('{{name}} gave a task back to you', { name });
  }
}

/** What it is about: a task with its process, or a draft with its element. */
function placeOf({ taskName, processName, draftName, elementName, elementId }: Notification): string {
  return [taskName, processName, draftName, elementName ?? elementId].filter((part) => part !== null).join(' · ');
}

const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['notifications'] });

function Line({ notification, onOpen }: { readonly notification: Notification; readonly onOpen: () => void }) {
  const { excerpt, createdAt, readAt } = notification;
  return (
    <li>
      <button type="button" className={classes['line']} data-unread={readAt === null} onClick={onOpen}>
        <span className={classes['what']}>
          <b>{headline(notification)}</b>
          {readAt === null && <span className="b-visually-hidden">{t('Unread')}</span>}
          <span className={classes['when']}>
            <RelativeTime at={createdAt} />
          </span>
        </span>
        <span className={classes['where']}>{placeOf(notification)}</span>
        <span className={classes['excerpt']}>{excerpt}</span>
      </button>
    </li>
  );
}

/** What whoever is signed in is to be told of: a bell with the number of what is unread, and a list behind it. */
export function NotificationsBell() {
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const told = useQuery(notificationsQuery());
  const { items = [], unreadCount = 0 } = told.data ?? {};
  const open = async ({ notificationKey, draftId, userTaskKey, commentKey, elementId, readAt }: Notification) => {
    setOpen(false);
    if (readAt === null)
      void markRead(notificationKey).then(refresh, (error: unknown) => toastProblem(error, t('It stays unread')));
    if (userTaskKey !== null) await navigate({ to: '/tasklist/$userTaskKey', params: { userTaskKey } });
    else if (draftId !== null)
      await navigate({
        to: '/modeler/$draftId',
        params: { draftId },
        search: {
          ...(elementId === null ? {} : { element: elementId }),
          ...(commentKey === null ? {} : { comment: commentKey }),
        },
      });
  };
  const readAll = async () => {
    await markAllRead().catch((error: unknown) => toastProblem(error, t('They stay unread')));
    await refresh();
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={340} trapFocus returnFocus>
      <Popover.Target>
        <IconButton
          label={unreadCount === 0 ? t('Notifications') : t('Notifications, {{count}} unread', { count: unreadCount })}
          count={unreadCount}
          onClick={() => setOpen(!isOpen)}
        >
          <IconBell size={17} />
        </IconButton>
      </Popover.Target>
      <Popover.Dropdown className={classes['list']} aria-label={t('Notifications')}>
        <div className={classes['head']}>
          <h2>{t('Notifications')}</h2>
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            disabled={unreadCount === 0}
            onClick={() => void readAll()}
          >
            {t('Mark all as read')}
          </Button>
        </div>
        {told.isError ? (
          <ProblemNotice
            title={t('The notifications could not be read')}
            error={told.error}
            onRetry={() => void told.refetch()}
          />
        ) : items.length === 0 ? (
          <EmptyState
            icon={<IconBell size={28} />}
            title={t('Nothing new')}
            hint={t('When somebody mentions you, replies in a thread of yours or gives you a task, it appears here.')}
          />
        ) : (
          <ul>
            {items.map((notification) => (
              <Line
                key={notification.notificationKey}
                notification={notification}
                onOpen={() => void open(notification)}
              />
            ))}
          </ul>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
