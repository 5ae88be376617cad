/** What a model refers to, or has in it. */
export type LinkKind = 'process' | 'form' | 'decision';

/** Something that others can refer to by its id. */
export interface LinkTarget {
  readonly kind: LinkKind;
  readonly id: string;
  /** What people call it; null where it has no name. */
  readonly name: string | null;
}

/** An element that refers to something. */
export interface ModelUse {
  readonly kind: LinkKind;
  readonly id: string;
  readonly elementId: string;
  readonly elementName: string | null;
}

/** How a model is tied to others. */
export interface ModelLinks {
  readonly targets: readonly LinkTarget[];
  readonly uses: readonly ModelUse[];
}

/** The most of each that is read of one model: a file that is made to be long must not fill the memory. */
const maxLinks = 1_000;
const maxTextLength = 500;

/** Comments and CDATA, in which tags are text, or the opening tag of what has to do with links, its name and its attributes. Values may hold `>`. */
const tag =
  /<!--[^]*?(?:-->|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<(?:[\w.-]+:)?(process|userTask|startEvent|businessRuleTask|callActivity|decision|formDefinition|calledElement|calledDecision)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/g;

const referring: Readonly<Record<string, readonly [kind: LinkKind, attribute: string]>> = {
  formDefinition: ['form', 'formId'],
  calledElement: ['process', 'processId'],
  calledDecision: ['decision', 'decisionId'],
};

const named = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' } as const;

const unescape = (text: string): string =>
  text.replace(/&(?:(lt|gt|quot|apos|amp)|#(\d{1,7})|#x([\da-fA-F]{1,6}));/g, (all, name, decimal, hex) => {
    if (name !== undefined) return named[name as keyof typeof named];
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : String(all);
  });

const attributeOf = (attributes: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? null : unescape(value).slice(0, maxTextLength);
};

/** What a BPMN or DMN file has in it and refers to. It may be half done, as drafts are: what can be read counts. Expressions (`=…`) refer to nothing yet. */
const xmlLinks = (content: string): ModelLinks => {
  const targets: LinkTarget[] = [];
  const uses: ModelUse[] = [];
  let element: Pick<ModelUse, 'elementId' | 'elementName'> | null = null;
  for (const [, name, attributes = ''] of content.matchAll(tag)) {
    if (name === undefined) continue;
    const reference = referring[name];
    if (reference === undefined) {
      const id = attributeOf(attributes, 'id');
      const called = attributeOf(attributes, 'name') || null;
      if (id === null || id === '') continue;
      if (name === 'process' || name === 'decision') {
        if (targets.length < maxLinks) targets.push({ kind: name, id, name: called });
      } else element = { elementId: id, elementName: called };
      continue;
    }
    const [kind, attribute] = reference;
    const id = attributeOf(attributes, attribute);
    if (element === null || id === null || id === '' || id.startsWith('=') || uses.length >= maxLinks) continue;
    uses.push({ kind, id, ...element });
  }
  return { targets, uses };
};

/** How a stored model is tied to others; nothing where it cannot be read. */
export const modelLinks = (kind: string, content: string, resourceId: string | null): ModelLinks =>
  kind === 'form'
    ? { targets: resourceId === null ? [] : [{ kind: 'form', id: resourceId, name: null }], uses: [] }
    : xmlLinks(content);
