import type { PlayState, ProcessCoverage } from '../../../api/plays';
import { t } from '../../../language/texts';
import type { DiagramAction } from '../../../shared/diagram/diagram-actions';
import { emptyMark, type DiagramMarks, type ElementMark } from '../../../shared/diagram/diagram-marks';

/** Something that waits for the person. */
export type OpenItem = PlayState['open'][number];

/** It stands around each activity of an ad-hoc sub-process, which has a token of its own. */
const innerInstance = 'AD_HOC_SUB_PROCESS_INNER_INSTANCE';

/** What can be done in some instances, by element, in the order in which it came to be. */
export function openByElement(state: PlayState, keys: readonly string[]): ReadonlyMap<string, readonly OpenItem[]> {
  const byElement = new Map<string, OpenItem[]>();
  for (const item of state.open) {
    if (!keys.includes(item.processInstanceKey)) continue;
    const items = byElement.get(item.at.elementId);
    if (items === undefined) byElement.set(item.at.elementId, [item]);
    else items.push(item);
  }
  return byElement;
}

/** Where the tokens of the instances on one drawing are, and where they have been. */
export function playMarks(state: PlayState, keys: readonly string[]): DiagramMarks {
  const marks = new Map<string, ElementMark>();
  const change = (elementId: string, part: (mark: ElementMark) => Partial<ElementMark>) => {
    const mark = marks.get(elementId) ?? emptyMark(elementId);
    marks.set(elementId, { ...mark, ...part(mark) });
  };
  const isSeen = ({ processInstanceKey }: { readonly processInstanceKey: string }) => keys.includes(processInstanceKey);
  const processIds = new Set(state.instances.filter(isSeen).map(({ processId }) => processId));
  const visited = state.visited.filter(({ processId }) => processIds.has(processId));
  for (const { id, count } of visited.flatMap(({ elements }) => elements)) change(id, () => ({ completed: count }));
  for (const { at, elementType, ...element } of state.elements) {
    // The body of a multi-instance is no token of its own: its instances are.
    if (!isSeen(element) || elementType === 'MULTI_INSTANCE_BODY' || elementType === innerInstance) continue;
    change(at.elementId, ({ tokens, completed }) => ({ tokens: tokens + 1, completed: Math.max(0, completed - 1) }));
  }
  for (const token of state.parked)
    if (isSeen(token)) change(token.elementId, ({ waiting }) => ({ waiting: waiting + token.count }));
  for (const item of state.open)
    if (item.kind === 'incident' && isSeen(item))
      change(item.at.elementId, ({ incidents }) => ({ incidents: incidents + 1 }));
  return {
    elements: [...marks.values()],
    takenFlows: visited
      .flatMap(({ flows }) => flows)
      .filter(({ count }) => count > 0)
      .map(({ id }) => id),
  };
}

/** The buttons on the elements of the instances on one drawing. */
export function playActions(
  state: PlayState,
  keys: readonly string[],
  nameOf: (elementId: string) => string,
): readonly DiagramAction[] {
  const open = openByElement(state, keys);
  const go = [...open.keys()].map((elementId): DiagramAction => ({
    elementId,
    kind: 'go',
    label: t('Go on at {{name}}', { name: nameOf(elementId) }),
  }));
  const activities = [...open.values()].flat().flatMap((item) => (item.kind === 'ad-hoc' && item.activities) || []);
  const begin = [...new Set(activities)].map((elementId): DiagramAction => ({
    elementId,
    kind: 'begin',
    label: t('Begin {{name}}', { name: nameOf(elementId) }),
  }));
  const calls = new Set(
    state.elements
      .filter((element) => keys.includes(element.processInstanceKey))
      .filter(({ calledProcessInstanceKey }) => calledProcessInstanceKey !== null)
      .map(({ at }) => at.elementId),
  );
  const look = [...calls].map((elementId): DiagramAction => ({
    elementId,
    kind: 'look',
    label: t('Open what {{name}} calls', { name: nameOf(elementId) }),
  }));
  return [...go, ...begin, ...look];
}

/** What scenarios have visited of a process, and what not. */
export function coverageMarks({ elements, flows }: ProcessCoverage): DiagramMarks {
  const missing = [...elements, ...flows].filter(({ count }) => count === 0).map(({ id }) => id);
  return {
    elements: elements.map(({ id, count }) => ({ ...emptyMark(id), completed: count })),
    takenFlows: flows.filter(({ count }) => count > 0).map(({ id }) => id),
    uncovered: missing,
  };
}
