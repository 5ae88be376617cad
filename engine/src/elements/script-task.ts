import type { ElementBehavior } from '../behavior.ts';
import { feelOf, missing, problem, type CompileContext } from '../definition/compile-context.ts';
import { compileJob, type JobDefinition } from '../definition/job-definition.ts';
import type { NodeBase } from '../definition/node.ts';
import { completeElement } from '../element-lifecycle.ts';
import { requestEvaluation } from '../evaluations.ts';
import { evaluateJson, type Expression } from '../feel/expression.ts';
import { setOwn } from '../feel/to-json.ts';
import { raiseIncident } from '../incidents.ts';
import { createJob } from '../jobs.ts';
import type { Json } from '../json.ts';
import { extension, text, type ModdleElement } from '../model/moddle.ts';
import { lookupFrom, visibleVariables } from '../variables.ts';

/**
 * Evaluates a FEEL expression (`zeebe:script`) into a variable, has the server run JavaScript (`scriptFormat`, `bpmn:script`), or leaves the
 * script to a worker. The value of JavaScript goes to the result variable of `zeebe:script`; without one, the properties of an object
 * become variables, and any other value is dropped. BPMN 2.0.2, 10.3.3 and 13.3.3.
 */
export interface ScriptTaskNode extends NodeBase {
  readonly type: 'script-task';
  readonly script: { readonly expression: Expression; readonly resultVariable: string } | null;
  readonly javascript: { readonly source: string; readonly resultVariable: string | null } | null;
  readonly job: JobDefinition | null;
}

const javascriptFormats = ['javascript', 'text/javascript', 'application/javascript', 'js'];

export const scriptTask: ElementBehavior<ScriptTaskNode> = {
  compile(element, base, context) {
    const script = extension(element, 'zeebe:script');
    const job = compileJob(element, context);
    const format = text(element, 'scriptFormat');
    if (!job && format !== undefined && text(script, 'expression') === undefined)
      return compileStandard(element, base, context, format);
    if (!script) {
      if (!job)
        missing(
          context,
          element,
          'a FEEL expression, a script or a task definition',
          'Set the expression and its result variable.',
        );
      return job && { ...base, type: 'script-task', script: null, javascript: null, job };
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
      javascript: null,
      job: null,
    };
  },
  enter(step, instance, node) {
    if (node.job) return createJob(step, instance, node.job);
    if (node.javascript) {
      const { source } = node.javascript;
      const variables = visibleVariables(step, instance.key);
      return requestEvaluation(step, instance, { type: 'run-script', source, nowMs: step.nowMs, variables });
    }
    if (!node.script) return completeElement(step, instance, node);
    const result = evaluateJson(node.script.expression, lookupFrom(step, instance.key), step.nowMs);
    if (!result.ok) return raiseIncident(step, instance, result.error);
    const variables: Record<string, Json> = {};
    setOwn(variables, node.script.resultVariable, result.value);
    completeElement(step, instance, node, variables);
  },
  evaluated(step, instance, node, value) {
    const variables: Record<string, Json> = {};
    const resultVariable = node.javascript?.resultVariable ?? null;
    if (resultVariable !== null) setOwn(variables, resultVariable, value);
    else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [name, each] of Object.entries(value)) setOwn(variables, name, each);
    }
    completeElement(step, instance, node, variables);
  },
  trigger: (step, instance, node, _targetId, variables) => completeElement(step, instance, node, variables),
};

/** A script as the standard has it. Text in other languages is refused, since nobody would run it. */
const compileStandard = (
  element: ModdleElement,
  base: NodeBase,
  context: CompileContext,
  format: string,
): ScriptTaskNode | null => {
  if (!javascriptFormats.includes(format.toLowerCase())) {
    const hint = 'Write it in JavaScript or FEEL, or set a task definition for a worker that runs it.';
    problem(context, element, 'unsupported-element', "the script format 'javascript'", `'${format}'`, hint);
    return null;
  }
  const source = element['script'];
  if (typeof source !== 'string' || source.trim() === '') {
    missing(context, element, 'a script', 'Write the JavaScript into it.');
    return null;
  }
  const resultVariable = text(extension(element, 'zeebe:script'), 'resultVariable') ?? null;
  return { ...base, type: 'script-task', script: null, javascript: { source, resultVariable }, job: null };
};
