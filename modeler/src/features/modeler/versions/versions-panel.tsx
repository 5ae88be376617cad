import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { versionsQuery, type DraftVersionSummary } from '../../../api/versions';
import { t } from '../../../language/texts';
import { Button } from '../../../ui/button';
import { ProblemNotice } from '../../../ui/problem-notice';
import { Skeleton } from '../../../ui/skeleton';
import { SidePanel } from '../frame/side-panel';
import { askAndRestore } from './ask-and-restore';
import { VersionDialog } from './version-dialog';
import { VersionRow } from './version-row';
import classes from './versions-panel.module.css';

export interface VersionsPanelProps {
  readonly draftId: string;
  /** Brings the newest edit to the server and tells the revision; null where the draft is only looked at. */
  readonly flush: (() => Promise<number>) | null;
  /** The draft has another content now. */
  readonly onRestored: () => void;
  readonly onClose: () => void;
}

/** The states of a draft that are kept, the newest first. */
export function VersionsPanel({ draftId, flush, onRestored, onClose }: VersionsPanelProps) {
  const versions = useQuery(versionsQuery(draftId));
  /** The version that is being named; `new` for the present state. */
  const [naming, setNaming] = useState<DraftVersionSummary | 'new' | null>(null);
  const restore = async (version: DraftVersionSummary) => {
    if (flush !== null && (await askAndRestore(version, flush))) onRestored();
  };
  return (
    <SidePanel title={t('Versions')} closeLabel={t('Close versions')} onClose={onClose}>
      {flush !== null && (
        <div className={classes['head']}>
          <Button variant="default" size="compact-sm" onClick={() => setNaming('new')}>
            {t('Save version…')}
          </Button>
        </div>
      )}
      {versions.isError ? (
        <ProblemNotice
          title={t('The versions could not be read')}
          error={versions.error}
          onRetry={() => void versions.refetch()}
        />
      ) : versions.isPending ? (
        <Skeleton height={120} aria-busy="true" />
      ) : versions.data.length === 0 ? (
        <p className={classes['hint']}>
          {t(
            'No versions yet. One is kept before the first edit, every ten minutes of work and with each deployment; those that you name stay for good.',
          )}
        </p>
      ) : (
        <ul className={classes['list']} aria-label={t('Versions')}>
          {versions.data.map((version) => (
            <VersionRow
              key={version.versionId}
              version={version}
              onRestore={flush === null ? null : () => void restore(version)}
              onName={() => setNaming(version)}
            />
          ))}
        </ul>
      )}
      {naming !== null && (
        <VersionDialog
          draftId={draftId}
          version={naming === 'new' ? null : naming}
          flush={async () => void (await flush?.())}
          onClose={() => setNaming(null)}
        />
      )}
    </SidePanel>
  );
}
