import { begin, finish, isScope, leave } from './firing.ts';
import { addFrame, change, frameOf, hasFrame, kill, type Frame, type Marking } from './marking.ts';
import type { Indexed, NetNode } from './net.ts';

/** Errors and escalations on their way outward, and what catches them. Clauses 10.5.1, 13.5.3 and 13.5.4. */

/** An event reaches the start of an event sub-process: that begins, and an interrupting one ends all else in its scope. */
export const startEventSub = (net: Indexed, marking: Marking, scope: number, node: NetNode, start: NetNode): void => {
  if (start.interrupting) {
    kill(marking, scope, true);
    change(marking, scope, { closed: true });
  } else if (start.event.kind === 'timer') {
    change(marking, scope, { spent: [...frameOf(marking, scope).spent, node.id] });
  }
  begin(net, marking, addFrame(marking, node.id, scope), node);
};

/** An event reaches a boundary event of the activity in this frame. */
export const leaveByBoundary = (net: Indexed, marking: Marking, id: number, boundary: NetNode): void => {
  const frame = frameOf(marking, id);
  if (boundary.interrupting) kill(marking, id);
  else if (boundary.event.kind === 'timer') change(marking, id, { spent: [...frame.spent, boundary.id] });
  leave(net, marking, boundary, frame.parent);
};

/** The exact code goes before a catch-all. */
const best = <T>(candidates: readonly T[], eventOf: (candidate: T) => NetNode, code: string): T | undefined => {
  const codeOf = (candidate: T): string | null => {
    const { event } = eventOf(candidate);
    return event.kind === 'error' || event.kind === 'escalation' ? event.code : null;
  };
  return candidates.find((each) => codeOf(each) === code) ?? candidates.find((each) => codeOf(each) === null);
};

/** Boundary events belong to the activity as a whole, never to a single one of a multi-instance activity. */
export const isInner = (marking: Marking, frame: Frame): boolean =>
  frame.parent !== 0 && frameOf(marking, frame.parent).body !== null;

/** Sends it to the nearest catcher; false when there is none. A handler does not catch what is thrown inside of it. */
export const throwOutward = (
  net: Indexed,
  marking: Marking,
  origin: number,
  kind: 'error' | 'escalation',
  code: string,
): boolean => {
  let from: string | null = null;
  for (let id = origin; id !== 0;) {
    const frame = frameOf(marking, id);
    if (isScope(net, frame) && !frame.closed) {
      const handlers = net
        .eventSubs(frame.node)
        .filter(({ node, start }) => start.event.kind === kind && node.id !== from);
      const handler = best(handlers, ({ start }) => start, code);
      if (handler) {
        startEventSub(net, marking, id, handler.node, handler.start);
        return true;
      }
    }
    if (frame.parent !== 0 && !isInner(marking, frame)) {
      const boundary = best(
        net.boundaries(frame.node).filter((each) => each.event.kind === kind),
        (each) => each,
        code,
      );
      if (boundary) {
        leaveByBoundary(net, marking, id, boundary);
        return true;
      }
    }
    from = frame.node;
    id = frame.parent;
  }
  return false;
};

/** Nobody catches an error: the token stays where it was thrown until somebody tries again. */
export const throwError = (net: Indexed, marking: Marking, origin: number, code: string): void => {
  if (!throwOutward(net, marking, origin, 'error', code)) change(marking, origin, { incident: 'uncaught' });
};

/** Nobody catches an escalation: the token goes on. It is gone when the scope that it is in was interrupted. */
export const throwEscalation = (net: Indexed, marking: Marking, origin: number, code: string): void => {
  throwOutward(net, marking, origin, 'escalation', code);
  if (hasFrame(marking, origin)) finish(net, marking, origin);
};
