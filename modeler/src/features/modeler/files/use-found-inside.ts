import { useQuery } from '@tanstack/react-query';
import { draftHitsQuery, type DraftHit } from '../../../api/draft-hits';
import type { DraftKind } from '../../../api/drafts';
import type { Folder } from '../../../api/folders';
import { useSettled } from '../../../shared/browser/use-settled';
import { isWithin } from './folder-tree';

/** Milliseconds after the last key before the server is asked. */
const typingMs = 250;
const minLength = 2;
/** As many words as the server takes. */
const maxWords = 10;

/** What is found inside the drafts of a folder. `isAsking` while the answer to the present words is awaited. */
export function useFoundInside(
  typed: string | undefined,
  {
    kind,
    folderId,
    folders,
  }: { readonly kind: DraftKind | undefined; readonly folderId: string | null; readonly folders: readonly Folder[] },
): {
  readonly hits: readonly DraftHit[];
  readonly isComplete: boolean;
  readonly isAsking: boolean;
  readonly words: string;
} {
  const wanted = (typed ?? '').trim().split(/\s+/).slice(0, maxWords).join(' ').slice(0, 200);
  const words = useSettled(wanted, typingMs);
  const isWanted = wanted.length >= minLength;
  const found = useQuery({ ...draftHitsQuery(words), enabled: words.length >= minLength });
  const hits = isWanted ? (found.data?.items ?? []) : [];
  return {
    hits: hits.filter(
      ({ draft }) =>
        (kind === undefined || draft.kind === kind) &&
        (folderId === null || isWithin(folders, draft.folderId, folderId)),
    ),
    isComplete: found.data?.isComplete ?? true,
    isAsking: isWanted && (words !== wanted || found.isFetching),
    words,
  };
}
