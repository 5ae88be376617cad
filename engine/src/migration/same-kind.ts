import type { Node } from '../elements/registry.ts';
import { eventsOf } from '../events/event-definition.ts';

/** Why one element cannot stand for another; null when it can. Names, expressions, job types and forms may differ. */
export const whyNotSameKind = (from: Node, to: Node): string | null => {
  const [before, after] = [kindOf(from), kindOf(to)];
  return before === after ? null : `'${from.id}' is ${before}, but '${to.id}' is ${after}`;
};

/** All that decides how an instance of the element is worked off. */
const kindOf = (node: Node): string =>
  [nodeKind(node), eventKind(node), workKind(node), loopKind(node), node.isForCompensation ? 'for compensation' : '']
    .filter((part) => part !== '')
    .join(' ');

const nodeKind = (node: Node): string =>
  node.type === 'sub-process' && node.isTransaction ? 'a TRANSACTION' : `a ${node.elementType}`;

const eventKind = (node: Node): string => {
  if (!('event' in node)) return '';
  const kinds = eventsOf(node.event).map(({ kind }) => kind);
  const all = node.event.kind === 'multiple' && node.event.parallel;
  return `of ${kinds.join(all ? ' and ' : ' or ')}`;
};

/** Who does its work: a worker, a script, a decision. */
const workKind = (node: Node): string => {
  if ('job' in node && node.job !== null) return 'with a job';
  if (node.type === 'script-task') return node.javascript === null ? 'in FEEL' : 'in JavaScript';
  return '';
};

const loopKind = ({ loop }: Node): string => {
  if (loop === null) return '';
  if (loop.kind === 'standard') return 'in a standard loop';
  return loop.isSequential ? 'with sequential instances' : 'with parallel instances';
};
