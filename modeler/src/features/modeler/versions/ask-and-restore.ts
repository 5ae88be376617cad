import { queryClient } from '../../../api/query-client';
import { restoreVersion, type DraftVersionSummary } from '../../../api/versions';
import { t } from '../../../language/texts';
import { confirm } from '../../../ui/confirm';
import { toastProblem, toastSuccess } from '../../../ui/toast';
import { versionTitle } from './version-words';

/**
 * Asks, and gives the draft the content of a version. `revision` tells the draft's present one, after the newest edit was sent. Answers whether the draft has
 * changed.
 */
export async function askAndRestore(version: DraftVersionSummary, revision: () => Promise<number>): Promise<boolean> {
  const title = versionTitle(version);
  const isSure = await confirm({
    title: t('Restore “{{name}}”?', { name: title }),
    message: t(
      'The draft gets the content of this version. What it has now is kept as a version, so that you can go back.',
    ),
    action: t('Restore'),
    danger: false,
  });
  if (!isSure) return false;
  try {
    await restoreVersion(version.draftId, version.versionId, await revision());
    toastSuccess({ title: t('“{{name}}” is restored', { name: title }) });
    return true;
  } catch (error) {
    toastProblem(error, t('The version was not restored'));
    return false;
  } finally {
    void queryClient.invalidateQueries({ queryKey: ['drafts'] });
  }
}
