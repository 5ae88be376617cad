import type { ProcessDefinition } from '../definition/process-definition.ts';
import { title } from '../definition/title.ts';
import type { Node } from '../elements/registry.ts';
import { withoutWayTo } from './explore.ts';
import type { Exploration, Reached } from './explore.ts';
import type { PlayedStep, SoundnessFinding, TokenPlace } from './finding.ts';
import type { Marking } from './marking.ts';
import type { ScopeNet } from './scope-net.ts';

/** A game that was played, and whose it was. */
export interface PlayedScope {
  readonly definition: ProcessDefinition;
  readonly scope: Node;
  readonly net: ScopeNet;
  readonly explored: Exploration;
  /** Whether an event can end the scope while it goes on: a loop in it needs no way out of its own. */
  readonly isEndedFromOutside: boolean;
}

/** What the game of a scope says about its drawing. */
export const findingsOf = (played: PlayedScope): readonly SoundnessFinding[] => [
  ...deadlocks(played),
  ...doubledTokens(played),
  ...endlessLoops(played),
  ...deadElements(played),
];

const named = ({ definition }: PlayedScope, elementId: string): string => {
  const node = definition.elements.get(elementId);
  return node === undefined ? elementId : title(node);
};

const listed = (played: PlayedScope, elementIds: readonly string[]): string => {
  const shown = elementIds.slice(0, 5).map((id) => named(played, id));
  const more = elementIds.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};

const deadlocks = (played: PlayedScope): SoundnessFinding[] => {
  const { net, explored } = played;
  const found = new Map<string, SoundnessFinding>();
  for (const each of explored.reached) {
    if (each.kind !== 'stuck') continue;
    const elementIds = [...new Set(each.marking.map((place) => net.places[place]?.targetId ?? ''))];
    const [elementId = ''] = elementIds;
    const id = elementIds.join(' ');
    if (found.has(id)) continue;
    const inputs = net.elements.get(elementId)?.inputs ?? [];
    const flows = (isMarked: boolean): string =>
      inputs
        .filter((place) => each.marking.includes(place) === isMarked)
        .map((place) => `'${net.places[place]?.flowId}'`)
        .join(', ');
    found.set(id, {
      code: 'deadlock',
      elementId,
      elementIds,
      message:
        `Expected a token on every flow into ${named(played, elementId)}, but there is a route on which ${flows(true)} has one and nothing is left that could send one along ${flows(false)}. ` +
        'The process would wait there for ever. Join alternatives by an exclusive gateway, or make sure that all ways into a parallel one are taken.',
      steps: stepsTo(net, each),
    });
  }
  return [...found.values()];
};

const doubledTokens = (played: PlayedScope): SoundnessFinding[] => {
  const { net, explored } = played;
  const found = new Map<string, SoundnessFinding>();
  for (const each of explored.reached) {
    if (each.kind !== 'doubled' || each.by === null) continue;
    const { elementId } = each.by;
    if (found.has(elementId)) continue;
    found.set(elementId, {
      code: 'missing-synchronization',
      elementId,
      elementIds: [elementId],
      message:
        `Expected one token at a time behind ${named(played, elementId)}, but there is a route on which a second one comes while the first is still there: ways that run side by side meet without being joined, ` +
        'and what follows happens twice. Join them by a parallel or an inclusive gateway if it should happen once.',
      steps: stepsTo(net, each),
    });
  }
  return [...found.values()];
};

const endlessLoops = (played: PlayedScope): SoundnessFinding[] => {
  const { explored, isEndedFromOutside, net } = played;
  if (isEndedFromOutside) return [];
  const caught = withoutWayTo(explored, ({ kind, endsAtOnce }) => kind !== 'open' || endsAtOnce);
  const findings: SoundnessFinding[] = [];
  const told = new Set<Reached>();
  for (const first of caught) {
    if (told.has(first)) continue;
    const around = following(first);
    for (const each of around) told.add(each);
    const looping = onCycles(around);
    const [entry] = looping;
    const elementIds = startingAt(
      [...new Set(looping.flatMap(({ next }) => next.map(({ elementId }) => elementId)))],
      entry?.by?.elementId,
    );
    const [elementId] = elementIds;
    if (entry === undefined || elementId === undefined) continue;
    findings.push({
      code: 'endless-loop',
      elementId,
      elementIds,
      message:
        `Expected a way out of the loop of ${listed(played, elementIds)}, found none: once a token is in there, it goes round until somebody cancels the instance. ` +
        'Draw a way out, or an event that interrupts it.',
      steps: [...stepsTo(net, entry), ...onceAround(net, entry)],
    });
  }
  return findings;
};

/** The same round, from the element where it is entered. */
const startingAt = (round: readonly string[], elementId: string | undefined): readonly string[] => {
  const at = Math.max(0, round.indexOf(elementId ?? ''));
  return [...round.slice(at), ...round.slice(0, at)];
};

/** A marking and all that can follow. */
const following = (first: Reached): ReadonlySet<Reached> => {
  const seen = new Set([first]);
  for (const each of seen) for (const { to } of each.next) seen.add(to);
  return seen;
};

/** Without those that lead into the cycles only. */
const onCycles = (markings: ReadonlySet<Reached>): readonly Reached[] => {
  const left = new Set(markings);
  const entering = new Map<Reached, number>();
  for (const each of left) for (const { to } of each.next) entering.set(to, (entering.get(to) ?? 0) + 1);
  const pending = [...left].filter((each) => (entering.get(each) ?? 0) === 0);
  for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
    left.delete(each);
    for (const { to } of each.next) {
      entering.set(to, (entering.get(to) ?? 0) - 1);
      if (entering.get(to) === 0) pending.push(to);
    }
  }
  return [...left];
};

/** From a marking on until it comes again, or as far as it goes without meeting one twice. */
const onceAround = (net: ScopeNet, from: Reached): PlayedStep[] => {
  const steps: PlayedStep[] = [];
  const seen = new Set<Reached>();
  for (let [move] = from.next; move !== undefined && !seen.has(move.to); [move] = move.to.next) {
    seen.add(move.to);
    steps.push({ elementId: move.elementId, tokens: tokensOf(net, move.to.marking) });
    if (move.to === from) break;
  }
  return steps;
};

const deadElements = (played: PlayedScope): SoundnessFinding[] => {
  const { net, explored } = played;
  if (!explored.isComplete) return [];
  const targetsOf = (elementId: string): string[] =>
    (net.elements.get(elementId)?.outcomes ?? []).flatMap(({ places }) =>
      places.map((place) => net.places[place]?.targetId ?? ''),
    );
  // Where two tokens met the game stopped: what comes behind may well happen.
  const met = explored.reached
    .filter(({ kind }) => kind === 'doubled')
    .flatMap(({ marking }) => marking.map((place) => net.places[place]?.targetId ?? ''));
  const alive = new Set([...explored.fired, ...withAllBehind(met, targetsOf)]);
  const dead = [...net.elements.values()].filter(({ id }) => !alive.has(id)).sort((a, b) => a.rank - b.rank);
  const told = new Set<string>();
  const findings: SoundnessFinding[] = [];
  for (const { id } of dead) {
    if (told.has(id)) continue;
    const elementIds = [id];
    told.add(id);
    for (const each of elementIds)
      for (const target of targetsOf(each))
        if (!alive.has(target) && !told.has(target)) {
          told.add(target);
          elementIds.push(target);
        }
    findings.push({
      code: 'dead-element',
      elementId: id,
      elementIds,
      message: `Expected a route that makes ${listed(played, elementIds)} happen, found none: no choice at the gateways before leads there. Remove what is not needed, or correct the routes before.`,
      steps: [],
    });
  }
  return findings;
};

/** Some elements and all that can come after them. */
const withAllBehind = (elementIds: readonly string[], targetsOf: (id: string) => string[]): ReadonlySet<string> => {
  const found = new Set(elementIds);
  for (const id of found) for (const target of targetsOf(id)) found.add(target);
  return found;
};

/** The way from the beginning to a marking. */
const stepsTo = (net: ScopeNet, end: Reached): PlayedStep[] => {
  const steps: PlayedStep[] = [];
  for (let at: Reached | null = end; at !== null; at = at.by?.from ?? null)
    steps.push({ elementId: at.by?.elementId ?? null, tokens: tokensOf(net, at.marking) });
  return steps.reverse();
};

const tokensOf = (net: ScopeNet, marking: Marking): TokenPlace[] =>
  [...new Set(marking)].flatMap((place) => {
    const at = net.places[place];
    if (at === undefined) return [];
    return [{ flowId: at.flowId, elementId: at.targetId, count: marking.filter((each) => each === place).length }];
  });
