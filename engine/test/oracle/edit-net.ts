import { nameFlows, type Net, type NetFlow, type NetNode } from './net.ts';

/** Edits that take the structure out of a model: what a person draws who does not think in blocks. */
export interface Edit {
  readonly kind: (typeof editKinds)[number];
  /** Picks what is edited: taken modulo the number of candidates. */
  readonly a: number;
  readonly b: number;
}

export const editKinds = [
  'cross edge',
  'swap join',
  'merge gateways',
  'implicit split',
  'implicit merge',
  'drop default',
  'second end',
  'move boundary target',
  'edge back',
] as const;

export const editNet = (net: Net, edits: readonly Edit[]): Net =>
  nameFlows(withConditions(prune(edits.reduce(applyEdit, net))));

const pick = <T>(items: readonly T[], number: number): T | undefined => items[number % Math.max(items.length, 1)];

const nodeMap = (net: Net): ReadonlyMap<string, NetNode> => new Map(net.nodes.map((node) => [node.id, node]));

const isGateway = (node: NetNode | undefined): boolean =>
  node?.kind === 'exclusive' || node?.kind === 'parallel' || node?.kind === 'inclusive';

const isActivity = (node: NetNode | undefined): boolean =>
  node !== undefined &&
  !node.isHandler &&
  ['task', 'script', 'user', 'service', 'receive', 'sub-process', 'transaction'].includes(node.kind);

/** Flows whose target may be moved: an event-based gateway must stay before its events. */
const movable = (net: Net): readonly NetFlow[] => {
  const nodes = nodeMap(net);
  return net.flows.filter((flow) => nodes.get(flow.from)?.kind !== 'event-gateway');
};

/** Places in this scope that a flow may lead to: not the events behind an event-based gateway, which have only that way in. */
const targets = (net: Net, scope: string | undefined): readonly NetNode[] => {
  const nodes = nodeMap(net);
  const behindRace = new Set(
    net.flows.filter((flow) => nodes.get(flow.from)?.kind === 'event-gateway').map((flow) => flow.to),
  );
  return net.nodes.filter(
    (node) =>
      node.scope === scope &&
      !node.isHandler &&
      !['start', 'boundary', 'event-sub-process'].includes(node.kind) &&
      !(node.kind === 'catch' && node.event.kind === 'link') &&
      !behindRace.has(node.id),
  );
};

const withFlow = (net: Net, from: string, to: string, when: NetFlow['when'] = null): Net => ({
  ...net,
  flows: [...net.flows, { id: '', from, to, when }],
});

const freshId = (net: Net, kind: string): string => {
  for (let number = 1; ; number += 1) {
    const id = `${kind}_x${number}`;
    if (!net.nodes.some((node) => node.id === id)) return id;
  }
};

/** A new gateway in the middle of a flow. */
const insert = (net: Net, flow: NetFlow, kind: 'exclusive' | 'parallel' | 'inclusive'): { net: Net; id: string } => {
  const id = freshId(net, kind);
  const scope = nodeMap(net).get(flow.from)?.scope ?? net.id;
  const flows = net.flows.map((each) => (each === flow ? { ...flow, to: id } : each));
  const nodes = [...net.nodes, { id, kind, scope, event: { kind: 'none' as const } }];
  return { id, net: { ...net, nodes, flows: [...flows, { id: '', from: id, to: flow.to, when: null }] } };
};

const applyEdit = (net: Net, { kind, a, b }: Edit): Net => {
  const nodes = nodeMap(net);
  const scopeOf = (flow: NetFlow | undefined): string | undefined => flow && nodes.get(flow.from)?.scope;
  switch (kind) {
    case 'cross edge': {
      // From the middle of one flow to the middle of another of the same scope.
      const from = pick(movable(net), a);
      const to = pick(
        movable(net).filter((flow) => flow !== from && scopeOf(flow) === scopeOf(from)),
        b,
      );
      if (!from || !to) return net;
      const kinds = ['exclusive', 'parallel', 'inclusive'] as const;
      const left = insert(net, from, pick(kinds, a + b) ?? 'parallel');
      const right = insert(left.net, to, pick(kinds, b) ?? 'parallel');
      const isChoice = (a + b) % kinds.length !== 1;
      return withFlow(right.net, left.id, right.id, isChoice ? { variable: 'n', test: '=', value: b % 3 } : null);
    }
    case 'swap join': {
      const joins = net.nodes.filter(
        (node) => isGateway(node) && net.flows.filter((flow) => flow.from === node.id).length === 1,
      );
      const join = pick(joins, a);
      const swapped = pick(
        (['exclusive', 'parallel', 'inclusive'] as const).filter((each) => each !== join?.kind),
        b,
      );
      return { ...net, nodes: net.nodes.map((node) => (node === join && swapped ? { ...node, kind: swapped } : node)) };
    }
    case 'merge gateways': {
      // A join and the split behind it become one.
      const pairs = net.flows.filter(
        (flow) =>
          flow.from !== flow.to &&
          isGateway(nodes.get(flow.from)) &&
          isGateway(nodes.get(flow.to)) &&
          net.flows.filter((each) => each.from === flow.from).length === 1,
      );
      const pair = pick(pairs, a);
      if (!pair) return net;
      const flows = net.flows
        .filter((flow) => flow !== pair)
        .map((flow) => (flow.to === pair.from ? { ...flow, to: pair.to } : flow));
      return { ...net, nodes: net.nodes.filter((node) => node.id !== pair.from), flows };
    }
    case 'implicit split': {
      const from = pick(net.nodes.filter(isActivity), a);
      const to = pick(targets(net, from?.scope), b);
      return from && to ? withFlow(net, from.id, to.id) : net;
    }
    case 'implicit merge': {
      // A join is left out: its flows lead to what is behind it.
      const join = pick(
        net.nodes.filter((node) => isGateway(node) && net.flows.filter((flow) => flow.from === node.id).length === 1),
        a,
      );
      const next = net.flows.find((flow) => flow.from === join?.id)?.to;
      if (!join || next === undefined || next === join.id) return net;
      return {
        ...net,
        nodes: net.nodes.filter((node) => node !== join),
        flows: net.flows
          .filter((flow) => flow.from !== join.id)
          .map((flow) => (flow.to === join.id ? { ...flow, to: next } : flow)),
      };
    }
    case 'drop default': {
      const flow = pick(
        net.flows.filter((each) => each.when === 'default'),
        a,
      );
      const when = { variable: 'n', test: '=', value: b % 3 } as const;
      return { ...net, flows: net.flows.map((each) => (each === flow ? { ...each, when } : each)) };
    }
    case 'second end': {
      const flow = pick(movable(net), a);
      const scope = scopeOf(flow);
      if (!flow || scope === undefined) return net;
      const id = freshId(net, 'end');
      const nodesWithEnd: readonly NetNode[] = [...net.nodes, { id, kind: 'end', scope, event: { kind: 'none' } }];
      const cut = insert({ ...net, nodes: nodesWithEnd }, flow, b % 2 === 0 ? 'parallel' : 'inclusive');
      return withFlow(cut.net, cut.id, id);
    }
    case 'move boundary target': {
      const flow = pick(
        net.flows.filter((each) => nodes.get(each.from)?.kind === 'boundary'),
        a,
      );
      const to = pick(targets(net, scopeOf(flow)), b);
      return { ...net, flows: net.flows.map((each) => (each === flow && to ? { ...each, to: to.id } : each)) };
    }
    case 'edge back': {
      // Out of wherever back into a merge, when the environment says so.
      const from = pick(movable(net), a);
      const merge = pick(
        targets(net, scopeOf(from)).filter((node) => node.kind === 'exclusive'),
        b,
      );
      if (!from || !merge) return net;
      const cut = insert(net, from, 'exclusive');
      const flows = cut.net.flows.map((flow) => (flow.from === cut.id ? { ...flow, when: 'default' as const } : flow));
      return withFlow({ ...cut.net, flows }, cut.id, merge.id, { variable: 'n', test: '=', value: 2 });
    }
  }
};

/** Out of an exclusive gateway with several flows each has a condition, but for the default one; out of others none must have. */
const withConditions = (net: Net): Net => {
  const nodes = nodeMap(net);
  const fix = (flow: NetFlow, index: number): NetFlow => {
    const kind = nodes.get(flow.from)?.kind;
    const isSingle = net.flows.filter((each) => each.from === flow.from).length === 1;
    if (kind === 'exclusive' && !isSingle && flow.when === null)
      return { ...flow, when: { variable: 'n', test: '=', value: index % 3 } };
    return kind === 'parallel' || kind === 'event-gateway' ? { ...flow, when: null } : flow;
  };
  return { ...net, flows: net.flows.map(fix) };
};

/** Takes away what no token can reach any more; such models are refused at deployment. */
const prune = (net: Net): Net => {
  const nodes = nodeMap(net);
  const reached = new Set<string>();
  const open = net.nodes.filter((node) => node.kind === 'start' && node.scope === net.id).map((node) => node.id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = nodes.get(id);
    if (!node || reached.has(id)) continue;
    reached.add(id);
    open.push(...net.flows.filter((flow) => flow.from === id).map((flow) => flow.to));
    for (const other of net.nodes) {
      const isInside = other.scope === id && other.kind === 'start';
      const isSub = other.kind === 'event-sub-process' && (other.scope === net.id || reached.has(other.scope));
      const isLanding =
        node.kind === 'throw' &&
        node.event.kind === 'link' &&
        other.scope === node.scope &&
        other.kind === 'catch' &&
        other.event.kind === 'link' &&
        other.event.name === node.event.name;
      if (other.host === id || isInside || isSub || isLanding) open.push(other.id);
    }
    if (node.handler !== undefined) open.push(node.handler);
  }
  const isKept = (id: string): boolean => reached.has(id);
  const targetsLeft = (node: NetNode): NetNode =>
    node.event.kind === 'compensation' && node.event.of !== null && !isKept(node.event.of)
      ? { ...node, event: { kind: 'compensation', of: null } }
      : node;
  return {
    ...net,
    nodes: net.nodes.filter((node) => isKept(node.id)).map(targetsLeft),
    flows: net.flows.filter((flow) => isKept(flow.from) && isKept(flow.to)),
  };
};
