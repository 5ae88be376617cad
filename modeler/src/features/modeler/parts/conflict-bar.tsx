import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { createDraft, type DraftKind } from '../../../api/drafts';
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
      const copy = await createDraft({ name: `${name} (copy)`, kind, content });
      await saver.abandon();
      toastSuccess({ title: 'Kept as a copy', message: copy.name });
      await navigate({ to: '/modeler/$draftId', params: { draftId: copy.draftId } });
    } catch (error) {
      toastProblem(error, 'The copy could not be saved');
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
          ? 'This draft was deleted elsewhere. What you see is still kept in this browser.'
          : 'This draft was changed elsewhere while you had it open. Your edits are kept in this browser, but not saved over theirs.'}
      </span>
      {isGone ? (
        <Button
          variant="default"
          disabled={isBusy}
          onClick={() => void saver.abandon().then(() => navigate({ to: '/modeler' }))}
        >
          Discard mine
        </Button>
      ) : (
        <Button variant="default" disabled={isBusy} onClick={onLoadTheirs}>
          Load theirs
        </Button>
      )}
      <Button loading={isBusy} onClick={() => void keepCopy()}>
        Keep mine as a copy
      </Button>
    </div>
  );
}
