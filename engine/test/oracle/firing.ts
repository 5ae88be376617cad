import type { Indexed, NetFlow, NetNode } from './net.ts';
import {
  addFrame,
  change,
  childrenOf,
  frameOf,
  hasFrame,
  kill,
  putToken,
  readVariable,
  writeVariable,
  type Done,
  type Frame,
  type Marking,
} from './marking.ts';

/** How a token leaves a node, how an activity begins and how it is finished. Clauses 13.3 and 13.4.1 to 13.4.2. */

/** The flows that tokens leave by; null when no condition holds and there is no default flow. */
const chooseFlows = (net: Indexed, marking: Marking, node: NetNode, scope: number): readonly NetFlow[] | null => {
  const flows = net.outgoing(node.id);
  const holds = (flow: NetFlow): boolean => {
    if (flow.when === null || flow.when === 'default') return false;
    const found = readVariable(marking, scope, flow.when.variable);
    if (flow.when.test === '=') return found === flow.when.value;
    return flow.when.test === '<' ? found < flow.when.value : found >= flow.when.value;
  };
  const fallback = flows.find((flow) => flow.when === 'default');
  if (node.kind === 'exclusive') {
    const first = flows.find((flow) => flow.when === null || holds(flow)) ?? fallback;
    return flows.length === 0 ? [] : first ? [first] : null;
  }
  const free = flows.filter((flow) => flow.when === null);
  const chosen = flows.filter((flow) => flow.when === null || holds(flow));
  if (flows.length === free.length || chosen.length > free.length) return chosen;
  if (fallback) return [...chosen, fallback];
  return chosen.length > 0 ? chosen : null;
};

/** Puts tokens on the flows out of a node; false when none can be chosen. */
export const leave = (net: Indexed, marking: Marking, node: NetNode, scope: number): boolean => {
  const flows = chooseFlows(net, marking, node, scope);
  for (const flow of flows ?? []) putToken(marking, flow.id, scope);
  return flows !== null;
};

/** A token is inside an activity or at an event that takes time. */
export const occupy = (net: Indexed, marking: Marking, node: NetNode, scope: number): void => {
  if (!node.multi) return begin(net, marking, addFrame(marking, node.id, scope), node);
  const body = addFrame(marking, node.id, scope, { body: { started: 0, completed: 0, count: node.multi.count } });
  if (node.multi.count === 0) finish(net, marking, body.id);
};

/** The next single one of a multi-instance activity begins. Clause 13.3.7. */
export const beginInner = (net: Indexed, marking: Marking, around: Frame): void => {
  if (!around.body) throw new Error(`Frame ${around.id} is no body.`);
  change(marking, around.id, { body: { ...around.body, started: around.body.started + 1 } });
  begin(net, marking, addFrame(marking, around.node, around.id), net.node(around.node));
};

export const begin = (net: Indexed, marking: Marking, frame: Frame, node: NetNode): void => {
  switch (node.kind) {
    case 'script': {
      const { variable, factor, plus } = node.script ?? { variable: 'n', factor: 1, plus: 0 };
      const value = readVariable(marking, frame.parent, variable);
      writeVariable(marking, frame.parent, variable, value * factor + plus);
      return finish(net, marking, frame.id);
    }
    case 'task':
      return finish(net, marking, frame.id);
    case 'sub-process':
    case 'transaction':
    case 'event-sub-process':
      if (node.local !== undefined) change(marking, frame.id, { variables: { n: node.local } });
      for (const start of net.starts(node.id)) leave(net, marking, start, frame.id);
      return;
    default:
    // It waits for somebody outside.
  }
};

/** The work of a frame is done. It goes, what it did is remembered, and its token leaves. */
export const finish = (net: Indexed, marking: Marking, id: number): void => {
  const frame = frameOf(marking, id);
  if (frame.parent === 0) {
    marking.outcome = 'completed';
    marking.frames = [];
    return;
  }
  const around = frameOf(marking, frame.parent);
  if (around.body && around.node === frame.node) return finishInner(net, marking, frame, around);
  if (frame.undoes !== null || net.node(frame.node).kind === 'event-sub-process') return kill(marking, id);
  kill(marking, id, true);
  if (!leave(net, marking, net.node(frame.node), around.id)) return change(marking, id, { incident: 'no-flow' });
  const made = doneOf(net, frame);
  change(marking, around.id, { done: [...around.done, ...made] });
  kill(marking, id);
};

const finishInner = (net: Indexed, marking: Marking, frame: Frame, around: Frame): void => {
  const body = around.body ?? { started: 0, completed: 0, count: 0 };
  kill(marking, frame.id);
  const completed = body.completed + 1;
  change(marking, around.id, { body: { ...body, completed }, done: [...around.done, ...doneOf(net, frame)] });
  const until = net.node(frame.node).multi?.until ?? null;
  if (completed >= body.count || (until !== null && completed >= until)) finish(net, marking, around.id);
};

/** Only completed activities can be undone: by their handler, or by what was completed inside. Clause 13.5.5. */
const doneOf = (net: Indexed, frame: Frame): readonly Done[] => {
  const { node: activity, variables } = frame;
  const within = frame.done.length > 0 ? [{ activity, handler: null, inner: frame.done, variables }] : [];
  // Each single one of a multi-instance activity has its own handler; the body holds them.
  if (frame.body) return within;
  const handler = net.boundaries(activity).find((boundary) => boundary.event.kind === 'compensation')?.handler;
  return handler === undefined ? within : [{ activity, handler, inner: [], variables }];
};

/** Whether a frame is a scope that tokens move in. */
export const isScope = (net: Indexed, frame: Frame): boolean => {
  if (frame.parent === 0) return true;
  const { kind } = net.node(frame.node);
  return frame.body === null && (kind === 'sub-process' || kind === 'event-sub-process' || kind === 'transaction');
};

/** Nothing moves or waits in it any more. */
export const isEmpty = (marking: Marking, frame: Frame): boolean =>
  childrenOf(marking, frame.id).length === 0 && !marking.flows.some((token) => token.scope === frame.id);

/** What a compensating event undoes: its scope, or, in an event sub-process, the scope around that. */
export const beginUndoing = (net: Indexed, marking: Marking, frame: Frame, of: string | null): void => {
  let owner = frameOf(marking, frame.parent);
  while (owner.parent !== 0 && net.node(owner.node).kind === 'event-sub-process')
    owner = frameOf(marking, owner.parent);
  const isMeant = (done: Done): boolean => of === null || done.activity === of;
  const queue = owner.done.filter(isMeant).reverse();
  change(marking, owner.id, { done: owner.done.filter((done) => !isMeant(done)) });
  change(marking, frame.id, { undo: { owner: owner.id, queue } });
};

/** The last completed goes first, and each handler ends before the next one begins. */
export const undoNext = (net: Indexed, marking: Marking, frame: Frame): void => {
  const { owner, queue } = frame.undo ?? { owner: 0, queue: [] };
  const [first, ...rest] = queue;
  if (!first) return finishUndoing(net, marking, frame);
  change(marking, frame.id, { undo: { owner, queue: rest } });
  if (first.handler === null) {
    // The completed scope comes back for the handlers inside of it.
    const scope = addFrame(marking, first.activity, owner, { undoes: frame.id, variables: first.variables });
    return change(marking, scope.id, { undo: { owner: scope.id, queue: [...first.inner].reverse() } });
  }
  const handler = addFrame(marking, first.handler, owner, { undoes: frame.id });
  begin(net, marking, handler, net.node(first.handler));
};

/** The event goes on; a cancel end event leaves its transaction by the cancel boundary. */
const finishUndoing = (net: Indexed, marking: Marking, frame: Frame): void => {
  const node = net.node(frame.node);
  if (frame.undoes !== null) return kill(marking, frame.id);
  if (node.event.kind !== 'cancel') return finish(net, marking, frame.id);
  const transaction = frameOf(marking, frame.parent);
  kill(marking, transaction.id);
  const exit = net.boundaries(transaction.node).find((boundary) => boundary.event.kind === 'cancel');
  if (exit && hasFrame(marking, transaction.parent)) leave(net, marking, exit, transaction.parent);
};
