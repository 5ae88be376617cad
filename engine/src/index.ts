/** The front door of the engine: everything that the server and the tests may use. */
export type { Command, CommandType, CreateInstance, JobResult, ThrownError, UserTaskChanges } from './command.ts';
export { conditionalOf } from './conditions.ts';
export { decide, type Decision } from './decide.ts';
export { compileBpmn, type CompileResult } from './definition/compile.ts';
export { packCompiled, unpackCompiled } from './definition/pack.ts';
export type { ElementType, SequenceFlow } from './definition/node.ts';
export type { ProcessDefinition, StartForm, StartTrigger } from './definition/process-definition.ts';
export { compileDmn, type CompileDmnResult } from './dmn/compile-dmn.ts';
export type { DecisionModel, DecisionNode, DecisionType } from './dmn/decision-model.ts';
export {
  evaluateDecision,
  type DecisionFailure,
  type DecisionOutcome,
  type EvaluatedDecision,
} from './dmn/evaluate-decision.ts';
export type { EvaluatedInput, EvaluatedOutput, MatchedRule } from './dmn/run.ts';
export { activatableIn } from './elements/ad-hoc-sub-process.ts';
export type { Effect, EvaluateDecision, RunScript } from './effect.ts';
export type { Node } from './elements/registry.ts';
export { defaultBudget, defaultLimits, type Env, type Limits } from './env.ts';
export { newElement } from './evolve/evolve-element.ts';
export { indexState } from './state-index.ts';
export type { EventDefinition } from './events/event-definition.ts';
export { addDuration, nextTimerDue, type Schedule } from './events/timer-schedule.ts';
export { evolve, initialState } from './evolve.ts';
export { compileExpression, evaluateJson, type Expression, type Lookup } from './feel/expression.ts';
export type { Failure, IncidentType, Rejection, RejectionCode, Result } from './failure.ts';
export type { ElementMapping, Migration } from './migration/instructions.ts';
export type {
  ActivateInstruction,
  ElementChoice,
  Modification,
  MoveAncestor,
  MoveInstruction,
  VariableInstruction,
} from './modification/instructions.ts';
export type { Json, Variables } from './json.ts';
export { asKey, type Key } from './key.ts';
export { isLegalTransition, lifecycle, type ElementState, type LifecycleRecordType } from './lifecycle.ts';
export { defaultXmlLimits, type XmlLimits } from './model/guard-xml.ts';
export { problemCodes, type Problem, type ProblemCode } from './model/problem.ts';
export type { JournalRecord, JournalRecordType, LinkedResource, UserTaskDetails } from './record.ts';
export { checkSoundness, defaultMarkings } from './soundness/check-soundness.ts';
export type { PlayedStep, Soundness, SoundnessFinding, TokenPlace } from './soundness/finding.ts';
export { restoreState, snapshotState, type ElementSnapshot, type StateSnapshot } from './snapshot.ts';
export { firstTimerDue, startConditionHolds, startEventName } from './start-triggers.ts';
export type {
  AdHocState,
  Compensation,
  ConditionWait,
  ElementInstance,
  Incident,
  InstanceState,
  InstanceStatus,
  Job,
  JobKind,
  ListenerEvent,
  Listening,
  LoopState,
  MessageWait,
  ParentRef,
  PendingTrigger,
  QueueItem,
  SignalWait,
  TimerWait,
  UserTask,
  Variable,
  Wait,
} from './state.ts';
