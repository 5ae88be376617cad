import type { ElementInstance } from '../../api/element-instances';
import type { ProcessInstance } from '../../api/process-instances';

/** From when to when a timeline goes, milliseconds; never of no length. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The span of an instance: to its end, or to now. */
export function spanOf({ startDate, endDate }: Pick<ProcessInstance, 'startDate' | 'endDate'>, nowMs: number): Span {
  const fromMs = Date.parse(startDate);
  return { fromMs, toMs: Math.max(fromMs + 1, endDate === null ? nowMs : Date.parse(endDate)) };
}

/** Where the bar of an element lies, in percent of the span, and how long it took in milliseconds. */
export function barOf(
  { startDate, endDate }: Pick<ElementInstance, 'startDate' | 'endDate'>,
  { fromMs, toMs }: Span,
  nowMs: number,
): { readonly left: number; readonly width: number; readonly tookMs: number } {
  const begin = Date.parse(startDate);
  const end = endDate === null ? Math.max(begin, nowMs) : Date.parse(endDate);
  const percent = (ms: number) => Math.min(100, Math.max(0, ((ms - fromMs) / (toMs - fromMs)) * 100));
  // A bar at the very end stays in sight.
  const left = Math.min(99, percent(begin));
  return { left, width: Math.max(0, percent(end) - left), tookMs: end - begin };
}
