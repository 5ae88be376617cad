import type { FunctionLogic } from './boxed/function-definition.ts';
import type { DmnType } from './dmn-type.ts';
import type { Boxed } from './run.ts';

/** A compiled DMN file: its decisions and what they require. Frozen; shared by all evaluations. */
export interface DecisionModel {
  /** Id and name of the file's `definitions`. */
  readonly id: string;
  readonly name: string;
  /** By id, in the order of the file. */
  readonly decisions: ReadonlyMap<string, DecisionNode>;
  readonly inputs: ReadonlyMap<string, InputNode>;
  readonly knowledge: ReadonlyMap<string, KnowledgeNode | ServiceNode>;
}

/** How the API calls the logic of a decision. */
export type DecisionType = 'DECISION_TABLE' | 'LITERAL_EXPRESSION' | 'UNKNOWN';

export interface DecisionNode {
  readonly id: string;
  readonly name: string;
  /** The name under which others see its result, beside its name and id. */
  readonly variable: string;
  readonly versionTag: string | null;
  readonly decisionType: DecisionType;
  readonly logic: Boxed;
  readonly type: DmnType | null;
  /** Ids of what it requires, in the order of the file. */
  readonly requiredDecisions: readonly string[];
  readonly requiredInputs: readonly string[];
  readonly requiredKnowledge: readonly string[];
}

export interface InputNode {
  readonly id: string;
  /** The variable that holds it. */
  readonly name: string;
  readonly type: DmnType | null;
}

/** A business knowledge model: a function that decisions call by its name. */
export interface KnowledgeNode {
  readonly kind: 'function';
  readonly id: string;
  readonly name: string;
  readonly logic: FunctionLogic;
  readonly requiredKnowledge: readonly string[];
}

/** A decision service: a function whose result comes from decisions. */
export interface ServiceNode {
  readonly kind: 'service';
  readonly id: string;
  readonly name: string;
  readonly type: DmnType | null;
  readonly outputDecisions: readonly string[];
  readonly encapsulatedDecisions: readonly string[];
  readonly inputDecisions: readonly string[];
  readonly inputs: readonly string[];
}
