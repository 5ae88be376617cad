import type { ElementBehavior } from '../behavior.ts';
import { feelOf, missing } from '../definition/compile-context.ts';
import { compileJob, type JobDefinition } from '../definition/job-definition.ts';
import type { NodeBase } from '../definition/node.ts';
import { completeElement } from '../element-lifecycle.ts';
import { evaluateJson, type Expression } from '../feel/expression.ts';
import { setOwn } from '../feel/to-json.ts';
import { raiseIncident } from '../incidents.ts';
import { createJob } from '../jobs.ts';
import type { Json } from '../json.ts';
import { extension, text } from '../model/moddle.ts';
import { lookupFrom } from '../variables.ts';

/** Evaluates a FEEL expression (`zeebe:script`) into a variable, or leaves the script to a worker. BPMN 2.0.2, 10.3.3 and 13.3.3. */
export interface ScriptTaskNode extends NodeBase {
  readonly type: 'script-task';
  readonly script: { readonly expression: Expression; readonly resultVariable: string } | null;
  readonly job: JobDefinition | null;
}

export const scriptTask: ElementBehavior<ScriptTaskNode> = {
  compile(element, base, context) {
    const script = extension(element, 'zeebe:script');
    const job = compileJob(element, context);
    if (!script) {
      if (!job)
        missing(
          context,
          element,
          'a FEEL expression or a task definition',
          'Set the expression and its result variable.',
        );
      return job && { ...base, type: 'script-task', script: null, job };
    }
    const expression = text(script, 'expression');
    const resultVariable = text(script, 'resultVariable');
    if (expression === undefined) missing(context, element, 'a FEEL expression', 'Set the expression of the script.');
    if (resultVariable === undefined)
      missing(context, element, 'a result variable', 'Name the variable that gets the result.');
    if (expression === undefined || resultVariable === undefined) return null;
    return {
      ...base,
      type: 'script-task',
      script: { expression: feelOf(context, element, 'script', expression), resultVariable },
      job: null,
    };
  },
  enter(step, instance, node) {
    if (node.job) return createJob(step, instance, node.job);
    if (!node.script) return completeElement(step, instance, node);
    const result = evaluateJson(node.script.expression, lookupFrom(step, instance.key), step.nowMs);
    if (!result.ok) return raiseIncident(step, instance, result.error);
    const variables: Record<string, Json> = {};
    setOwn(variables, node.script.resultVariable, result.value);
    completeElement(step, instance, node, variables);
  },
  trigger: (step, instance, node, _targetId, variables) => completeElement(step, instance, node, variables),
};
