import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import { guardXml } from './guard-xml.ts';
import type { Problems } from './problem.ts';

/** An element of the parsed XML as bpmn-moddle gives it. Properties are read by the functions below, which check what they find. */
export interface ModdleElement {
  readonly $type: string;
  readonly id?: string;
  readonly name?: string;
  readonly [property: string]: unknown;
}

/** What bpmn-moddle answers; its package has no types at its main entry. */
interface ParseResult {
  readonly rootElement: ModdleElement;
  readonly warnings: readonly { readonly message: string }[];
  readonly references: readonly { readonly element: ModdleElement; readonly property: string; readonly id: string }[];
  readonly elementsById: Readonly<Record<string, ModdleElement>>;
}

export interface ParsedModel {
  readonly definitions: ModdleElement;
  /** Whether an element with this id is in the file. */
  readonly has: (id: string) => boolean;
}

/** Knows the types of BPMN. It keeps nothing of a file, and making one takes a third as long as reading a file. */
const moddle = new BpmnModdle({ zeebe });

/** Parses BPMN XML (with `zeebe:` extensions). Reports every problem and returns null when there is nothing to compile. */
export const parseModel = async (xml: string, problems: Problems): Promise<ParsedModel | null> => {
  if (!guardXml(xml, problems)) return null;
  let result: ParseResult;
  try {
    result = (await moddle.fromXML(xml)) as ParseResult;
  } catch (error) {
    problems.error(
      null,
      'xml-invalid',
      `Expected BPMN 2.0 XML, found: ${firstLine(error)}. Export the model again from the modeler.`,
    );
    return null;
  }
  const byId = result.elementsById;
  const has = (id: string): boolean => Object.prototype.hasOwnProperty.call(byId, id);
  for (const reference of result.references) {
    // DI and documentation may dangle without harm; what is executed may not.
    if (has(reference.id) || reference.property.startsWith('bpmndi:') || reference.property.startsWith('di:')) continue;
    problems.error(
      reference.element.id ?? null,
      'missing-reference',
      `Expected '${local(reference.property)}' of ${describe(reference.element)} to name an element of this file, found '${reference.id}', which is not there. Remove the reference or add the element.`,
    );
  }
  for (const warning of result.warnings) {
    // The text was decoded before it came here, whatever encoding its first line names.
    if (/unresolved reference|unsupported document encoding/i.test(warning.message)) continue;
    const duplicate = /duplicate ID <([^>]*)>/i.exec(warning.message);
    if (duplicate) {
      problems.error(
        duplicate[1] ?? null,
        'duplicate-id',
        `Expected every id once, found '${duplicate[1] ?? ''}' twice. Rename one.`,
      );
    } else {
      problems.error(
        null,
        'xml-invalid',
        `Expected BPMN 2.0 XML, found: ${firstLine(warning)}. Export the model again from the modeler.`,
      );
    }
  }
  return { definitions: result.rootElement, has };
};

const firstLine = (error: unknown): string => {
  const text = error instanceof Error ? error.message : ((error as { message?: string }).message ?? '');
  return (text.split('\n')[0] ?? '').slice(0, 200);
};
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** `service task 'Ship' (Task_1)`, for messages. */
export const describe = (element: ModdleElement): string => {
  const kind = local(element.$type)
    .replace(/([A-Z])/g, ' $1')
    .trim()
    .toLowerCase();
  const name =
    typeof element.name === 'string' && element.name.trim() ? ` '${element.name.trim().replace(/\s+/g, ' ')}'` : '';
  return `${kind}${name}${element.id ? ` (${element.id})` : ''}`;
};

/** A text property or attribute; undefined when absent or blank. */
export const text = (element: ModdleElement | undefined, property: string): string | undefined => {
  const value = element?.[property];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

/** A property that is itself an element. */
export const child = (element: ModdleElement | undefined, property: string): ModdleElement | undefined => {
  const value = element?.[property];
  return typeof value === 'object' && value !== null && '$type' in value ? (value as ModdleElement) : undefined;
};

/** A property that lists elements; empty when absent. */
export const children = (element: ModdleElement | undefined, property: string): readonly ModdleElement[] => {
  const value = element?.[property];
  return Array.isArray(value) ? (value as ModdleElement[]) : [];
};

export const flag = (element: ModdleElement | undefined, property: string, otherwise: boolean): boolean => {
  const value = element?.[property];
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : otherwise;
};

/** The first extension element of that type, such as `zeebe:TaskDefinition` (the case of the first letter does not matter). */
export const extension = (element: ModdleElement, type: string): ModdleElement | undefined =>
  extensions(element).find((value) => sameType(value.$type, type));

export const extensions = (element: ModdleElement): readonly ModdleElement[] =>
  children(child(element, 'extensionElements'), 'values');

export const sameType = (found: string, type: string): boolean => found.toLowerCase() === type.toLowerCase();
