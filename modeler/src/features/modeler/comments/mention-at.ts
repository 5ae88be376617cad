/** A mention that is being typed: where its `@` is, and what stands between it and the caret. */
export interface TypedMention {
  readonly start: number;
  readonly part: string;
}

/** The mention that ends at the caret; null where none does. */
export function mentionAt(text: string, caret: number): TypedMention | null {
  const found = /(?<![\w@.])@([A-Za-z0-9_][A-Za-z0-9_~@.+\-:|/]{0,60})?$/.exec(text.slice(0, caret));
  return found === null ? null : { start: found.index, part: found[1] ?? '' };
}

/** The text with somebody in place of what was typed, and where the caret is then: behind a blank. */
export function withMention(
  text: string,
  { start, part }: TypedMention,
  username: string,
): { readonly text: string; readonly caret: number } {
  const after = text.slice(start + 1 + part.length);
  const written = `@${username}${/^\s/.test(after) ? '' : ' '}`;
  return { text: text.slice(0, start) + written + after, caret: start + username.length + 2 };
}
