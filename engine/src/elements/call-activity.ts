import type { ElementBehavior } from '../behavior.ts';
import { readBinding } from '../definition/binding.ts';
import { missing, valueOf } from '../definition/compile-context.ts';
import type { NodeBase } from '../definition/node.ts';
import { completeElement } from '../element-lifecycle.ts';
import type { Expression } from '../feel/expression.ts';
import { evaluateName } from '../events/message.ts';
import { raiseIncident } from '../incidents.ts';
import { extension, flag, text } from '../model/moddle.ts';
import { emit } from '../step.ts';
import { localVariables, lookupFrom, visibleVariables } from '../variables.ts';

/**
 * Runs another process as an instance of its own and waits for it. Its key is known from the beginning, so that it can be ended at any
 * time; its errors come back here. BPMN 2.0.2, 10.3.6 and 13.3.4.
 */
export interface CallActivityNode extends NodeBase {
  readonly type: 'call-activity';
  readonly processId: Expression;
  readonly binding: 'latest' | 'deployment' | 'versionTag';
  readonly versionTag: string | null;
  /** Whether the called process gets all variables that are visible here, or only the input mappings. (Default: true.) */
  readonly propagateAllParentVariables: boolean;
  /** Whether all of its variables come back when there are no output mappings. (Default: true.) */
  readonly propagateAllChildVariables: boolean;
}

export const callActivity: ElementBehavior<CallActivityNode> = {
  compile(element, base, context) {
    const called = extension(element, 'zeebe:calledElement');
    const processId = text(called, 'processId');
    if (!called || processId === undefined) {
      missing(context, element, 'the id of the called process', 'Set the called element in the properties.');
      return null;
    }
    const binding = readBinding(called);
    const versionTag = text(called, 'versionTag') ?? null;
    if (binding === 'versionTag' && versionTag === null)
      missing(context, element, 'a version tag', 'Set the version tag to call.');
    return {
      ...base,
      type: 'call-activity',
      processId: valueOf(context, element, 'called process id', processId),
      binding,
      versionTag,
      propagateAllParentVariables: flag(called, 'propagateAllParentVariables', true),
      propagateAllChildVariables: flag(called, 'propagateAllChildVariables', true),
    };
  },
  enter(step, instance, node) {
    const processId = evaluateName(node.processId, 'called process as the', lookupFrom(step, instance.key), step.nowMs);
    if (!processId.ok) return raiseIncident(step, instance, processId.error);
    const calledInstanceKey = step.nextKey();
    emit(step, {
      type: 'process-called',
      elementInstanceKey: instance.key,
      calledInstanceKey,
      processId: processId.value,
    });
    step.effects.push({
      type: 'call-process',
      parent: { processInstanceKey: step.state.key, elementInstanceKey: instance.key },
      rootKey: step.state.rootKey,
      calledInstanceKey,
      processId: processId.value,
      binding: node.binding,
      versionTag: node.versionTag,
      callerDefinitionKey: step.state.definitionKey,
      variables: node.propagateAllParentVariables
        ? visibleVariables(step, instance.key)
        : localVariables(step, instance.key),
    });
  },
  trigger(step, instance, node, _targetId, variables) {
    const wanted = node.outputs.length > 0 || node.propagateAllChildVariables;
    completeElement(step, instance, node, wanted ? variables : {});
  },
  terminate(step, instance) {
    if (instance.calledInstanceKey === null) return;
    step.effects.push({ type: 'terminate-called', calledInstanceKey: instance.calledInstanceKey });
  },
};
