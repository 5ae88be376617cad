import { finish, isScope, leave } from './firing.ts';
import { change, childrenOf, copyMarking, frameOf, kill, writeVariable, type Frame, type Marking } from './marking.ts';
import { tryAgain } from './moves.ts';
import type { Indexed, NetEvent } from './net.ts';
import { isInner, leaveByBoundary, startEventSub, throwError } from './throwing.ts';
import { viewNode, viewOf, type Act, type View, type ViewNode } from './view.ts';

/** The oracle as the environment sees it. */

const isOutside = (event: NetEvent): boolean => event.kind === 'timer' || event.kind === 'message';

const stops = { 'no-flow': 'CONDITION_ERROR', uncaught: 'UNHANDLED_ERROR_EVENT', job: 'JOB_NO_RETRIES' } as const;

/** The view of a marking that is at rest. */
export const viewMarking = (net: Indexed, marking: Marking): View => {
  const see = (frame: Frame): ViewNode => {
    const children = childrenOf(marking, frame.id);
    const counts = new Map<string, number>();
    for (const token of marking.flows)
      if (token.scope === frame.id) counts.set(token.flow, (counts.get(token.flow) ?? 0) + 1);
    // Nothing lives in it that could bring the tokens which its joins wait for.
    const isStuck = counts.size > 0 && children.every((child) => net.node(child.node).kind === 'event-sub-process');
    return viewNode({
      id: frame.node,
      handle: frame.id,
      incident: frame.incident !== null ? stops[frame.incident] : isStuck ? 'UNKNOWN' : null,
      offers: [...ownOffers(net, frame), ...boundaryOffers(net, marking, frame), ...startOffers(net, frame)],
      parked: [...counts].map(([flow, count]) => `${flow}*${count}`),
      variables: frame.variables,
      children: children.map(see),
    });
  };
  const root = marking.frames[0];
  return viewOf(marking.outcome, root ? see(root) : null);
};

const ownOffers = (net: Indexed, frame: Frame): readonly string[] => {
  if (frame.parent === 0 || frame.body !== null || frame.incident !== null || frame.undo !== null) return [];
  const node = net.node(frame.node);
  switch (node.kind) {
    case 'user':
      return ['user'];
    case 'service':
      return ['job'];
    case 'catch':
    case 'receive':
      return [node.id];
    case 'event-gateway':
      return net.outgoing(node.id).map((flow) => flow.to);
    default:
      return [];
  }
};

const boundaryOffers = (net: Indexed, marking: Marking, frame: Frame): readonly string[] => {
  if (frame.parent === 0 || isInner(marking, frame) || frame.undoes !== null) return [];
  return net
    .boundaries(frame.node)
    .filter((boundary) => isOutside(boundary.event) && !frame.spent.includes(boundary.id))
    .map((boundary) => boundary.id);
};

const startOffers = (net: Indexed, frame: Frame): readonly string[] => {
  if (!isScope(net, frame) || frame.closed || frame.undoes !== null) return [];
  return net
    .eventSubs(frame.node)
    .filter(({ node, start }) => isOutside(start.event) && !frame.spent.includes(node.id))
    .map(({ start }) => start.id);
};

/** The marking right after the environment did something; transitions have not fired yet. */
export const actOnMarking = (net: Indexed, marking: Marking, handle: number, act: Act): Marking => {
  const next = copyMarking(marking);
  const frame = frameOf(next, handle);
  switch (act.do) {
    case 'complete-user':
    case 'complete-job':
      writeVariable(next, frame.parent, 'n', act.n);
      finish(net, next, handle);
      return next;
    case 'throw':
      throwError(net, next, handle, act.code);
      return next;
    case 'fail':
      change(next, handle, { incident: 'job' });
      return next;
    case 'resolve':
      if (frame.incident !== null) tryAgain(net, next, handle);
      return next;
    case 'fire':
      fire(net, next, frame, act.target);
      return next;
  }
};

const fire = (net: Indexed, marking: Marking, frame: Frame, targetId: string): void => {
  const target = net.node(targetId);
  if (targetId === frame.node) return finish(net, marking, frame.id);
  if (target.kind === 'boundary') return leaveByBoundary(net, marking, frame.id, target);
  if (target.kind === 'start') return startEventSub(net, marking, frame.id, net.node(target.scope), target);
  // One of the events behind an event-based gateway: the others are closed.
  kill(marking, frame.id);
  leave(net, marking, target, frame.parent);
};
