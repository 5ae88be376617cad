import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import type { ComparedModel } from './compared-element';
import { describeModdle } from './describe-moddle';
import { isModdleElement, isOfType, valuesOf, type ModdleElement } from './moddle-element';

const ownTypes = [
  'bpmn:Definitions',
  'bpmn:FlowElement',
  'bpmn:RootElement',
  'bpmn:Participant',
  'bpmn:MessageFlow',
  'bpmn:Lane',
  'bpmn:Artifact',
];

/** Event definitions are root elements by the book, but a person sees them as part of their event. */
const partTypes = ['bpmn:EventDefinition'];

/** What the flows say, what the drawing says, and which program wrote the file. */
const ignored = new Set([
  'bpmn:incoming',
  'bpmn:outgoing',
  'bpmn:diagrams',
  'bpmn:exporter',
  'bpmn:exporterVersion',
  'bpmn:targetNamespace',
  'bpmn:expressionLanguage',
  'bpmn:typeLanguage',
]);

/**
 * Reads a BPMN file for comparing.
 *
 * @throws {Error} when it is not well-formed
 */
export async function describeBpmn(xml: string): Promise<ComparedModel> {
  const root = (await new BpmnModdle({ zeebe }).fromXML(xml)).rootElement as ModdleElement;
  const places = placesOf(root);
  return describeModdle(root, {
    isOwn: (element) =>
      ownTypes.some((type) => isOfType(element, type)) && !partTypes.some((type) => isOfType(element, type)),
    ignored,
    placeOf: (id) => places.get(id) ?? null,
    nameOf: (element) => {
      const name = element.get?.('name') ?? element.get?.('text');
      return typeof name === 'string' && name !== '' ? name : undefined;
    },
  });
}

/** Bounds, waypoints and colors by the id of the element that is drawn. Labels move with what they name and are left out. */
function placesOf(root: ModdleElement): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const read = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(read);
    else if (isModdleElement(value)) {
      const target = value.get?.('bpmnElement');
      // The plane of a collapsed sub-process is no place of its own.
      if (isModdleElement(target) && target.id !== undefined && value.$type !== 'bpmndi:BPMNPlane')
        places.set(target.id, placeText(value));
      for (const [property, inner] of valuesOf(value)) if (property.isReference !== true) read(inner);
    }
  };
  read(root.get?.('diagrams'));
  return places;
}

function placeText(drawn: ModdleElement): string {
  const numbers = (value: unknown, names: readonly string[]): string =>
    isModdleElement(value) ? names.map((name) => Math.round(Number(value.get?.(name) ?? 0))).join(' ') : '';
  const waypoints = drawn.get?.('waypoint');
  const shape = Array.isArray(waypoints)
    ? waypoints.map((point) => numbers(point, ['x', 'y'])).join(', ')
    : numbers(drawn.get?.('bounds'), ['x', 'y', 'width', 'height']);
  const flags = ['isExpanded', 'isHorizontal', 'isMarkerVisible'].filter((name) => drawn.get?.(name) === true);
  // The colors of the standard and those of bpmn.io, which say the same.
  const colors = valuesOf(drawn)
    .filter(([{ ns }]) => ns?.name.startsWith('color:') === true)
    .map(([{ name }, value]) => `${name}=${String(value)}`);
  return [shape, ...flags, ...colors].join(' ').trim();
}
