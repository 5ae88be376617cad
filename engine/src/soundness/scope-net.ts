import type { ProcessDefinition } from '../definition/process-definition.ts';
import type { Node } from '../elements/registry.ts';
import { eventsOf } from '../events/event-definition.ts';
import { ranksOf } from './ranks.ts';

/**
 * A place where a token can be: on its way to an element. Most are sequence flows; the others are ways that are not drawn: into a start event, out of a
 * boundary event, from a throwing link to its partner.
 */
export interface Place {
  /** The sequence flow; null for a way that is not drawn. */
  readonly flowId: string | null;
  /** The element that the token comes to. */
  readonly targetId: string;
}

/** What happens to the rest of the scope when an element is done with its token. */
export type Ending = 'terminate' | 'abort' | null;

/** One way of an element to go on: tokens that it sends out, as indexes of places. */
export interface Outcome {
  readonly places: readonly number[];
  /** `terminate` ends the scope, `abort` leaves it by an error or a cancellation. */
  readonly ends: Ending;
}

/** An element of the net: how it takes tokens, and what it may do with them. */
export interface NetElement {
  readonly id: string;
  /** The places that lead to it. */
  readonly inputs: readonly number[];
  /** `each` goes on with every single token, `all` waits for one on each input, `expected` for those that can still come (inclusive joins). */
  readonly takes: 'each' | 'all' | 'expected';
  readonly outcomes: readonly Outcome[];
  /** The order of the game: elements of a lower rank come before those of a higher one; those that can reach each other have the same. */
  readonly rank: number;
}

/** The token game of one scope, without data: every way that a gateway could go is possible. */
export interface ScopeNet {
  readonly scopeId: string;
  readonly places: readonly Place[];
  readonly elements: ReadonlyMap<string, NetElement>;
  /** The places where an instance of the scope may begin; one of them has the first token. */
  readonly entries: readonly number[];
  /**
   * Places that only events on the side lead to, which may happen again and again (boundary events that do not interrupt). Two tokens there are as intended, and count as
   * one.
   */
  readonly onTheSide: ReadonlySet<number>;
}

/** How the sub-processes of a scope can end, as far as that is known. */
export interface SubScope {
  /** A path leads to its normal end. */
  readonly canComplete: boolean;
  /** A path leads out by an error or a cancellation. */
  readonly canAbort: boolean;
}

/** Of more ways than these an inclusive gateway has too many combinations: one way, two ways and all stand for the rest. */
const maxCombined = 4;

/** Makes the net of a scope. `subScopes` tells of the sub-processes directly inside it. */
export const scopeNet = (
  definition: ProcessDefinition,
  scopeId: string,
  subScopes: ReadonlyMap<string, SubScope>,
): ScopeNet => {
  const nodes = [...definition.elements.values()].filter((node) => node.scopeId === scopeId && isPlayed(node));
  const places: Place[] = [];
  const byFlow = new Map<string, number>();
  const intoElement = new Map<string, number>();
  for (const flow of definition.flows.values())
    if (definition.elements.get(flow.sourceId)?.scopeId === scopeId) {
      byFlow.set(flow.id, places.length);
      places.push({ flowId: flow.id, targetId: flow.targetId });
    }
  const into = (targetId: string): number => {
    let place = intoElement.get(targetId);
    if (place === undefined) {
      intoElement.set(targetId, (place = places.length));
      places.push({ flowId: null, targetId });
    }
    return place;
  };
  const placesOf = (flowIds: readonly string[]): number[] => flowIds.map((id) => byFlow.get(id) as number);
  const outcomes = new Map(
    nodes.map((node) => [node.id, outcomesOf(node, { definition, nodes, subScopes, placesOf, into })]),
  );
  const entries = entryNodes(nodes).map((node) => into(node.id));
  const ranks = ranksOf(outcomes, places);
  const inputs = new Map<string, number[]>();
  places.forEach(({ targetId }, index) => {
    const known = inputs.get(targetId);
    if (known === undefined) inputs.set(targetId, [index]);
    else known.push(index);
  });
  const elements = new Map<string, NetElement>();
  for (const node of nodes)
    elements.set(node.id, {
      id: node.id,
      inputs: inputs.get(node.id) ?? [],
      takes: takingOf(node),
      outcomes: outcomes.get(node.id) ?? [],
      rank: ranks.get(node.id) ?? 0,
    });
  return { scopeId, places, elements, entries, onTheSide: placesOnTheSide(definition, places, elements, entries) };
};

const placesOnTheSide = (
  definition: ProcessDefinition,
  places: readonly Place[],
  elements: ReadonlyMap<string, NetElement>,
  entries: readonly number[],
): ReadonlySet<number> => {
  const isSideEvent = (elementId: string): boolean => {
    const node = definition.elements.get(elementId);
    return node?.type === 'boundary-event' && !node.interrupting;
  };
  const straight = new Set(entries);
  for (const place of straight) {
    const { targetId } = places[place] as Place;
    for (const outcome of elements.get(targetId)?.outcomes ?? [])
      for (const next of outcome.places) if (!isSideEvent((places[next] as Place).targetId)) straight.add(next);
  }
  return new Set([...places.keys()].filter((place) => !straight.has(place)));
};

/** Compensation and event sub-processes are no matter of routes. */
const isPlayed = (node: Node): boolean =>
  !node.isForCompensation &&
  node.type !== 'event-sub-process' &&
  !(node.type === 'boundary-event' && node.event.kind === 'compensation');

/** Where instances of the scope begin: its start events and what starts without one; in a scope without any, whatever nothing leads to. */
const entryNodes = (nodes: readonly Node[]): readonly Node[] => {
  const starting = nodes.filter((node) => node.type === 'start-event' || ('instantiate' in node && node.instantiate));
  if (starting.length > 0) return starting;
  return nodes.filter((node) => node.incoming.length === 0 && node.type !== 'boundary-event');
};

const takingOf = (node: Node): NetElement['takes'] => {
  if (node.incoming.length < 2) return 'each';
  if (node.type === 'parallel-gateway') return 'all';
  return node.type === 'inclusive-gateway' || node.type === 'complex-gateway' ? 'expected' : 'each';
};

interface Surroundings {
  readonly definition: ProcessDefinition;
  readonly nodes: readonly Node[];
  readonly subScopes: ReadonlyMap<string, SubScope>;
  readonly placesOf: (flowIds: readonly string[]) => number[];
  readonly into: (elementId: string) => number;
}

const sends = (places: readonly number[]): Outcome => ({ places, ends: null });

/** Everything that an element may do with a token, apart from its own waiting. */
const outcomesOf = (node: Node, around: Surroundings): readonly Outcome[] => {
  const { placesOf, into, definition, subScopes } = around;
  if ('event' in node && node.type === 'end-event') return [{ places: [], ends: endingOf(node) }];
  if (node.type === 'intermediate-throw-event' && node.event.kind === 'link') {
    const { linkName } = node.event;
    const partner = around.nodes.find(
      (each) =>
        each.type === 'intermediate-catch-event' && each.event.kind === 'link' && each.event.linkName === linkName,
    );
    return partner === undefined ? [] : [sends([into(partner.id)])];
  }
  const sub = subScopes.get(node.id);
  // A sub-process that never ends at all is a finding of its own; what comes after it is judged as if it did.
  const endsByErrorOnly = sub !== undefined && !sub.canComplete && sub.canAbort;
  const ways = endsByErrorOnly ? [] : waysOut(node, definition).map((flowIds) => placesOf(flowIds));
  const found: Outcome[] = ways.map(sends);
  let caughtByBoundary = false;
  for (const id of node.boundaryEvents) {
    const boundary = definition.elements.get(id);
    if (boundary?.type !== 'boundary-event' || boundary.event.kind === 'compensation') continue;
    const place = into(id);
    if (boundary.interrupting) {
      found.push(sends([place]));
      caughtByBoundary ||= eventsOf(boundary.event).some(({ kind }) => kind === 'error' || kind === 'cancel');
    } else found.push(...(endsByErrorOnly ? [[]] : ways).map((way) => sends([...way, place])));
  }
  if (sub?.canAbort === true && !caughtByBoundary) found.push({ places: [], ends: 'abort' });
  return found;
};

const endingOf = (node: Extract<Node, { type: 'end-event' }>): Ending => {
  const kinds = eventsOf(node.event).map(({ kind }) => kind);
  if (kinds.includes('error') || kinds.includes('cancel')) return 'abort';
  return kinds.includes('terminate') ? 'terminate' : null;
};

/** The flows that an element may send tokens along: one list for each way. */
const waysOut = (node: Node, definition: ProcessDefinition): readonly (readonly string[])[] => {
  const { outgoing, defaultFlow } = node;
  switch (node.type) {
    case 'exclusive-gateway':
    case 'event-based-gateway':
      if (node.type === 'event-based-gateway' && node.isParallel) return [outgoing];
      return outgoing.length === 0 ? [[]] : outgoing.map((id) => [id]);
    case 'inclusive-gateway':
    case 'complex-gateway':
      return outgoing.length === 0 ? [[]] : combinations(outgoing).filter((some) => some.length > 0);
    case 'parallel-gateway':
      return [outgoing];
    default: {
      const conditional = outgoing.filter((id) => definition.flows.get(id)?.condition != null);
      if (conditional.length === 0) return [outgoing];
      const always = outgoing.filter((id) => !conditional.includes(id) && id !== defaultFlow);
      return combinations(conditional)
        .map((some) => [...always, ...some, ...(some.length === 0 && defaultFlow !== null ? [defaultFlow] : [])])
        .filter((way) => way.length > 0);
    }
  }
};

/** The subsets of some flows, the empty one included. */
const combinations = (flowIds: readonly string[]): readonly (readonly string[])[] => {
  if (flowIds.length <= maxCombined)
    return Array.from({ length: 2 ** flowIds.length }, (_none, bits) => flowIds.filter((_id, at) => bits & (1 << at)));
  const pairs = flowIds.flatMap((first, at) => flowIds.slice(at + 1).map((second) => [first, second]));
  return [[], ...flowIds.map((id) => [id]), ...pairs, flowIds];
};
