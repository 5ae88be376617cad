/** A shape or flow of the drawing, with what leads away from it. */
export interface WalkElement {
  readonly id: string;
  readonly type: string;
  readonly x?: number;
  readonly y?: number;
  readonly parent?: WalkElement | null;
  readonly children?: readonly WalkElement[];
  /** Events on its border. */
  readonly attachers?: readonly WalkElement[];
  /** Of an event on a border: what it is attached to. */
  readonly host?: WalkElement | null;
  readonly incoming?: readonly WalkElement[];
  readonly outgoing?: readonly WalkElement[];
  /** Of flows. */
  readonly source?: WalkElement | null;
  readonly target?: WalkElement | null;
  readonly labelTarget?: WalkElement | null;
}

/** Along the flow, against it, to what lies beside, into a scope and out of it. */
export type WalkDirection = 'on' | 'back' | 'next' | 'previous' | 'into' | 'out';

/** Pools and lanes have no flow of their own: what lies in them is walked. */
const grounds = new Set(['bpmn:Participant', 'bpmn:Lane', 'bpmn:Collaboration']);

const byPlace = (one: WalkElement, other: WalkElement): number =>
  (one.y ?? 0) - (other.y ?? 0) || (one.x ?? 0) - (other.x ?? 0);

const isFlow = ({ type }: WalkElement): boolean => type === 'bpmn:SequenceFlow' || type === 'bpmn:MessageFlow';

const sequenceFlows = (flows: readonly WalkElement[] = []): readonly WalkElement[] =>
  flows.filter(({ type }) => type === 'bpmn:SequenceFlow');

const targetsOf = (element: WalkElement): readonly WalkElement[] =>
  sequenceFlows(element.outgoing)
    .flatMap(({ target }) => target ?? [])
    .sort(byPlace);

/** Where a walk through a scope begins: at what no flow leads to, start events first. */
function beginnings(scope: WalkElement): readonly WalkElement[] {
  const inside = (scope.children ?? []).flatMap((child): readonly WalkElement[] =>
    grounds.has(child.type)
      ? beginnings(child)
      : isFlow(child) || child.labelTarget !== undefined || (child.host ?? null) !== null
        ? []
        : [child],
  );
  const first = inside.filter(({ incoming }) => sequenceFlows(incoming).length === 0).sort(byPlace);
  const isStart = ({ type }: WalkElement): boolean => type === 'bpmn:StartEvent';
  return [...first.filter(isStart), ...first.filter((element) => !isStart(element))];
}

/** What can be reached at the same step of a walk as the element, with the events on the borders. */
function besides(element: WalkElement): readonly WalkElement[] {
  const before = sequenceFlows(element.incoming)[0]?.source;
  const row = before !== undefined && before !== null ? targetsOf(before) : beginnings(element.parent ?? element);
  const withBorders = row.flatMap((each) => [each, ...[...(each.attachers ?? [])].sort(byPlace)]);
  return withBorders.includes(element) ? withBorders : [element];
}

/**
 * The element that a walk comes to from another one; null where there is no way. From nowhere it begins at the first start event.
 *
 * @param root what the canvas shows: a process, a collaboration, or the plane of a sub-process
 */
export function walk(from: WalkElement | null, root: WalkElement, direction: WalkDirection): WalkElement | null {
  if (from === null) return beginnings(root)[0] ?? null;
  if (isFlow(from)) return (direction === 'back' ? from.source : direction === 'on' ? from.target : null) ?? null;
  const host = from.host ?? null;
  switch (direction) {
    case 'on':
      return targetsOf(from)[0] ?? null;
    case 'back':
      return host ?? sequenceFlows(from.incoming)[0]?.source ?? null;
    case 'next':
    case 'previous': {
      const row = host === null ? besides(from) : besides(host);
      const step = direction === 'next' ? 1 : -1;
      return row[row.indexOf(from) + step] ?? null;
    }
    case 'into':
      return beginnings(from)[0] ?? null;
    case 'out':
      return from.parent === root ? null : (from.parent ?? null);
  }
}
