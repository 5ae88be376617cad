import type { Expression } from '../feel/expression.ts';
import type { ExecutionListeners } from './execution-listeners.ts';
import type { Loop } from './loop-characteristics.ts';

/** The element types of the REST API (Camunda 8's names). */
export type ElementType =
  | 'PROCESS'
  | 'SUB_PROCESS'
  | 'EVENT_SUB_PROCESS'
  | 'AD_HOC_SUB_PROCESS'
  | 'AD_HOC_SUB_PROCESS_INNER_INSTANCE'
  | 'MULTI_INSTANCE_BODY'
  | 'START_EVENT'
  | 'INTERMEDIATE_CATCH_EVENT'
  | 'INTERMEDIATE_THROW_EVENT'
  | 'BOUNDARY_EVENT'
  | 'END_EVENT'
  | 'SERVICE_TASK'
  | 'SEND_TASK'
  | 'RECEIVE_TASK'
  | 'USER_TASK'
  | 'MANUAL_TASK'
  | 'BUSINESS_RULE_TASK'
  | 'SCRIPT_TASK'
  | 'TASK'
  | 'EXCLUSIVE_GATEWAY'
  | 'PARALLEL_GATEWAY'
  | 'INCLUSIVE_GATEWAY'
  | 'COMPLEX_GATEWAY'
  | 'EVENT_BASED_GATEWAY'
  | 'CALL_ACTIVITY';

/** One input or output mapping: the value of `source` is set as `target` (a variable name, or a path into one: `order.id`). */
export interface Mapping {
  readonly source: Expression;
  readonly target: string;
}

/** What every element of a compiled process has. */
export interface NodeBase {
  readonly id: string;
  readonly name: string | null;
  readonly elementType: ElementType;
  /** The enclosing sub-process or process; null for the process itself. */
  readonly scopeId: string | null;
  /** Sequence flow ids in the order of the model. */
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  readonly defaultFlow: string | null;
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
  /** Boundary events attached to this element. */
  readonly boundaryEvents: readonly string[];
  /** Event sub-processes directly inside this scope; empty for everything that is no scope. */
  readonly eventSubProcesses: readonly string[];
  /** Variables that the scope itself declares: data objects and properties of the standard. They begin as null. */
  readonly declares: readonly string[];
  /** Repetition of an activity; null when it runs once. */
  readonly loop: Loop | null;
  readonly listeners: ExecutionListeners;
  /** A compensation handler: no token reaches it, only compensation does. */
  readonly isForCompensation: boolean;
  /** The activity that undoes this one, associated with its compensation boundary event; null when there is none. */
  readonly compensationHandler: string | null;
}

export interface SequenceFlow {
  readonly id: string;
  readonly name: string | null;
  readonly sourceId: string;
  readonly targetId: string;
  readonly condition: Expression | null;
}
