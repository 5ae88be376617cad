import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { createDraft, type DraftKind } from '../../../api/drafts';
import { t } from '../../../language/texts';
import { Button } from '../../../ui/button';
import { IconAlertTriangle } from '../../../ui/icons';
import { toastProblem, toastSuccess } from '../../../ui/toast';
import type { DraftSaver, SaveState } from '../saving/draft-saver';
import classes from './parts.module.css';

export interface ConflictBarProps {
  readonly state: SaveState;
  readonly saver: DraftSaver;
  readonly kind: DraftKind;
  /** Ends what is being typed, so that the copy has it. */
  readonly commit: () => Promise<void>;
  readonly onLoadTheirs: () => void;
}

/** Somebody else saved or deleted the draft: offers their version, or ours as a copy. Nothing is lost either way. */
export function ConflictBar({ state, saver, kind, commit, onLoadTheirs }: ConflictBarProps) {
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);
  if (state.kind !== 'conflict' && state.kind !== 'gone') return null;

  const keepCopy = async () => {
    setBusy(true);
    try {
      await commit();
      const { name, content } = saver.current();
      const copy = await createDraft({ name: t('{{name}} (copy)', { name }), kind, content });
      await saver.abandon();
      toastSuccess({ title: t('Kept as a copy'), message: copy.name });
      await navigate({ to: '/modeler/$draftId', params: { draftId: copy.draftId } });
    } catch (error) {
      toastProblem(error, t('The copy could not be saved'));
    } finally {
      setBusy(false);
    }
  };

  const isGone = state.kind === 'gone';
  return (
    <div className={classes['bar']} role="alert">
      <IconAlertTriangle size={17} aria-hidden />
      <span className={classes['barText']}>
        {isGone
          ? t('This draft was deleted elsewhere. What you see is still kept in this browser.')
          : t(
              'This draft was changed elsewhere while you had it open. Your edits are kept in this browser, but not saved over theirs.',
            )}
      </span>
      {isGone ? (
        <Button
          variant="default"
          disabled={isBusy}
          onClick={() => void saver.abandon().then(() => navigate({ to: '/modeler' }))}
        >
          {t('Discard mine')}
        </Button>
      ) : (
        <Button variant="default" disabled={isBusy} onClick={onLoadTheirs}>
          {t('Load theirs')}
        </Button>
      )}
      <Button loading={isBusy} onClick={() => void keepCopy()}>
        {t('Keep mine as a copy')}
      </Button>
    </div>
  );
}
