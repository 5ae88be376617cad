/** What the address of a draft holds beside its id. */
export interface DraftSearch {
  /** The element that is chosen and brought into view when the draft is opened. */
  readonly element?: string;
  /** The comment that is shown beside it. */
  readonly comment?: string;
}

/** Reads a draft's part of the address; anything unknown is dropped. */
export function validateDraftSearch({ element, comment }: Record<string, unknown>): DraftSearch {
  const [elementId, commentKey] = [idOf(element), idOf(comment)];
  return {
    ...(elementId === undefined ? {} : { element: elementId }),
    ...(commentKey === undefined ? {} : { comment: commentKey }),
  };
}

/** An id may look like a number, and the address is read as JSON. */
function idOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
