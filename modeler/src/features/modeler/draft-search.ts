/** What the address of a draft holds beside its id. */
export interface DraftSearch {
  /** The element that is chosen and brought into view when the draft is opened. */
  readonly element?: string;
}

/** Reads a draft's part of the address; anything unknown is dropped. */
export function validateDraftSearch({ element }: Record<string, unknown>): DraftSearch {
  // An id may look like a number, and the address is read as JSON.
  return typeof element === 'string' && element !== ''
    ? { element }
    : typeof element === 'number'
      ? { element: String(element) }
      : {};
}
