import type { ProcessDefinition } from '../definition/process-definition.ts';
import type { Node } from '../elements/registry.ts';
import { explore } from './explore.ts';
import type { Soundness, SoundnessFinding } from './finding.ts';
import { findingsOf } from './findings-of.ts';
import { scopeNet } from './scope-net.ts';
import type { SubScope } from './scope-net.ts';

/** Markings that are looked at in one scope. (Default: 20,000, about half a second.) */
export const defaultMarkings = 20_000;

/**
 * Plays the token game of a process: every way that its gateways, events and activities could go, without looking at conditions and data. Finds joins that wait in vain, places where
 * two tokens meet that should have been joined, elements that no token comes to, and loops without a way out. Each scope is a game of its own: the process, every sub-process,
 * every event sub-process. Sub-processes and call activities are taken as steps of the scope around them.
 *
 * A finding is possible by the routes; a condition may rule it out. What is not found is ruled out in all scopes that are not among the unfinished ones; complex gateways are
 * taken as inclusive ones.
 */
export const checkSoundness = (definition: ProcessDefinition, limit: number = defaultMarkings): Soundness => {
  const findings: SoundnessFinding[] = [];
  const unfinishedScopeIds: string[] = [];
  const subScopes = new Map<string, SubScope>();
  for (const scope of innermostFirst(definition)) {
    const net = scopeNet(definition, scope.id, subScopes);
    const explored = explore(net, limit);
    const { isComplete, endings } = explored;
    if (!isComplete) unfinishedScopeIds.push(scope.id);
    subScopes.set(scope.id, {
      canComplete: !isComplete || endings.has(null) || endings.has('terminate') || isInterruptible(definition, scope),
      canAbort: endings.has('abort') || eventSubProcessAborts(definition, scope, subScopes),
    });
    const isEndedFromOutside = isInterruptible(definition, scope) || hasInterruptingBoundary(definition, scope);
    findings.push(...findingsOf({ definition, scope, net, explored, isEndedFromOutside }));
  }
  return { findings, unfinishedScopeIds };
};

/** The scopes with flows of their own; each comes after those inside it. The contents of an ad-hoc sub-process have no order that could be wrong. */
const innermostFirst = (definition: ProcessDefinition): readonly Node[] => {
  const depthOf = (node: Node): number => {
    let depth = 0;
    for (let { scopeId } = node; scopeId !== null; scopeId = definition.elements.get(scopeId)?.scopeId ?? null)
      depth += 1;
    return depth;
  };
  return [...definition.elements.values()]
    .filter(({ type }) => type === 'process' || type === 'sub-process' || type === 'event-sub-process')
    .map((node) => ({ node, depth: depthOf(node) }))
    .sort((a, b) => b.depth - a.depth)
    .map(({ node }) => node);
};

const hasInterruptingBoundary = (definition: ProcessDefinition, { boundaryEvents }: Node): boolean =>
  boundaryEvents.some((id) => {
    const boundary = definition.elements.get(id);
    return boundary?.type === 'boundary-event' && boundary.interrupting;
  });

/** Whether an event sub-process can take the place of whatever else goes on in the scope. */
const isInterruptible = (definition: ProcessDefinition, { eventSubProcesses }: Node): boolean =>
  eventSubProcesses.some((id) => {
    const sub = definition.elements.get(id);
    const start = sub?.type === 'event-sub-process' ? definition.elements.get(sub.startEventId) : undefined;
    return start?.type === 'start-event' && start.interrupting;
  });

/** An error in an event sub-process leaves the scope around it. */
const eventSubProcessAborts = (
  definition: ProcessDefinition,
  scope: Node,
  subScopes: ReadonlyMap<string, SubScope>,
): boolean =>
  scope.eventSubProcesses.some(
    (id) => definition.elements.get(id)?.type === 'event-sub-process' && subScopes.get(id)?.canAbort === true,
  );
