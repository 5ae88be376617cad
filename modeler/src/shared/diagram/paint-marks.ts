import { t } from '../../language/texts';
import type { DiagramElement, DiagramServices } from './diagram-services';
import { changeSigns, changeWords } from './diagram-marks';
import type { DiagramChange, DiagramMarks, ElementMark } from './diagram-marks';

const markers = [
  'baton-active',
  'baton-trouble',
  'baton-visited',
  'baton-ended',
  'baton-taken',
  'baton-ground',
  'baton-uncovered',
  'baton-added',
  'baton-removed',
  'baton-changed',
  'baton-moved',
] as const;
const overlayType = 'baton-badges';

interface ServiceSource {
  get<Name extends keyof DiagramServices>(name: Name): DiagramServices[Name];
}

/** Elements whose drawing is the ground of others. */
function isGround(element: DiagramElement): boolean {
  return element.collapsed !== true && (element.children?.some((child) => child.waypoints === undefined) ?? false);
}

function badge(kind: 'tokens' | 'waiting' | 'incidents', amount: number, words: string): HTMLElement {
  const node = document.createElement('span');
  node.className = 'baton-badge';
  node.dataset['kind'] = kind;
  node.textContent = kind === 'incidents' ? `! ${amount}` : String(amount);
  node.setAttribute('role', 'img');
  node.setAttribute('aria-label', words);
  return node;
}

function changeBadge({ elementId, kind }: DiagramChange): HTMLElement {
  const row = document.createElement('div');
  row.className = 'baton-badges';
  row.dataset['element'] = elementId;
  const node = document.createElement('span');
  node.className = 'baton-badge';
  node.dataset['kind'] = kind;
  node.textContent = changeSigns[kind];
  node.setAttribute('role', 'img');
  node.setAttribute('aria-label', `${changeWords[kind]}: ${elementId}`);
  row.append(node);
  return row;
}

function badges(mark: ElementMark): HTMLElement | null {
  const row = document.createElement('div');
  row.className = 'baton-badges';
  row.dataset['element'] = mark.elementId;
  const name = mark.elementId;
  if (mark.tokens > 0)
    row.append(badge('tokens', mark.tokens, t('{{number}} active at {{name}}', { number: mark.tokens, name })));
  if (mark.waiting > 0)
    row.append(badge('waiting', mark.waiting, t('{{number}} waiting at {{name}}', { number: mark.waiting, name })));
  if (mark.incidents > 0)
    row.append(
      badge('incidents', mark.incidents, t('{{count}} incidents at {{name}}', { count: mark.incidents, name })),
    );
  return row.childElementCount === 0 ? null : row;
}

/** What lies inside a collapsed sub-process is not seen from outside: its incidents are shown on the sub-process too. */
function withInnerIncidents(source: ServiceSource, marks: DiagramMarks): readonly ElementMark[] {
  const registry = source.get('elementRegistry');
  const canvas = source.get('canvas');
  const inner = new Map<string, number>();
  for (const mark of marks.elements) {
    if (mark.incidents === 0) continue;
    let element = registry.get(mark.elementId);
    while (element !== undefined) {
      const plane = canvas.findRoot(element);
      const outer =
        plane?.id.endsWith('_plane') === true ? registry.get(plane.id.slice(0, -'_plane'.length)) : undefined;
      if (outer === undefined || outer.id === mark.elementId) break;
      inner.set(outer.id, (inner.get(outer.id) ?? 0) + mark.incidents);
      element = outer;
    }
  }
  if (inner.size === 0) return marks.elements;
  const known = new Set(marks.elements.map(({ elementId }) => elementId));
  const added = [...inner.keys()].filter((elementId) => !known.has(elementId));
  return [
    ...marks.elements.map((mark) => ({ ...mark, incidents: mark.incidents + (inner.get(mark.elementId) ?? 0) })),
    ...added.map((elementId) => ({
      elementId,
      tokens: 0,
      waiting: 0,
      completed: 0,
      terminated: 0,
      incidents: inner.get(elementId) ?? 0,
    })),
  ];
}

/** Puts the marks on the drawing in place of those that were there. Elements that the drawing lacks are left out. */
export function paintMarks(source: ServiceSource, marks: DiagramMarks): void {
  const canvas = source.get('canvas');
  const registry = source.get('elementRegistry');
  const overlays = source.get('overlays');

  const wanted = new Map<DiagramElement, Set<string>>();
  const want = (element: DiagramElement | undefined, marker: string) => {
    if (element === undefined) return;
    const set = wanted.get(element) ?? new Set<string>();
    set.add(marker);
    wanted.set(element, set);
  };

  overlays.remove({ type: overlayType });
  for (const mark of withInnerIncidents(source, marks)) {
    const element = registry.get(mark.elementId);
    // The process itself is the root of the drawing; it has no shape to mark.
    if (element === undefined || element.parent === undefined || element.parent === null) continue;
    if (mark.incidents > 0) want(element, 'baton-trouble');
    else if (mark.tokens > 0 || mark.waiting > 0) want(element, 'baton-active');
    if (mark.completed > 0) want(element, 'baton-visited');
    else if (mark.terminated > 0) want(element, 'baton-ended');
    if (isGround(element)) want(element, 'baton-ground');
    const html = badges(mark);
    if (html !== null)
      overlays.add(element, overlayType, { html, position: { top: 0, right: 14 }, scale: { min: 0.9 } });
  }
  for (const change of marks.changes ?? []) {
    const element = registry.get(change.elementId);
    if (element === undefined || element.parent === undefined || element.parent === null) continue;
    want(element, `baton-${change.kind}`);
    if (isGround(element)) want(element, 'baton-ground');
    // A flow has its color; a badge in the middle of nowhere would say no more.
    if (element.waypoints === undefined)
      overlays.add(element, overlayType, {
        html: changeBadge(change),
        position: { top: 0, right: 14 },
        scale: { min: 0.9 },
      });
  }
  for (const flowId of marks.takenFlows) want(registry.get(flowId), 'baton-taken');
  for (const id of marks.uncovered ?? []) want(registry.get(id), 'baton-uncovered');

  for (const element of registry.filter(() => true)) {
    if (element.parent === undefined || element.parent === null) continue;
    const set = wanted.get(element);
    for (const marker of markers) {
      if (set?.has(marker) === true) canvas.addMarker(element, marker);
      else canvas.removeMarker(element, marker);
    }
  }
}
