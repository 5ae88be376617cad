import type { EventDefinition } from '../events/event-definition.ts';
import type { Node } from '../elements/registry.ts';
import type { SequenceFlow } from './node.ts';

/** One executable process, compiled: everything that a step needs to look up. Made once per deployed version and never changed. */
export interface ProcessDefinition {
  /** The BPMN process id. */
  readonly id: string;
  readonly name: string | null;
  readonly versionTag: string | null;
  /** How long ended instances are kept, a duration of ISO 8601; null for the server's default. */
  readonly historyTimeToLive: string | null;
  /** All elements by id, sub-process contents and the process itself included. */
  readonly elements: ReadonlyMap<string, Node>;
  readonly flows: ReadonlyMap<string, SequenceFlow>;
  /** Whether there are joins that wait for tokens (parallel, inclusive, complex). */
  readonly hasJoins: boolean;
  /** Whether anything waits for conditions. */
  readonly hasConditions: boolean;
  /** Whether anything can be compensated. */
  readonly hasCompensation: boolean;
  /** What can start an instance. */
  readonly startTriggers: readonly StartTrigger[];
  /** The form of the none start event; null when it has none. */
  readonly startForm: StartForm | null;
  /** Ids of the processes that its call activities name as fixed text, for the check at deployment. */
  readonly calledProcessIds: readonly { readonly elementId: string; readonly processId: string }[];
  /** Ids of the decisions that its business rule tasks name as fixed text, for the same check. */
  readonly calledDecisionIds: readonly { readonly elementId: string; readonly decisionId: string }[];
}

/**
 * Something that starts the process, and where its instance begins. Message and signal names are evaluated without variables. An element with
 * several event definitions has a trigger for each.
 */
export interface StartTrigger {
  readonly elementId: string;
  readonly event: EventDefinition;
  /** Which of several triggers it is (from 0) that all have to happen before an instance starts; null where it starts one alone. */
  readonly part: { readonly index: number; readonly of: number } | null;
}

export interface StartForm {
  readonly formId: string | null;
  readonly formBinding: 'latest' | 'deployment' | 'versionTag';
  readonly formVersionTag: string | null;
  /** A form-js schema inside the process, as text. */
  readonly embeddedForm: string | null;
}

/** The element with this id. It must exist: ids in the state come from this definition. */
export const nodeOf = (definition: ProcessDefinition, elementId: string): Node => {
  const node = definition.elements.get(elementId);
  if (!node)
    throw new Error(
      `Expected process ${definition.id} to have an element ${elementId}; the state belongs to another definition.`,
    );
  return node;
};

export const flowOf = (definition: ProcessDefinition, flowId: string): SequenceFlow => {
  const flow = definition.flows.get(flowId);
  if (!flow)
    throw new Error(
      `Expected process ${definition.id} to have a sequence flow ${flowId}; the state belongs to another definition.`,
    );
  return flow;
};
