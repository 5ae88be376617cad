import type { CompileContext } from './definition/compile-context.ts';
import type { NodeBase, SequenceFlow } from './definition/node.ts';
import type { Result } from './failure.ts';
import type { Lookup } from './feel/expression.ts';
import type { Json, Variables } from './json.ts';
import type { Key } from './key.ts';
import type { ModdleElement } from './model/moddle.ts';
import type { ElementInstance } from './state.ts';
import type { Step } from './step.ts';

/**
 * What a BPMN element does: the contract that every file in `elements/` fulfills. Read this, then `elements/parallel-gateway.ts`.
 *
 * A token that takes a sequence flow *arrives* at the element behind it. Unless the element lets it wait (`arrive`), an element instance is
 * made: its input mappings are applied, its start listeners run and its boundary events are opened (ACTIVATING), then its work begins
 * (ACTIVE) with `enter`. A task leaves something that waits (a job, a timer, …) and the step comes to rest; an event or gateway goes on at
 * once. What was waited for comes back as a command and reaches `trigger`. The work done, output mappings are applied, end listeners run
 * and the outgoing flows are chosen (COMPLETING, `chooseFlows`), then the element instance is gone and the tokens are on their way. All
 * this but the hooks is common to all elements and lives in `element-lifecycle.ts`.
 *
 * An activity that loops has one instance more around it, the *body* (`roles.ts`). The body is an element instance like any other, with
 * hooks of its own (`elements/multi-instance-body.ts`, `elements/standard-loop-body.ts`); what it repeats knows nothing of it.
 *
 * Rules for hooks:
 * - State changes by `emit(step, record)` only. Evaluate everything that can fail before the first `emit`: a hook that reported a failure
 *   is run again from its beginning when the incident is resolved.
 * - A failure at run time is reported with `raiseIncident`, not thrown. An exception is a bug.
 * - Nothing calls into another element: take a flow, activate or complete through `element-lifecycle.ts`, which only adds to the queue.
 * - No hook knows the time, makes a key or talks to anybody: `step.nowMs`, `step.nextKey()`, `step.effects`.
 */
export interface ElementBehavior<N extends NodeBase> extends ElementHooks<N> {
  /** Reads the element from the model. Reports every problem it finds; null when nothing can be made of it. */
  compile(element: ModdleElement, base: NodeBase, context: CompileContext): N | null;
}

/** What an element instance does at run time. */
export interface ElementHooks<N extends NodeBase> {
  /** A token arrived by that flow. Joins let it wait here. (Default: an element instance is activated for each token.) */
  arrive?(step: Step, node: N, scopeKey: Key, flowId: string): void;

  /**
   * The step has come to rest, and something changed in a scope where tokens wait at this join or it waits for reset: does it fire now?
   * True when it did.
   */
  lookAround?(step: Step, node: N, scopeKey: Key): boolean;

  /** The work begins. Also run again after an incident that was raised here is resolved. */
  enter(step: Step, instance: ElementInstance, node: N): void;

  /** Whether `enter` deals with the event that began the element instance (`instance.trigger`). (Default: false, its work is done then.) */
  readonly entersTriggered?: boolean;

  /** Something the element instance waited for happened; its wait is closed already. `targetId` is the element that catches it. */
  trigger?(step: Step, instance: ElementInstance, node: N, targetId: string, variables: Variables): void;

  /** The server evaluated what `enter` asked for (`requestEvaluation`). */
  evaluated?(step: Step, instance: ElementInstance, node: N, value: Json): void;

  /** An incident of the work was resolved. (Default: the work begins again, with its input mappings.) */
  resume?(step: Step, instance: ElementInstance, node: N): void;

  /** Which flows the tokens leave by. (Default: all whose condition holds or that have none; without any, the default flow.) */
  chooseFlows?(step: Step, node: N, lookup: Lookup): Result<readonly SequenceFlow[]>;

  /** The last token of the scope is gone. Only scopes have this. */
  completeScope?(step: Step, instance: ElementInstance, node: N): void;

  /**
   * Only bodies of loops and ad-hoc sub-processes: one of their instances is about to complete. `lookup` sees what it sees and what its
   * output mappings made. What can fail is evaluated now; the answer is run when the instance is gone.
   */
  completeInner?(
    step: Step,
    container: ElementInstance,
    node: N,
    inner: ElementInstance,
    lookup: Lookup,
  ): Result<() => void>;

  /** The element instance is about to be gone for good; the answer is run when it is. Only the process has this. */
  completed?(step: Step, instance: ElementInstance, node: N): () => void;

  /** Only scopes that begin things one after another: the next one may begin. */
  beginNext?(step: Step, instance: ElementInstance, node: N): void;

  /**
   * The element instance is about to be terminated, but somebody has to hear of it first. True: it noted `element-terminating`, which moves it
   * out to the process, and says itself when it is done.
   */
  linger?(step: Step, instance: ElementInstance, node: N): boolean;

  /** The element instance is about to be terminated: what has to be told to others. Its waits, job and task are closed for it. */
  terminate?(step: Step, instance: ElementInstance, node: N): void;
}
