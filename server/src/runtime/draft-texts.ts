import { Parser } from 'saxen';

/** What a text of a model says of its element. */
export const textRoles = [
  'name',
  'id',
  'documentation',
  'text',
  'expression',
  'jobType',
  'form',
  'process',
  'decision',
  'message',
  'label',
  'other',
] as const;
export type TextRole = (typeof textRoles)[number];

/** A text inside a model that somebody may look for. */
export interface DraftText {
  readonly role: TextRole;
  readonly text: string;
  /** The element that it belongs to, as it can be chosen on the canvas; of forms the id of a field, else its key; null where there is none. */
  readonly elementId: string | null;
  readonly elementName: string | null;
  /** Such as `userTask`, and the type of a form's field. */
  readonly elementType: string | null;
}

/** Reads all texts of a model. What cannot be read to its end gives those up to there: a draft may be half done. */
export const draftTexts = (kind: string, content: string): readonly DraftText[] =>
  kind === 'form' ? formTexts(content) : xmlTexts(content);

interface Open {
  readonly tag: string;
  /** What is found inside belongs to this one. */
  readonly owner: { readonly id: string | null; readonly name: string | null; readonly type: string | null };
  text: string;
}

/** Of attributes whose name alone does not say it: `tag@attribute`. */
const roles: Readonly<Record<string, TextRole>> = {
  'taskDefinition@type': 'jobType',
  'executionListener@type': 'jobType',
  'taskListener@type': 'jobType',
  'formDefinition@formId': 'form',
  'formDefinition@formKey': 'form',
  'formDefinition@externalReference': 'form',
  'calledElement@processId': 'process',
  'calledDecision@decisionId': 'decision',
  'message@name': 'message',
  'signal@name': 'message',
  'error@name': 'message',
  'escalation@name': 'message',
  'script@expression': 'expression',
  'input@source': 'expression',
  'output@source': 'expression',
  'input@label': 'label',
  'output@label': 'label',
};

/** Of the text inside an element. */
const contentRoles: Readonly<Record<string, TextRole>> = {
  documentation: 'documentation',
  description: 'documentation',
  text: 'text',
  conditionExpression: 'expression',
  completionCondition: 'expression',
  timeDuration: 'expression',
  timeDate: 'expression',
  timeCycle: 'expression',
  condition: 'expression',
  script: 'expression',
};

/** Elements that are not chosen on the canvas: what they say belongs to the one around them. */
const isPart = (tag: string): boolean =>
  tag.endsWith('EventDefinition') ||
  tag.endsWith('Expression') ||
  /^(documentation|inputEntry|outputEntry|text)$/.test(tag);

/** The drawing says nothing that anybody looks for. */
const drawing = /^(BPMN|DMN)(DI|Diagram|Plane|Shape|Edge|Label|DecisionServiceDividerLine)$|^(Bounds|waypoint|Font)$/;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const xmlTexts = (content: string): readonly DraftText[] => {
  const found: DraftText[] = [];
  const open: Open[] = [];
  const note = (role: TextRole, text: string, { id, name, type }: Open['owner']): void => {
    const trimmed = text.trim();
    if (trimmed !== '') found.push({ role, text: trimmed, elementId: id, elementName: name, elementType: type });
  };
  const nobody: Open['owner'] = { id: null, name: null, type: null };
  const addText = (text: string): void => {
    const top = open.at(-1);
    if (top !== undefined && top.tag in contentRoles) top.text += text;
  };
  new Parser()
    .on('openTag', (name, readAttributes, decode) => {
      const tag = localName(name);
      const around = open.at(-1)?.owner ?? nobody;
      if (drawing.test(tag)) return void open.push({ tag, owner: around, text: '' });
      const attributes = Object.entries(readAttributes())
        .filter(([key]) => !/^(xmlns|xsi:)/.test(key))
        .map(([key, value]) => [localName(key), decode(value)] as const);
      const given = (key: string): string | null => attributes.find(([other]) => other === key)?.[1] ?? null;
      const id = given('id');
      const owner = id === null || isPart(tag) ? around : { id, name: given('name'), type: tag };
      for (const [key, value] of attributes) {
        if (/^(targetNamespace|exporter|exporterVersion|typeLanguage)$/.test(key)) continue;
        const known = roles[`${tag}@${key}`];
        const plain = key === 'name' ? 'name' : key === 'id' && owner !== around ? 'id' : null;
        // References to other elements of the file are no words of anybody.
        if (known === undefined && plain === null && /Ref$|^(id|href|default)$/.test(key)) continue;
        note(known ?? plain ?? 'other', value, owner);
      }
      open.push({ tag, owner, text: '' });
    })
    .on('text', (text, decode) => addText(decode(text)))
    .on('cdata', addText)
    .on('closeTag', () => {
      const closed = open.pop();
      if (closed !== undefined) note(contentRoles[closed.tag] ?? 'other', closed.text, closed.owner);
    })
    .on('error', () => undefined)
    .parse(content);
  return found;
};

/** How deep the components of a form are looked into. */
const maxDepth = 50;

const formTexts = (content: string): readonly DraftText[] => {
  const found: DraftText[] = [];
  const visit = (value: unknown, around: string | null, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > maxDepth) return;
    const component = value as Readonly<Record<string, unknown>>;
    const given = (key: string): string | null => (typeof component[key] === 'string' ? component[key] : null);
    // The form itself is no field of it, and a field that the editor has not seen yet is known by its key.
    const elementId = depth === 0 ? null : (given('id') ?? given('key') ?? around);
    const owner = { elementId, elementName: given('label') ?? given('key'), elementType: given('type') };
    for (const [key, role] of formRoles) {
      const text = given(key);
      if (text !== null && text.trim() !== '') found.push({ role, text: text.trim(), ...owner });
    }
    for (const list of [component['components'], component['values']])
      if (Array.isArray(list)) for (const each of list) visit(each, elementId, depth + 1);
  };
  try {
    visit(JSON.parse(content), null, 0);
  } catch {
    // A draft may be half done.
  }
  return found;
};

const formRoles: readonly (readonly [string, TextRole])[] = [
  ['label', 'label'],
  ['key', 'name'],
  ['id', 'id'],
  ['path', 'name'],
  ['text', 'text'],
  ['content', 'text'],
  ['description', 'documentation'],
  ['expression', 'expression'],
  ['value', 'other'],
];
