import { useMemo } from 'react';
import type { TaskViewer } from '../../api/tasklist';
import { useCurrentUser } from '../../shared/user/current-user';
import { dayOf } from './tasklist-search';
import { useNow } from './use-now';

/** Who looks at the tasklist, and on which day: the same object until one of them changes. */
export function useViewer(): TaskViewer {
  const user = useCurrentUser();
  const { start, end } = dayOf(new Date(useNow()));
  return useMemo(() => ({ user, day: { start, end } }), [user, start, end]);
}
