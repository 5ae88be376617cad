import type { PlayTarget } from '../api/play-input.ts';
import { Refusal } from '../runtime/refusal.ts';

/** A target with all its parts. */
export type FullTarget = Required<PlayTarget>;

/** Where a row is in the model. */
export interface Placed {
  readonly process_id: string;
  readonly element_id: string;
}

/** Timers and subscriptions name the event that catches. */
export const placedAtTarget = <Row extends { readonly process_id: string; readonly target_id: string }>(
  row: Row,
): Row & Placed => ({ ...row, element_id: row.target_id });

/** Numbers rows that are in order by their place: each is the so many-th at its element. */
export const withTargets = <Row extends Placed>(
  rows: readonly Row[],
): readonly { readonly row: Row; readonly at: FullTarget }[] => {
  const counts = new Map<string, number>();
  return rows.map((row) => {
    const place = JSON.stringify([row.process_id, row.element_id]);
    const nth = (counts.get(place) ?? 0) + 1;
    counts.set(place, nth);
    return { row, at: { processId: row.process_id, elementId: row.element_id, nth } };
  });
};

/** The row that a command means. Throws NOT_FOUND with what was looked for where there is none. */
export const findTarget = <Row extends Placed>(
  rows: readonly Row[],
  { elementId, nth = 1, processId }: PlayTarget,
  playedProcessId: string,
  what: string,
): Row => {
  const id = processId ?? playedProcessId;
  const there = rows.filter((row) => row.element_id === elementId && row.process_id === id);
  const found = there[nth - 1];
  if (found !== undefined) return found;
  const which = nth === 1 ? '' : ` number ${nth}`;
  throw new Refusal(
    'NOT_FOUND',
    `Expected ${what}${which} at '${elementId}'${id === playedProcessId ? '' : ` of process '${id}'`}, found ${there.length === 0 ? 'none' : there.length}.`,
  );
};
