import type { DraftKind } from '../../api/drafts';

/** What the address of the draft list holds. */
export interface DraftsSearch {
  readonly kind?: DraftKind;
  /** Part of a name or id. */
  readonly q?: string;
  /** The folder that is shown. (Default: the top.) */
  readonly folder?: string;
}

/** Reads the draft list's part of the address; anything unknown is dropped. */
export function validateDraftsSearch(search: Record<string, unknown>): DraftsSearch {
  const { kind, q, folder } = search;
  return {
    ...(kind === 'bpmn' || kind === 'form' || kind === 'dmn' ? { kind } : {}),
    ...(typeof q === 'string' && q !== '' ? { q } : typeof q === 'number' ? { q: String(q) } : {}),
    ...(typeof folder === 'string' && folder !== '' ? { folder } : {}),
  };
}
