import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { commentsQuery } from '../../../api/draft-comments';
import { t } from '../../../language/texts';
import { paintBadges, type BadgeDrawing, type ElementBadge } from '../../../shared/diagram/paint-badges';
import { openByElement } from './threads';

/** A drawing that may change while badges are on it. */
export interface BadgedDrawing extends BadgeDrawing {
  readonly eventBus: {
    on(events: readonly string[], listener: () => void): void;
    off(events: readonly string[], listener: () => void): void;
  };
}

/** Elements that come back have lost what was on them. */
const comings = ['shape.added', 'connection.added'] as const;

/** The numbers of open threads on elements; none where there is no draft (null). */
export function useBadges(draftId: string | null): readonly ElementBadge[] {
  const { data } = useQuery({ ...commentsQuery(draftId ?? ''), enabled: draftId !== null });
  return useMemo(
    () =>
      [...openByElement(data ?? [])].map(([elementId, count]) => ({
        elementId,
        count,
        label: t('{{count}} open comments', { count }),
      })),
    [data],
  );
}

/** Keeps the numbers on a drawing. `onOpen` must be stable. */
export function useCommentBadges(
  draftId: string | null,
  drawing: BadgedDrawing | null,
  onOpen: ((elementId: string) => void) | undefined,
): void {
  const badges = useBadges(draftId);
  useEffect(() => {
    if (drawing === null || onOpen === undefined) return;
    let isAsked = false;
    let isGone = false;
    const paint = () => {
      isAsked = false;
      if (!isGone) paintBadges(drawing, badges, onOpen);
    };
    // Many may come at once.
    const ask = () => {
      if (!isAsked && badges.length > 0) queueMicrotask(paint);
      isAsked = true;
    };
    paint();
    drawing.eventBus.on(comings, ask);
    return () => {
      isGone = true;
      drawing.eventBus.off(comings, ask);
    };
  }, [drawing, badges, onOpen]);
}
