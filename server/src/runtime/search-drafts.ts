import { listDrafts } from '../store/searches/find-drafts.ts';
import type { DraftSummaryRow } from '../store/searches/find-drafts.ts';
import { findContentsLike } from '../store/searches/find-draft-contents.ts';
import type { Runtime } from './create-runtime.ts';
import { draftTexts } from './draft-texts.ts';
import type { DraftText } from './draft-texts.ts';

/** A draft in which something was found. */
export interface DraftHit {
  readonly draft: DraftSummaryRow;
  /** The first few, one for an element. */
  readonly texts: readonly DraftText[];
  /** How many elements there are with what was looked for. */
  readonly count: number;
}

const maxDrafts = 50;
const maxTexts = 5;
/** A long text is cut around what was found, UTF-16 code units. */
const maxLength = 160;
/** So many contents are looked at before others get their turn. */
const batchSize = 20;
/** A search ends after this time with what it has found, milliseconds. */
const limitMs = 2_000;

/** Looks for drafts with an element one of whose texts has all the words, in any case. The drafts that were saved last come first. */
export const searchDrafts = async (
  { database }: Pick<Runtime, 'database'>,
  question: string,
  tenants: readonly string[] | null,
): Promise<{ readonly hits: readonly DraftHit[]; readonly isComplete: boolean }> => {
  const words = question
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const drafts = await listDrafts(database, null, tenants);
  const hits: DraftHit[] = [];
  const end = performance.now() + limitMs;
  for (let at = 0; at < drafts.length; at += batchSize) {
    if (performance.now() > end) return { hits, isComplete: false };
    const some = drafts.slice(at, at + batchSize);
    const ids = some.map(({ id }) => id);
    const contents = new Map((await findContentsLike(database, ids, words)).map(({ id, content }) => [id, content]));
    for (const draft of some) {
      const content = contents.get(draft.id);
      if (content === undefined) continue;
      const hit = hitOf(draft, content, words);
      if (hit === null) continue;
      if (hits.length === maxDrafts) return { hits, isComplete: false };
      hits.push(hit);
    }
  }
  return { hits, isComplete: true };
};

const hitOf = (draft: DraftSummaryRow, content: string, words: readonly string[]): DraftHit | null => {
  const seen = new Set<string>();
  const texts: DraftText[] = [];
  for (const each of draftTexts(draft.kind, content)) {
    const lower = each.text.toLowerCase();
    if (!words.every((word) => lower.includes(word))) continue;
    // One hit for an element: its name says more than its id, and comes first in the files.
    const key = `${each.elementId} ${each.elementName}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (texts.length < maxTexts) texts.push({ ...each, text: excerpt(each.text, lower, words) });
  }
  return texts.length === 0 ? null : { draft, texts, count: seen.size };
};

const excerpt = (text: string, lower: string, words: readonly string[]): string => {
  if (text.length <= maxLength) return text;
  const first = Math.min(...words.map((word) => lower.indexOf(word)));
  const start = Math.max(0, Math.min(first - 40, text.length - maxLength));
  // No half of a surrogate pair at either end.
  const cut = text.slice(start, start + maxLength).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
  return `${start > 0 ? '…' : ''}${cut}${start + maxLength < text.length ? '…' : ''}`;
};
