import { t } from '../../language/texts';
import { inWords, pathJoint, type ComparedElement, type ComparedModel } from './compared-element';

type Json = unknown;
type JsonObject = Readonly<Record<string, Json>>;

/** What the editor keeps for itself, and what has elements of its own. */
const ignored = new Set([
  'id',
  'type',
  'components',
  'exporter',
  'executionPlatform',
  'executionPlatformVersion',
  'schemaVersion',
]);

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a form for comparing: the form itself and each of its fields.
 *
 * @throws {Error} when it is no JSON object
 */
export function describeForm(text: string): ComparedModel {
  const form: Json = JSON.parse(text);
  if (!isObject(form)) throw new Error(t('Expected the form to be a JSON object.'));
  const found: ComparedElement[] = [];
  const read = (component: JsonObject, parentId: string | null): void => {
    const word = (name: string): string => (typeof component[name] === 'string' ? component[name] : '');
    const id = word('id') || word('key') || `${parentId ?? 'form'}/${found.length}`;
    const properties = new Map<string, string>();
    found.push({
      id: parentId === null ? 'form' : id,
      type: parentId === null ? 'Form' : inWords(word('type')),
      name: word('label') || word('key') || (parentId === null ? t('Form') : firstWords(word('text'))) || id,
      parentId,
      properties,
      place: null,
    });
    if (parentId !== null) properties.set('Type', word('type'));
    else properties.set('Id', id);
    for (const [name, value] of Object.entries(component))
      if (!ignored.has(name)) flatten(value, inWords(name), properties);
    const inner = component['components'];
    if (Array.isArray(inner)) for (const each of inner) if (isObject(each)) read(each, parentId === null ? 'form' : id);
  };
  read(form, null);
  return found;
}

function flatten(value: Json, path: string, properties: Map<string, string>): void {
  if (Array.isArray(value))
    value.forEach((each, index) => {
      const told = isObject(each) && typeof each['value'] === 'string' ? each['value'] : `${index + 1}`;
      flatten(each, `${path} ${told}`, properties);
    });
  else if (isObject(value))
    for (const [name, each] of Object.entries(value)) flatten(each, `${path}${pathJoint}${inWords(name)}`, properties);
  else if (value !== null && value !== undefined && value !== '')
    properties.set(path, typeof value === 'string' ? value : JSON.stringify(value));
}

/** Texts have no label. */
function firstWords(text: string): string {
  const line =
    text
      .replace(/[#*_>]/g, '')
      .trim()
      .split('\n')[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
