import type { Frame, Marking } from './marking.ts';
import type { Indexed } from './net.ts';

/** The upstream-token rule of clause 13.4.3. */

/** Incoming flows of the gateway that a token on `flow` can come to without passing the gateway. */
const reaches = (net: Indexed, from: string, gateway: string): ReadonlySet<string> => {
  const found = new Set<string>();
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const { to } = net.flow(id);
    if (to === gateway) found.add(id);
    else open.push(...exits(net, to));
  }
  return found;
};

/** The same for one flow, found once: it only depends on the model. */
const reachedFrom = (net: Indexed, start: string, gateway: string): ReadonlySet<string> => {
  const known = cache.get(net) ?? new Map<string, ReadonlySet<string>>();
  cache.set(net, known);
  const key = `${start} ${gateway}`;
  const found = known.get(key) ?? reaches(net, start, gateway);
  known.set(key, found);
  return found;
};

const cache = new WeakMap<Indexed, Map<string, ReadonlySet<string>>>();

/** Flows by which a token can come out of a node: its own, those of its boundary events, those behind a link. */
const exits = (net: Indexed, id: string): readonly string[] => {
  const node = net.node(id);
  const target =
    node.kind === 'throw' && node.event.kind === 'link' ? net.linkTarget(node.scope, node.event.name) : undefined;
  const nodes = [id, ...net.boundaries(id).map((boundary) => boundary.id), ...(target ? [target.id] : [])];
  return nodes.flatMap((each) => net.outgoing(each).map((flow) => flow.id));
};

/** The flows that the gateway would take a token from; null while it has to wait. */
export const readyFlows = (
  net: Indexed,
  marking: Marking,
  gateway: string,
  scope: number,
): readonly string[] | null => {
  const here = marking.flows.filter((token) => token.scope === scope);
  const incoming = net.incoming(gateway).map((flow) => flow.id);
  const full = incoming.filter((flow) => here.some((token) => token.flow === flow));
  if (full.length === 0) return null;
  // A token inside an activity may leave it by any of its exits: all of them belong to the one token.
  const upstream = [
    ...here.filter((token) => !full.includes(token.flow)).map((token) => [token.flow]),
    ...marking.frames
      .filter((frame: Frame) => frame.parent === scope && net.node(frame.node).kind !== 'event-sub-process')
      .map((frame) => exits(net, frame.node)),
  ];
  const isExpected = upstream.some((exitsOfToken) => {
    const reached = exitsOfToken.flatMap((exit) => [...reachedFrom(net, exit, gateway)]);
    return reached.some((flow) => !full.includes(flow)) && !reached.some((flow) => full.includes(flow));
  });
  return isExpected ? null : full;
};
