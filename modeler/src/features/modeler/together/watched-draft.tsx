import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { savedDraftQuery, type Draft } from '../../../api/drafts';
import { t } from '../../../language/texts';
import { useCurrentUser } from '../../../shared/user/current-user';
import { Button } from '../../../ui/button';
import { IconEye } from '../../../ui/icons';
import { useDraftFrame } from '../frame/draft-frame-context';
import { FileActions } from '../frame/file-actions';
import { ReadOnlyModel } from '../view/read-only-model';
import type { Presence } from './use-presence';
import parts from '../parts/parts.module.css';

export interface WatchedDraftProps {
  /** As it was opened; what is saved since then follows. */
  readonly draft: Draft;
  readonly presence: Presence;
}

/** A draft that somebody else edits: shows what they save, and offers to take over. */
export function WatchedDraft({ draft, presence }: WatchedDraftProps) {
  const { draftId } = draft;
  const me = useCurrentUser();
  const { element } = useSearch({ strict: false });
  const saved = useQuery(savedDraftQuery(draftId));
  const { elementId = null, setElement } = useDraftFrame(draftId) ?? {};
  const isDecision = draft.kind === 'dmn';
  // What the address names is chosen, until another one is clicked; decisions look after that themselves.
  useEffect(() => {
    if (!isDecision) setElement?.(element ?? null);
  }, [setElement, element, isDecision]);
  const { name, kind, content } = saved.data ?? draft;
  const { editor, isTaking, takeOver } = presence;
  return (
    <div className={parts['editor']}>
      <div className={parts['bar']} role="status">
        <IconEye size={17} aria-hidden />
        <span className={parts['barText']}>
          {editor === null
            ? t('Nobody is editing this draft now.')
            : editor === me
              ? t('You are editing this draft in another window. Here you see what is saved there.')
              : t('{{editor}} is editing this draft. You see what is saved.', { editor })}
        </span>
        <Button variant="default" loading={isTaking} onClick={() => void takeOver()}>
          {editor === null ? t('Edit') : t('Take over')}
        </Button>
      </div>
      <div className={parts['toolbar']} role="toolbar" aria-label={t('Draft')}>
        <span className={parts['watchedName']}>{name}</span>
        <span className={parts['gap']} />
        <span className={parts['actions']}>
          <FileActions draftId={draftId} />
        </span>
      </div>
      <div className={parts['body']}>
        <ReadOnlyModel
          kind={kind}
          name={name}
          content={content}
          elementId={elementId}
          draftId={draftId}
          {...(setElement === undefined ? {} : { onSelect: setElement })}
        />
      </div>
    </div>
  );
}
