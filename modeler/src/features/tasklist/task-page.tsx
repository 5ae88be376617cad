import { getRouteApi } from '@tanstack/react-router';
import { CopyableKey } from '../../ui/copyable-key';

const route = getRouteApi('/tasklist/$userTaskKey');

/** One user task. */
export function TaskPage() {
  const { userTaskKey } = route.useParams();
  return <CopyableKey value={userTaskKey} label="user task key" />;
}
