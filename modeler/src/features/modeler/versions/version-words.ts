import type { DraftVersionSummary } from '../../../api/versions';
import { t } from '../../../language/texts';

const reasons: Readonly<Record<DraftVersionSummary['reason'], string>> = {
  named: t('Saved by hand'),
  created: t('Before the first edit'),
  edited: t('Saved while editing'),
  deployed: t('Deployed'),
  'before-restore': t('Before another version was restored'),
  'before-take-over': t('Before somebody took over'),
};

/** What a version is called: its name, or why it was kept. */
export function versionTitle({ name, reason }: Pick<DraftVersionSummary, 'name' | 'reason'>): string {
  return name ?? reasons[reason];
}
