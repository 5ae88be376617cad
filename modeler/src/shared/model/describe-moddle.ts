import { t } from '../../language/texts';
import { inWords, pathJoint, type ComparedElement } from './compared-element';
import { foreignAttributes, isModdleElement, valuesOf, type ModdleElement } from './moddle-element';

/** What a notation says about its elements. */
export interface Notation {
  /** Elements that people name; all others are read as properties of what they lie in. */
  readonly isOwn: (element: ModdleElement) => boolean;
  /** Properties, with prefix, that say nothing of their own: what others say, the drawing, the program that wrote it. */
  readonly ignored: ReadonlySet<string>;
  /** Where the element is drawn; null where it is not. */
  readonly placeOf: (elementId: string) => string | null;
  /** What people call it. */
  readonly nameOf: (element: ModdleElement) => string | undefined;
}

/** What tells the parts of a list apart, the best first. Their ids are made by editors and mean nothing to people. */
const tellingNames = ['target', 'key', 'name', 'eventType'] as const;

/** Reads all elements of a model that people name, each with what it says, in the order of the file. */
export function describeModdle(root: ModdleElement, notation: Notation): readonly ComparedElement[] {
  const found: ComparedElement[] = [];
  readOwn(root, null);
  return found;

  function readOwn(element: ModdleElement, parentId: string | null): void {
    const id = element.id ?? `${parentId ?? ''}/${found.length}`;
    const properties = new Map<string, string>();
    // Before what lies in it.
    found.push({
      id,
      type: inWords(element.$type),
      name: notation.nameOf(element) ?? id,
      parentId,
      properties,
      place: notation.placeOf(id),
    });
    readPart(element, '', { id, properties });
  }

  function readPart(part: ModdleElement, prefix: string, owner: Owner): void {
    for (const [property, value] of valuesOf(part)) {
      if (notation.ignored.has(property.ns?.name ?? property.name)) continue;
      const path = `${prefix}${inWords(property.name)}`;
      if (property.isReference === true) put(owner, path, referencesOf(value));
      else if (property.isBody === true) put(owner, bodyPath(prefix), String(value).trim());
      else if (Array.isArray(value)) readList(value, prefix, path, owner);
      else if (!isModdleElement(value)) put(owner, path, String(value));
      else if (notation.isOwn(value)) readOwn(value, owner.id);
      // A box around the extensions, of which nobody knows.
      else readPart(value, value.$type.endsWith(':ExtensionElements') ? prefix : `${path}${pathJoint}`, owner);
    }
    for (const [name, value] of foreignAttributes(part)) put(owner, `${prefix}${name}`, String(value));
    if (part.$children !== undefined) readList(part.$children, prefix, prefix, owner);
    if (part.$body !== undefined && part.$body.trim() !== '') put(owner, bodyPath(prefix), part.$body.trim());
  }

  function readList(members: readonly unknown[], prefix: string, path: string, owner: Owner): void {
    const counts = new Map<string, number>();
    for (const member of members) {
      if (!isModdleElement(member)) put(owner, path, String(member));
      else if (notation.isOwn(member)) readOwn(member, owner.id);
      else {
        const name = partName(member);
        const count = (counts.get(name) ?? 0) + 1;
        counts.set(name, count);
        const partPath = `${prefix}${name}${count === 1 ? '' : ` (${count})`}`;
        // What has no more to say says it by being there: a terminate event, say.
        if (saysNothing(member)) put(owner, partPath, t('yes'));
        readPart(member, `${partPath}${pathJoint}`, owner);
      }
    }
  }
}

/** The element that people name around what is read. */
interface Owner {
  readonly id: string;
  readonly properties: Map<string, string>;
}

function put({ properties }: Owner, path: string, text: string): void {
  const before = properties.get(path);
  properties.set(path, before === undefined ? text : `${before}\n${text}`);
}

function saysNothing(part: ModdleElement): boolean {
  const inner = part.$children?.length ?? part.$body?.length ?? 0;
  return inner + valuesOf(part).length + foreignAttributes(part).length === 0;
}

/** The text of an element is called by the element. */
function bodyPath(prefix: string): string {
  return prefix === '' ? 'Text' : prefix.slice(0, -pathJoint.length);
}

function partName(part: ModdleElement): string {
  for (const name of tellingNames) {
    const value = part.get?.(name) ?? part.$attrs?.[name];
    if (typeof value === 'string' && value !== '') return `${inWords(part.$type)} ${value}`;
  }
  return inWords(part.$type);
}

/** Ids of what is pointed at; their order says nothing. */
function referencesOf(value: unknown): string {
  const ids = (Array.isArray(value) ? value : [value]).map((target: unknown) =>
    isModdleElement(target) ? (target.id ?? target.$type) : String(target),
  );
  return [...ids].sort().join(', ');
}
