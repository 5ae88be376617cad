import { beginInner, beginUndoing, finish, isEmpty, isScope, leave, occupy, undoNext } from './firing.ts';
import { readyFlows } from './inclusive.ts';
import { addFrame, change, copyMarking, frameOf, kill, takeToken, type Marking } from './marking.ts';
import type { Indexed, NetNode } from './net.ts';
import { throwError, throwEscalation } from './throwing.ts';

/** The transitions that fire by themselves: each takes tokens and gives the marking that follows. */
export type Move = () => Marking;

/** All transitions that are enabled, those of older tokens first. Without any, the marking is at rest. */
export const enabledMoves = (net: Indexed, marking: Marking): readonly Move[] => {
  if (marking.outcome !== 'active') return [];
  const moves: Move[] = [];
  const seen = new Set<string>();
  const fire = (effect: (next: Marking) => void): void => {
    moves.push(() => {
      const next = copyMarking(marking);
      effect(next);
      return next;
    });
  };
  for (const { flow, scope } of marking.flows) {
    const node = net.node(net.flow(flow).to);
    const isJoin = (node.kind === 'parallel' || node.kind === 'inclusive') && net.incoming(node.id).length > 1;
    const once = `${isJoin ? node.id : flow} ${scope}`;
    if (seen.has(once)) continue;
    seen.add(once);
    const taken = isJoin ? joinFlows(net, marking, node, scope) : [flow];
    if (!taken) continue;
    fire((next) => {
      for (const each of taken) takeToken(next, each, scope);
      enter(net, next, node, scope);
    });
  }
  for (const frame of marking.frames) {
    if (frame.undo !== null) {
      if (!marking.frames.some((each) => each.undoes === frame.id)) fire((next) => undoNext(net, next, frame));
    } else if (frame.body !== null) {
      const { started, completed, count } = frame.body;
      const isNext = net.node(frame.node).multi?.sequential ? started === completed : true;
      if (started < count && isNext && frame.incident === null) fire((next) => beginInner(net, next, frame));
    } else if (isScope(net, frame) && frame.incident === null && isEmpty(marking, frame)) {
      fire((next) => finish(net, next, frame.id));
    }
  }
  return moves;
};

/** The flows that a join takes one token from each, once it can fire. Clauses 13.4.1 and 13.4.3. */
const joinFlows = (net: Indexed, marking: Marking, node: NetNode, scope: number): readonly string[] | null => {
  if (node.kind === 'inclusive') return readyFlows(net, marking, node.id, scope);
  const incoming = net.incoming(node.id).map((flow) => flow.id);
  const isFull = incoming.every((flow) => marking.flows.some((token) => token.scope === scope && token.flow === flow));
  return isFull ? incoming : null;
};

/** A token comes to a node. */
const enter = (net: Indexed, marking: Marking, node: NetNode, scope: number): void => {
  switch (node.kind) {
    case 'exclusive':
    case 'inclusive':
    case 'parallel':
      if (!leave(net, marking, node, scope)) addFrame(marking, node.id, scope, { incident: 'no-flow' });
      return;
    case 'end':
    case 'throw':
      return reach(net, marking, node, scope);
    default:
      return occupy(net, marking, node, scope);
  }
};

/** A token comes to an event that throws. Clauses 10.5.3, 10.5.4 and 13.5. */
const reach = (net: Indexed, marking: Marking, node: NetNode, scope: number): void => {
  switch (node.event.kind) {
    case 'terminate':
      kill(marking, scope, true);
      return finish(net, marking, scope);
    case 'error':
      return throwError(net, marking, addFrame(marking, node.id, scope).id, node.event.code ?? '');
    case 'escalation':
      return throwEscalation(net, marking, addFrame(marking, node.id, scope).id, node.event.code ?? '');
    case 'compensation':
      return beginUndoing(net, marking, addFrame(marking, node.id, scope), node.event.of);
    case 'cancel':
      kill(marking, scope, true);
      change(marking, scope, { closed: true });
      return beginUndoing(net, marking, addFrame(marking, node.id, scope), null);
    case 'link': {
      const target = net.linkTarget(node.scope, node.event.name);
      if (target) leave(net, marking, target, scope);
      return;
    }
    default:
      leave(net, marking, node, scope);
  }
};

/** What was stopped is tried again. */
export const tryAgain = (net: Indexed, marking: Marking, id: number): void => {
  const frame = frameOf(marking, id);
  const node = net.node(frame.node);
  change(marking, id, { incident: null });
  if (frame.incident === 'no-flow') {
    if (node.kind === 'exclusive' || node.kind === 'inclusive' || node.kind === 'parallel') {
      if (leave(net, marking, node, frame.parent)) kill(marking, id);
      else change(marking, id, { incident: 'no-flow' });
    } else finish(net, marking, id);
  } else if (frame.incident === 'uncaught' && node.event.kind === 'error') {
    throwError(net, marking, id, node.event.code ?? '');
  }
};

/** The marking in which a new instance begins. */
export const firstMarking = (net: Indexed, variables: Readonly<Record<string, number>>): Marking => {
  const marking: Marking = { frames: [], flows: [], next: 1, outcome: 'active' };
  const root = addFrame(marking, net.net.id, 0, { variables });
  for (const start of net.starts(net.net.id)) leave(net, marking, start, root.id);
  return marking;
};
