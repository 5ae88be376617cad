/** What the server keeps of a DMN file before it can evaluate one: whose it is and which decisions are in it. */
export interface DmnOutline {
  readonly id: string;
  readonly name: string | null;
  readonly decisions: readonly { readonly id: string; readonly name: string | null }[];
}

const maxDepth = 200;
/** No tag of ours is longer; hostile ones are. */
const maxTagLength = 20_000;

/** A tag's text between its angle brackets; attribute values may hold one. Null when it does not end. */
const tagAt = (xml: string, from: number): string | null => {
  let quote = '';
  const limit = Math.min(xml.length, from + maxTagLength);
  for (let at = from; at < limit; at += 1) {
    const char = xml[at];
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return xml.slice(from, at);
  }
  return null;
};

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found === null ? null : decodeEntities(found[1] ?? found[2] ?? '');
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decodeEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');

/** Where what is no element ends; null when an element begins here. */
const afterOther = (xml: string, at: number): number | null => {
  for (const [begin, end] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ] as const) {
    if (!xml.startsWith(begin, at)) continue;
    const found = xml.indexOf(end, at + begin.length);
    return found < 0 ? xml.length : found + end.length;
  }
  return null;
};

/**
 * Reads the outline of a DMN file in one linear pass, without a parser and without following anything. Answers a sentence when the file
 * is not one that a DMN modeler writes.
 */
export const readDmn = (xml: string): DmnOutline | string => {
  let depth = 0;
  let outline: { id: string; name: string | null } | null = null;
  const decisions: { id: string; name: string | null }[] = [];
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const skipped = afterOther(xml, at);
    if (skipped !== null) {
      at = skipped;
      continue;
    }
    if (xml.startsWith('<!', at)) return 'Expected plain DMN XML, found a DOCTYPE or entity declaration. Remove it.';
    const tag = tagAt(xml, at + 1);
    if (tag === null) return malformed;
    at += tag.length + 2;
    if (tag.startsWith('/')) {
      depth -= 1;
      continue;
    }
    const name = /^[^\s/>]*/.exec(tag)?.[0] ?? '';
    const local = name.slice(name.indexOf(':') + 1);
    if (depth === 0) {
      const id = attribute(tag, 'id');
      if (local !== 'definitions' || outline !== null || id === null) {
        return `Expected one DMN 'definitions' element with an id, found '${local.slice(0, 100)}'. Save the file with a DMN modeler.`;
      }
      outline = { id, name: attribute(tag, 'name') };
    } else if (depth === 1 && local === 'decision') {
      const id = attribute(tag, 'id');
      if (id === null) return 'Expected every decision to have an id, found one without. Give it one.';
      decisions.push({ id, name: attribute(tag, 'name') });
    }
    if (!tag.endsWith('/')) depth += 1;
    if (depth > maxDepth) return `Expected elements nested at most ${maxDepth} deep, found more.`;
  }
  if (outline === null || depth !== 0) return malformed;
  return { ...outline, decisions };
};

const malformed = 'Expected a well-formed DMN file, found none. Save the file with a DMN modeler.';
