import { Diagram, type DiagramProps } from '../../../shared/diagram/diagram';
import { useDraftFrame } from '../frame/draft-frame-context';
import { useBadges } from './use-comment-badges';

/** A process of a draft that can be looked at, with the numbers of its comments. */
export function CommentedDiagram({ draftId, ...diagram }: DiagramProps & { readonly draftId: string }) {
  const frame = useDraftFrame(draftId);
  const badges = useBadges(draftId);
  const open = (elementId: string) => {
    diagram.onSelect?.(elementId);
    frame?.show('comments');
  };
  return <Diagram {...diagram} badges={badges} onBadge={open} />;
}
