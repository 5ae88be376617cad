import type { Notification } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';

export type { Notification };

/** How many are read at once. */
const pageSize = 50;

/** What whoever is signed in is to be told of, the newest first, and how many of all are unread. */
export function notificationsQuery() {
  return queryOptions({
    queryKey: ['notifications'],
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly Notification[]; readonly unreadCount: number; readonly hasMore: boolean }>(
        `/ext/notifications?limit=${pageSize}`,
        { signal },
      ),
  });
}

export function markRead(notificationKey: string): Promise<void> {
  return request(`/ext/notifications/${notificationKey}`, { method: 'PATCH', body: { isRead: true } });
}

export function markAllRead(): Promise<void> {
  return request('/ext/notifications/reading', { method: 'POST' });
}
