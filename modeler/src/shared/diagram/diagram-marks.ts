import type { ElementStatistic } from '../../api/element-statistics';
import type { ProcessInstancePath } from '../../api/process-instances';
import { t } from '../../language/texts';
import type { ChangeKind } from '../model/compare-models';

/** What a diagram shows on one element. */
export interface ElementMark {
  readonly elementId: string;
  /** Tokens that are there now. */
  readonly tokens: number;
  /** Incidents that are there now. */
  readonly incidents: number;
  /** Tokens that arrived at a join and wait for the others. */
  readonly waiting: number;
  /** How often it was completed. */
  readonly completed: number;
  /** How often it was terminated before it was completed. */
  readonly terminated: number;
}

/** That an element differs from that of another model. */
export interface DiagramChange {
  readonly elementId: string;
  readonly kind: ChangeKind;
}

/** Everything that a diagram shows on top of its drawing. */
export interface DiagramMarks {
  readonly elements: readonly ElementMark[];
  /** Ids of the sequence flows that were taken. */
  readonly takenFlows: readonly string[];
  /** Elements and sequence flows that were never come to, where that is to be seen. (Default: none.) */
  readonly uncovered?: readonly string[];
  /** Where it differs from another model that it is compared with. (Default: none) */
  readonly changes?: readonly DiagramChange[];
}

/** A diagram with nothing on it. */
export const noMarks: DiagramMarks = { elements: [], takenFlows: [] };

/** The marks of one process instance. */
export function marksOfPath(path: ProcessInstancePath): DiagramMarks {
  const byId = new Map<string, ElementMark>();
  for (const { elementId, active, completed, terminated, incidents } of path.elements) {
    byId.set(elementId, { elementId, tokens: active, incidents, waiting: 0, completed, terminated });
  }
  for (const { elementId, count } of path.waiting) {
    const known = byId.get(elementId) ?? emptyMark(elementId);
    byId.set(elementId, { ...known, waiting: known.waiting + count });
  }
  return {
    elements: [...byId.values()],
    takenFlows: path.flows.filter(({ count }) => count > 0).map(({ sequenceFlowId }) => sequenceFlowId),
  };
}

/**
 * The marks of all instances of one version together: where tokens and incidents are now. No path, it would be every
 * flow. The statistics count a token with an incident as an incident only; here it is a token as well, as in one instance.
 */
export function marksOfStatistics(items: readonly ElementStatistic[]): DiagramMarks {
  return {
    elements: items
      .filter(({ active, incidents }) => active > 0 || incidents > 0)
      .map(({ elementId, active, incidents }) => ({ ...emptyMark(elementId), tokens: active + incidents, incidents })),
    takenFlows: [],
  };
}

/** A mark that places one token, for a task's place in the process. */
export function markOfPlace(elementId: string): DiagramMarks {
  return { elements: [{ ...emptyMark(elementId), tokens: 1 }], takenFlows: [] };
}

export function emptyMark(elementId: string): ElementMark {
  return { elementId, tokens: 0, incidents: 0, waiting: 0, completed: 0, terminated: 0 };
}

/** What a change is called. */
export const changeWords: Readonly<Record<ChangeKind, string>> = {
  added: t('Added'),
  removed: t('Removed'),
  changed: t('Changed'),
  moved: t('Moved'),
};

/** Signs by which changes are told apart without their colors. */
export const changeSigns: Readonly<Record<ChangeKind, string>> = { added: '+', removed: '−', changed: '✎', moved: '↔' };

/** The mark in words, one sentence per line, for the explanation on hover and for screen readers. */
export function markInWords(mark: ElementMark | undefined): readonly string[] {
  if (mark === undefined) return [t('Not reached')];
  const lines: string[] = [];
  if (mark.incidents > 0) lines.push(t('{{count}} incidents to repair', { count: mark.incidents }));
  if (mark.tokens > 0) lines.push(t('{{count}} tokens here now', { count: mark.tokens }));
  if (mark.waiting > 0) lines.push(t('{{count}} tokens waiting for the others to arrive', { count: mark.waiting }));
  if (mark.completed > 0) lines.push(t('Completed {{count}} times', { count: mark.completed }));
  if (mark.terminated > 0) lines.push(t('Terminated {{count}} times', { count: mark.terminated }));
  return lines.length === 0 ? [t('Not reached')] : lines;
}
