/** What the server keeps of a DMN file before it can evaluate one: whose it is and which decisions are in it. */
export interface DmnOutline {
  readonly id: string;
  readonly name: string | null;
  readonly decisions: readonly { readonly id: string; readonly name: string | null }[];
}

const maxDepth = 200;

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found === null ? null : decodeEntities(found[1] ?? found[2] ?? '');
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decodeEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');

/**
 * Reads the outline of a DMN file in one linear pass, without a parser and without following anything. Answers a sentence when the file
 * is not one that a DMN modeler writes.
 */
export const readDmn = (xml: string): DmnOutline | string => {
  const body = xml.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g, ' ');
  if (body.includes('<!')) return 'Expected plain DMN XML, found a DOCTYPE or entity declaration. Remove it.';
  const tags = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
  let depth = 0;
  let outline: { id: string; name: string | null } | null = null;
  const decisions: { id: string; name: string | null }[] = [];
  for (let found = tags.exec(body); found !== null; found = tags.exec(body)) {
    const [, closing, local, rest = ''] = found;
    if (closing === '/') {
      depth -= 1;
      continue;
    }
    if (depth === 0) {
      const id = attribute(rest, 'id');
      if (local !== 'definitions' || outline !== null || id === null) {
        return `Expected one DMN 'definitions' element with an id, found '${String(local)}'. Save the file with a DMN modeler.`;
      }
      outline = { id, name: attribute(rest, 'name') };
    } else if (depth === 1 && local === 'decision') {
      const id = attribute(rest, 'id');
      if (id === null) return 'Expected every decision to have an id, found one without. Give it one.';
      decisions.push({ id, name: attribute(rest, 'name') });
    }
    if (!rest.endsWith('/')) depth += 1;
    if (depth > maxDepth) return `Expected elements nested at most ${maxDepth} deep, found more.`;
  }
  if (outline === null || depth !== 0)
    return 'Expected a well-formed DMN file, found none. Save the file with a DMN modeler.';
  return { ...outline, decisions };
};
