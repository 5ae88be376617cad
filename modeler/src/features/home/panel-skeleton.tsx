import { Skeleton } from '../../ui/skeleton';
import { Stack } from '../../ui/stack';

/** What a panel shows while its first answer is on the way. */
export function PanelSkeleton() {
  return (
    <Stack gap={10} p={14} aria-busy="true">
      <Skeleton height={16} />
      <Skeleton height={16} width="80%" />
      <Skeleton height={16} width="60%" />
    </Stack>
  );
}
