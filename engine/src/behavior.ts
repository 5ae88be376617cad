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
 * made: its input mappings are applied and its boundary events are opened (ACTIVATING), then its work begins (ACTIVE) with `enter`. A task
 * leaves something that waits (a job, a timer, …) and the step comes to rest; an event or gateway goes on at once. What was waited for
 * comes back as a command and reaches `trigger`. The work done, output mappings are applied and the outgoing flows are chosen (COMPLETING,
 * `chooseFlows`), then the element instance is gone and the tokens are on their way. All this but the hooks is common to all elements
 * and lives in `element-lifecycle.ts`.
 *
 * Rules for hooks:
 * - State changes by `emit(step, record)` only. Evaluate everything that can fail before the first `emit`: a hook that reported a failure
 *   is run again from its beginning when the incident is resolved.
 * - A failure at run time is reported with `raiseIncident`, not thrown. An exception is a bug.
 * - Nothing calls into another element: take a flow, activate or complete through `element-lifecycle.ts`, which only adds to the queue.
 * - No hook knows the time, makes a key or talks to anybody: `step.nowMs`, `step.nextKey()`, `step.effects`.
 */
export interface ElementBehavior<N extends NodeBase> {
  /** Reads the element from the model. Reports every problem it finds; null when nothing can be made of it. */
  compile(element: ModdleElement, base: NodeBase, context: CompileContext): N | null;

  /** A token arrived by that flow. Joins let it wait here. (Default: an element instance is activated for each token.) */
  arrive?(step: Step, node: N, scopeKey: Key, flowId: string): void;

  /** The work begins. Also run again after an incident that was raised here is resolved. */
  enter(step: Step, instance: ElementInstance, node: N): void;

  /** Something the element instance waited for happened; its wait is closed already. `targetId` is the element that catches it. */
  trigger?(step: Step, instance: ElementInstance, node: N, targetId: string, variables: Variables): void;

  /** The server evaluated what `enter` asked for (`requestEvaluation`). */
  evaluated?(step: Step, instance: ElementInstance, node: N, value: Json): void;

  /** Which flows the tokens leave by. (Default: all whose condition holds or that have none; without any, the default flow.) */
  chooseFlows?(step: Step, node: N, lookup: Lookup): Result<readonly SequenceFlow[]>;

  /** The last token of the scope is gone. Only scopes have this. */
  completeScope?(step: Step, instance: ElementInstance, node: N): void;

  /** The element instance is about to be terminated: what has to be told to others. Its waits, job and task are closed for it. */
  terminate?(step: Step, instance: ElementInstance, node: N): void;
}
