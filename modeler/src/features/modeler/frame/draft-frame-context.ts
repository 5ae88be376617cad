import { createContext, use, useEffect } from 'react';

/** What lies beside the editor. */
export type Side = 'none' | 'versions' | 'elements' | 'comments';

/** What is around the editor of a draft, for the editor's toolbar. */
export interface DraftFrameState {
  readonly draftId: string;
  readonly side: Side;
  readonly show: (side: Side) => void;
  /** Where the editor leaves how it ends what is being typed. */
  readonly setCommit: (commit: (() => Promise<void>) | null) => void;
  /** Where the editor leaves which element is chosen. */
  readonly setElement: (elementId: string | null) => void;
  readonly elementId: string | null;
  /** Shows the comments, ready to write one about what is chosen. */
  readonly comment: () => void;
  /** Who else has the draft open. */
  readonly others: readonly string[];
}

export const DraftFrameContext = createContext<DraftFrameState | null>(null);

/** The frame around the editor of this draft; null for one that lies over another editor. */
export function useDraftFrame(draftId: string): DraftFrameState | null {
  const frame = use(DraftFrameContext);
  return frame?.draftId === draftId ? frame : null;
}

/** Tells the frame how the editor ends what is being typed, so that what lies beside it speaks of the newest state. */
export function useCommitForFrame(draftId: string, commit: () => Promise<void>): void {
  const setCommit = useDraftFrame(draftId)?.setCommit;
  useEffect(() => {
    setCommit?.(commit);
    return () => setCommit?.(null);
  }, [setCommit, commit]);
}
