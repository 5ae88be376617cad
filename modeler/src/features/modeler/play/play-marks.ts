import type { PlayState, ProcessCoverage } from '../../../api/plays';
import { t } from '../../../language/texts';
import type { DiagramAction } from '../../../shared/diagram/diagram-actions';
import { emptyMark, type DiagramMarks, type ElementMark } from '../../../shared/diagram/diagram-marks';

/** Something that waits for the person. */
export type OpenItem = PlayState['open'][number];

/** What can be done in one instance, by element, in the order in which it came to be. */
export function openByElement(state: PlayState, processInstanceKey: string): ReadonlyMap<string, readonly OpenItem[]> {
  const byElement = new Map<string, OpenItem[]>();
  for (const item of state.open) {
    if (item.processInstanceKey !== processInstanceKey) continue;
    const items = byElement.get(item.at.elementId);
    if (items === undefined) byElement.set(item.at.elementId, [item]);
    else items.push(item);
  }
  return byElement;
}

/** Where the tokens of one instance are, and where it has been. */
export function playMarks(state: PlayState, processInstanceKey: string): DiagramMarks {
  const marks = new Map<string, ElementMark>();
  const change = (elementId: string, part: (mark: ElementMark) => Partial<ElementMark>) => {
    const mark = marks.get(elementId) ?? emptyMark(elementId);
    marks.set(elementId, { ...mark, ...part(mark) });
  };
  const { processId } = state.instances.find((each) => each.processInstanceKey === processInstanceKey) ?? {};
  const visited = state.visited.find((each) => each.processId === processId);
  for (const { id, count } of visited?.elements ?? []) change(id, () => ({ completed: count }));
  for (const { at, elementType, ...element } of state.elements) {
    // The body of a multi-instance is no token of its own: its instances are.
    if (element.processInstanceKey !== processInstanceKey || elementType === 'MULTI_INSTANCE_BODY') continue;
    change(at.elementId, ({ tokens, completed }) => ({ tokens: tokens + 1, completed: Math.max(0, completed - 1) }));
  }
  for (const token of state.parked)
    if (token.processInstanceKey === processInstanceKey)
      change(token.elementId, ({ waiting }) => ({ waiting: waiting + token.count }));
  for (const item of state.open)
    if (item.kind === 'incident' && item.processInstanceKey === processInstanceKey)
      change(item.at.elementId, ({ incidents }) => ({ incidents: incidents + 1 }));
  return {
    elements: [...marks.values()],
    takenFlows: (visited?.flows ?? []).filter(({ count }) => count > 0).map(({ id }) => id),
  };
}

/** The buttons on the elements of one instance. */
export function playActions(
  state: PlayState,
  processInstanceKey: string,
  nameOf: (elementId: string) => string,
): readonly DiagramAction[] {
  const go = [...openByElement(state, processInstanceKey).keys()].map((elementId): DiagramAction => ({
    elementId,
    kind: 'go',
    label: t('Go on at {{name}}', { name: nameOf(elementId) }),
  }));
  const calls = new Set(
    state.elements
      .filter((element) => element.processInstanceKey === processInstanceKey)
      .filter(({ calledProcessInstanceKey }) => calledProcessInstanceKey !== null)
      .map(({ at }) => at.elementId),
  );
  const look = [...calls].map((elementId): DiagramAction => ({
    elementId,
    kind: 'look',
    label: t('Open what {{name}} calls', { name: nameOf(elementId) }),
  }));
  return [...go, ...look];
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
