import type { ElementBehavior } from '../behavior.ts';
import { missing, valueOf, type CompileContext } from '../definition/compile-context.ts';
import { compileHeaders } from '../definition/job-definition.ts';
import { readForm, type FormReference } from '../definition/form-reference.ts';
import type { NodeBase } from '../definition/node.ts';
import { completeElement } from '../element-lifecycle.ts';
import { compileTaskListeners, type TaskListeners } from '../definition/task-listeners.ts';
import { changeTask } from '../task-listeners.ts';
import { evaluateJson, shorten, type Expression } from '../feel/expression.ts';
import { instantMs } from '../events/timer-schedule.ts';
import { fail, ok, type Result } from '../failure.ts';
import { raiseIncident } from '../incidents.ts';
import type { Json } from '../json.ts';
import { extension, text, type ModdleElement } from '../model/moddle.ts';
import type { UserTaskDetails } from '../record.ts';
import type { ElementInstance } from '../state.ts';
import { emit, instanceOf, type Step } from '../step.ts';
import { lookupFrom } from '../variables.ts';

/** Work for a person: a task of the tasklist, with or without `zeebe:userTask`. BPMN 2.0.2, 10.3.4.1 and 13.3.3. */
export interface UserTaskNode extends NodeBase {
  readonly type: 'user-task';
  readonly assignee: Expression | null;
  readonly candidateGroups: Expression | null;
  readonly candidateUsers: Expression | null;
  readonly dueDate: Expression | null;
  readonly followUpDate: Expression | null;
  readonly priority: Expression | null;
  readonly form: FormReference;
  readonly headers: Readonly<Record<string, string>>;
  readonly taskListeners: TaskListeners;
}

const defaultPriority = 50;

export const userTask: ElementBehavior<UserTaskNode> = {
  compile(element, base, context) {
    const assignment = extension(element, 'zeebe:assignmentDefinition');
    const schedule = extension(element, 'zeebe:taskSchedule');
    const optional = (from: ModdleElement | undefined, property: string): Expression | null => {
      const found = text(from, property);
      return found === undefined ? null : valueOf(context, element, property, found);
    };
    return {
      ...base,
      type: 'user-task',
      assignee: optional(assignment, 'assignee'),
      candidateGroups: optional(assignment, 'candidateGroups'),
      candidateUsers: optional(assignment, 'candidateUsers'),
      dueDate: optional(schedule, 'dueDate'),
      followUpDate: optional(schedule, 'followUpDate'),
      priority: optional(extension(element, 'zeebe:priorityDefinition'), 'priority'),
      form: formOf(element, context),
      headers: compileHeaders(element),
      taskListeners: compileTaskListeners(element, context),
    };
  },
  enter(step, instance, node) {
    const details = evaluateDetails(step, instance, node);
    if (!details.ok) return raiseIncident(step, instance, details.error);
    const { form } = node;
    const external = form.externalReference?.evaluate(lookupFrom(step, instance.key), step.nowMs);
    if (external && !external.ok) return raiseIncident(step, instance, external.error);
    const { assignee } = details.value;
    const { creating, assigning } = node.taskListeners;
    const isListenedTo = creating.length > 0 || (assigning.length > 0 && assignee !== null);
    emit(step, {
      type: 'user-task-created',
      key: step.nextKey(),
      elementInstanceKey: instance.key,
      ...details.value,
      // Listeners decide about the assignment first.
      assignee: isListenedTo ? null : assignee,
      formId: form.formId,
      formBinding: form.formBinding,
      formVersionTag: form.formVersionTag,
      embeddedForm: form.embeddedForm,
      externalFormReference: typeof external?.value === 'string' ? external.value : null,
      headers: node.headers,
    });
    if (isListenedTo) changeTask(step, instance, node, 'creating', { assignee }, '');
  },
  trigger: (step, instance, node, _targetId, variables) => completeElement(step, instance, node, variables),
  linger(step, instance, node) {
    if (node.taskListeners.canceling.length === 0 || !instance.userTask) return false;
    emit(step, { type: 'element-terminating', key: instance.key });
    changeTask(step, instanceOf(step.state, instance.key), node, 'canceling', {}, '');
    return true;
  },
};

const formOf = (element: ModdleElement, context: CompileContext): FormReference => {
  const form = readForm(element, context);
  if (form.missingEmbedded !== null) {
    missing(
      context,
      element,
      `the embedded form '${form.missingEmbedded}'`,
      'Add the form to the process or link a form by its id.',
    );
  }
  return form;
};

const evaluateDetails = (step: Step, instance: ElementInstance, node: UserTaskNode): Result<UserTaskDetails> => {
  const lookup = lookupFrom(step, instance.key);
  const read = <T>(
    expression: Expression | null,
    otherwise: T,
    wanted: string,
    convert: (value: Json) => T | undefined,
  ): Result<T> => {
    if (!expression) return ok(otherwise);
    const result = evaluateJson(expression, lookup, step.nowMs);
    if (!result.ok) return result;
    const value = result.value === null ? otherwise : convert(result.value);
    if (value !== undefined) return ok(value);
    const found = shorten(JSON.stringify(result.value));
    return fail({
      type: 'EXTRACT_VALUE_ERROR',
      message: `Expected '${shorten(expression.text)}' to be ${wanted}, found ${found}. Set the variables that it reads, then resolve the incident.`,
    });
  };
  const assignee = read<string | null>(node.assignee, null, 'a user name', (value) =>
    typeof value === 'string' ? value || null : undefined,
  );
  const candidateGroups = read<readonly string[]>(node.candidateGroups, [], 'a list of group names', toNames);
  const candidateUsers = read<readonly string[]>(node.candidateUsers, [], 'a list of user names', toNames);
  const dueDate = read<string | null>(node.dueDate, null, 'a date-time', toDate);
  const followUpDate = read<string | null>(node.followUpDate, null, 'a date-time', toDate);
  const priority = read(node.priority, defaultPriority, 'a whole number from 0 to 100', toPriority);
  for (const part of [assignee, candidateGroups, candidateUsers, dueDate, followUpDate, priority])
    if (!part.ok) return part;
  if (!assignee.ok || !candidateGroups.ok || !candidateUsers.ok || !dueDate.ok || !followUpDate.ok || !priority.ok)
    throw new Error('unreachable');
  return ok({
    assignee: assignee.value,
    candidateGroups: candidateGroups.value,
    candidateUsers: candidateUsers.value,
    dueDate: dueDate.value,
    followUpDate: followUpDate.value,
    priority: priority.value,
  });
};

/** A list of text, or text with commas as the modeler writes it. An entry that is null is nobody: a form may have left it out. */
const toNames = (value: Json): readonly string[] | undefined => {
  if (typeof value === 'string')
    return value
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
  if (!Array.isArray(value)) return undefined;
  const names = value.filter((name) => name !== null);
  return names.every((name): name is string => typeof name === 'string') ? names : undefined;
};

const toDate = (value: Json): string | null | undefined => {
  if (typeof value !== 'string') return undefined;
  if (value.trim() === '') return null;
  return instantMs(value) === null ? undefined : value;
};

const toPriority = (value: Json): number | undefined => {
  const number = typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= 100 ? number : undefined;
};
