import { queryClient } from '../../../api/query-client';
import { createVersion } from '../../../api/versions';

/** Keeps what was deployed as a version of its draft. The deployment stands in any case, so a failure is passed over. */
export async function keepDeployed(draftId: string, words: readonly string[]): Promise<void> {
  const description = words.length === 0 ? null : words.join('; ').slice(0, 2000);
  await createVersion(draftId, { reason: 'deployed', description }).catch(() => undefined);
  await queryClient.invalidateQueries({ queryKey: ['drafts', 'versions', draftId] });
}
