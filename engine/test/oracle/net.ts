/**
 * The abstract model that the oracle plays and that the generator makes: plain data, written to XML for the engine and read by nothing of it.
 * Nodes and flows of all scopes lie in two flat lists; `scope` tells which scope a node belongs to.
 */
export interface Net {
  /** The outermost scope. */
  readonly id: string;
  readonly nodes: readonly NetNode[];
  readonly flows: readonly NetFlow[];
}

export type NetEvent =
  | { readonly kind: 'none' | 'timer' | 'message' | 'terminate' | 'cancel' }
  | { readonly kind: 'error' | 'escalation'; readonly code: string | null }
  /** `of` names the activity that is compensated; null compensates the whole scope. */
  | { readonly kind: 'compensation'; readonly of: string | null }
  | { readonly kind: 'link'; readonly name: string };

export type NodeKind =
  | 'start'
  | 'end'
  | 'throw'
  | 'catch'
  | 'boundary'
  | 'task'
  | 'script'
  | 'user'
  | 'service'
  | 'receive'
  | 'exclusive'
  | 'parallel'
  | 'inclusive'
  | 'event-gateway'
  | 'sub-process'
  | 'event-sub-process'
  | 'transaction';

export interface NetNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly scope: string;
  readonly event: NetEvent;
  /** Boundary events: the activity. */
  readonly host?: string;
  /** Boundary events and starts of event sub-processes. */
  readonly interrupting?: boolean;
  /** Boundary events of compensation: the activity that undoes the host. */
  readonly handler?: string;
  /** This activity undoes another one; no token reaches it by a flow. */
  readonly isHandler?: boolean;
  readonly multi?: Multi;
  /** Scripts: `variable := variable * factor + plus`. */
  readonly script?: { readonly variable: string; readonly factor: number; readonly plus: number };
  /** Sub-processes: `n` is a variable of their own that begins with this value. */
  readonly local?: number;
}

export interface Multi {
  readonly sequential: boolean;
  readonly count: number;
  /** Done as soon as so many are completed; null waits for all. */
  readonly until: number | null;
}

export interface NetFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly when: Condition;
}

export type Condition =
  | null
  | 'default'
  | { readonly variable: string; readonly test: '=' | '<' | '>='; readonly value: number };

/** A net with everything that is looked up often. */
export interface Indexed {
  readonly net: Net;
  readonly node: (id: string) => NetNode;
  readonly outgoing: (id: string) => readonly NetFlow[];
  readonly incoming: (id: string) => readonly NetFlow[];
  readonly flow: (id: string) => NetFlow;
  readonly boundaries: (host: string) => readonly NetNode[];
  /** Event sub-processes of a scope with the event that starts each. */
  readonly eventSubs: (scope: string) => readonly { readonly node: NetNode; readonly start: NetNode }[];
  /** The start events without a trigger (or with the trigger of an event sub-process) of a scope. */
  readonly starts: (scope: string) => readonly NetNode[];
  /** For links: the catching event of that name in a scope. */
  readonly linkTarget: (scope: string, name: string) => NetNode | undefined;
}

const group = <T>(items: readonly T[], by: (item: T) => string | undefined): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = by(item);
    if (key === undefined) continue;
    const found = groups.get(key);
    if (found) found.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

export const indexNet = (net: Net): Indexed => {
  const nodes = new Map(net.nodes.map((node) => [node.id, node]));
  const flows = new Map(net.flows.map((flow) => [flow.id, flow]));
  const outgoing = group(net.flows, (flow) => flow.from);
  const incoming = group(net.flows, (flow) => flow.to);
  const boundaries = group(net.nodes, (node) => node.host);
  const inScope = group(net.nodes, (node) => node.scope);
  const starts = group(
    net.nodes.filter((node) => node.kind === 'start'),
    (node) => node.scope,
  );
  const eventSubs = new Map(
    [...inScope].map(([scope, found]) => [
      scope,
      found
        .filter((node) => node.kind === 'event-sub-process')
        .flatMap((node) => (starts.get(node.id) ?? []).map((start) => ({ node, start }))),
    ]),
  );
  const must = <T>(map: ReadonlyMap<string, T>, id: string): T => {
    const found = map.get(id);
    if (found === undefined) throw new Error(`The net has nothing with the id '${id}'.`);
    return found;
  };
  return {
    net,
    node: (id) => must(nodes, id),
    flow: (id) => must(flows, id),
    outgoing: (id) => outgoing.get(id) ?? [],
    incoming: (id) => incoming.get(id) ?? [],
    boundaries: (host) => boundaries.get(host) ?? [],
    eventSubs: (scope) => eventSubs.get(scope) ?? [],
    starts: (scope) => starts.get(scope) ?? [],
    linkTarget: (scope, name) =>
      (inScope.get(scope) ?? []).find(
        (node) => node.kind === 'catch' && node.event.kind === 'link' && node.event.name === name,
      ),
  };
};

/** Ids of flows as the XML will have them: `from-to`, numbered when repeated. */
export const nameFlows = (net: Net): Net => {
  const seen = new Map<string, number>();
  return {
    ...net,
    flows: net.flows.map((flow) => {
      const ends = `${flow.from}-${flow.to}`;
      const count = (seen.get(ends) ?? 0) + 1;
      seen.set(ends, count);
      return { ...flow, id: `${ends}${count > 1 ? `-${count}` : ''}` };
    }),
  };
};

const eventText = (event: NetEvent): string => {
  switch (event.kind) {
    case 'none':
      return '';
    case 'error':
    case 'escalation':
      return `:${event.kind}(${event.code ?? '*'})`;
    case 'compensation':
      return `:compensate(${event.of ?? 'all'})`;
    case 'link':
      return `:link(${event.name})`;
    case 'timer':
    case 'message':
    case 'terminate':
    case 'cancel':
      return `:${event.kind}`;
  }
};

const conditionText = (when: Condition): string =>
  when === null ? '' : when === 'default' ? ' [default]' : ` [${when.variable} ${when.test} ${when.value}]`;

/** One line per node and its flows: what a failure prints. */
export const printNet = (net: Net): string =>
  net.nodes
    .map((node) => {
      const details = [
        node.host === undefined ? '' : ` on ${node.host}${node.interrupting ? '' : ' (non-interrupting)'}`,
        node.kind === 'start' && node.event.kind !== 'none' && !node.interrupting ? ' (non-interrupting)' : '',
        node.handler === undefined ? '' : ` undone by ${node.handler}`,
        node.isHandler ? ' handler' : '',
        node.local === undefined ? '' : ` local n=${node.local}`,
        node.script
          ? ` ${node.script.variable}:=${node.script.variable}*${node.script.factor}+${node.script.plus}`
          : '',
        node.multi
          ? ` ${node.multi.sequential ? 'one after another' : 'at once'} ×${node.multi.count}${node.multi.until === null ? '' : ` until ${node.multi.until}`}`
          : '',
      ].join('');
      const flows = net.flows.filter((flow) => flow.from === node.id);
      const targets = flows.map((flow) => `${flow.to}${conditionText(flow.when)}`).join(', ');
      return `${node.scope} / ${node.id} ${node.kind}${eventText(node.event)}${details}${targets && ` > ${targets}`}`;
    })
    .join('\n');
