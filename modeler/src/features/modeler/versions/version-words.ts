import type { DraftVersionSummary } from '../../../api/versions';

const reasons: Readonly<Record<DraftVersionSummary['reason'], string>> = {
  named: 'Saved by hand',
  created: 'Before the first edit',
  edited: 'Saved while editing',
  deployed: 'Deployed',
  'before-restore': 'Before another version was restored',
  'before-take-over': 'Before somebody took over',
};

/** What a version is called: its name, or why it was kept. */
export function versionTitle({ name, reason }: Pick<DraftVersionSummary, 'name' | 'reason'>): string {
  return name ?? reasons[reason];
}
