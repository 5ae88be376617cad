/** A piece of a comment: plain words, a link, or somebody who is mentioned. */
export type CommentPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'mention'; readonly text: string; readonly username: string };

interface Mentioned {
  readonly username: string;
  readonly name: string | null;
}

const pattern = /(?<link>\bhttps?:\/\/[^\s<>"]+)|(?<![\w@.])@(?<written>[A-Za-z0-9_][A-Za-z0-9_~@.+\-:|/]*)/g;

/** Signs at the end of a link that belong to the sentence around it; a closing bracket only where none was opened. */
function linkEnd(link: string): string {
  let end = link.replace(/[.,;:!?'*_~]+$/, '');
  while (end.endsWith(')') && end.split(')').length > end.split('(').length)
    end = end.slice(0, -1).replace(/[.,;:!?'*_~]+$/, '');
  return end;
}

function isLink(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}

/** Takes a text apart for showing it. Only http and https become links, and only those who were told become mentions. */
export function partsOf(text: string, mentions: readonly Mentioned[]): readonly CommentPart[] {
  const parts: CommentPart[] = [];
  let at = 0;
  const plain = (end: number): void => {
    if (end > at) parts.push({ kind: 'text', text: text.slice(at, end) });
    at = end;
  };
  for (const { index, groups } of text.matchAll(pattern)) {
    const link = linkEnd(groups?.['link'] ?? '');
    const written = groups?.['written'] ?? '';
    if (link !== '' && isLink(link)) {
      plain(index);
      parts.push({ kind: 'link', text: link, href: link });
      at = index + link.length;
    } else if (written !== '') {
      const names = [written, written.replace(/[^A-Za-z0-9_]+$/, '')];
      const found = mentions.find(({ username }) => names.includes(username));
      if (found === undefined) continue;
      plain(index);
      parts.push({ kind: 'mention', text: `@${found.name ?? found.username}`, username: found.username });
      at = index + 1 + found.username.length;
    }
  }
  plain(text.length);
  return parts;
}
