import {
  capital,
  feelOf,
  missing,
  problem,
  unsupported,
  valueOf,
  type CompileContext,
} from '../definition/compile-context.ts';
import { fixed, type Expression } from '../feel/expression.ts';
import { child, children, describe, extension, flag, text, type ModdleElement } from '../model/moddle.ts';
import type { ConditionalEvent, EventDefinition, LinkEvent, MessageEvent, TimerEvent } from './event-definition.ts';

/** Where the event stands: it decides which properties it needs. */
export type EventPosition = 'start' | 'event-sub-process-start' | 'catch' | 'boundary' | 'throw' | 'end';

/** Which kinds BPMN allows where (BPMN 2.0.2, table 10.93). */
const allowed: Readonly<Record<EventPosition, readonly EventDefinition['kind'][]>> = {
  start: ['none', 'message', 'timer', 'signal', 'conditional'],
  'event-sub-process-start': ['message', 'timer', 'signal', 'conditional', 'error', 'escalation', 'compensation'],
  catch: ['message', 'timer', 'signal', 'conditional', 'link'],
  boundary: ['message', 'timer', 'signal', 'conditional', 'error', 'escalation', 'compensation', 'cancel'],
  throw: ['none', 'message', 'signal', 'escalation', 'compensation', 'link'],
  end: ['none', 'message', 'signal', 'error', 'escalation', 'compensation', 'cancel', 'terminate'],
};

/** What cannot be one of several definitions of an event: a link is a place, not something that happens. */
const neverAmongSeveral = new Set<EventDefinition['kind']>(['link', 'none', 'multiple']);

/** Reads the event definitions of an event; reports what is missing or not executed and returns null then. */
export const compileEvent = (
  element: ModdleElement,
  position: EventPosition,
  context: CompileContext,
): EventDefinition | null => {
  const definitions = [...children(element, 'eventDefinitions'), ...children(element, 'eventDefinitionRef')];
  const [definition] = definitions;
  if (!definition) {
    if (allowed[position].includes('none')) return { kind: 'none' };
    problem(
      context,
      element,
      'event-definition',
      'an event definition such as a timer or message',
      'none',
      'Choose what it reacts to.',
    );
    return null;
  }
  if (definitions.length === 1) return compileEventDefinition(element, definition, position, context);
  const events = definitions.flatMap((each) => compileEventDefinition(element, each, position, context) ?? []);
  if (events.length < definitions.length) return null;
  const misplaced = events.find((event) => neverAmongSeveral.has(event.kind));
  if (misplaced) {
    problem(
      context,
      element,
      'event-definition',
      'several event definitions without a link',
      'a link among them',
      'Give the link an event of its own.',
    );
    return null;
  }
  return { kind: 'multiple', events, parallel: flag(element, 'parallelMultiple', false) };
};

/** Reads one event definition. */
export const compileEventDefinition = (
  element: ModdleElement,
  definition: ModdleElement,
  position: EventPosition,
  context: CompileContext,
): EventDefinition | null => {
  const bpmnName = definition.$type.replace(/^bpmn:/, '').replace(/EventDefinition$/, '');
  const name = bpmnName === 'Compensate' ? 'compensation' : bpmnName.toLowerCase();
  if (!allowed[position].some((each) => each === name)) {
    unsupported(context, element, `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name} ${positionName[position]}`);
    return null;
  }
  switch (name) {
    case 'timer':
      return compileTimer(element, definition, context);
    case 'message':
      return position === 'throw' || position === 'end'
        ? compileThrownMessage(element, child(definition, 'messageRef'), context)
        : compileMessage(element, child(definition, 'messageRef'), position !== 'start', context);
    case 'signal': {
      const signalName = text(child(definition, 'signalRef'), 'name');
      if (signalName === undefined)
        missing(context, element, 'a signal with a name', 'Choose or create a global signal reference.');
      return { kind: 'signal', signalName: valueOf(context, element, 'signal name', signalName ?? '') };
    }
    case 'conditional':
      return compileConditional(element, definition, context);
    case 'error': {
      const code = compileCode(element, child(definition, 'errorRef'), 'error', position, context);
      return { kind: 'error', errorCode: code };
    }
    case 'escalation': {
      const code = compileCode(element, child(definition, 'escalationRef'), 'escalation', position, context);
      return { kind: 'escalation', escalationCode: code };
    }
    case 'compensation':
      return {
        kind: 'compensation',
        activityRef: child(definition, 'activityRef')?.id ?? null,
        waitForCompletion: flag(definition, 'waitForCompletion', true),
      };
    case 'cancel':
      return { kind: 'cancel' };
    case 'terminate':
      return { kind: 'terminate' };
    case 'link':
      return compileLink(element, definition, context);
    default:
      return null;
  }
};

const positionName: Readonly<Record<EventPosition, string>> = {
  start: 'start event',
  'event-sub-process-start': 'start event of an event sub-process',
  catch: 'intermediate catch event',
  boundary: 'boundary event',
  throw: 'intermediate throw event',
  end: 'end event',
};

const compileTimer = (
  element: ModdleElement,
  definition: ModdleElement,
  context: CompileContext,
): TimerEvent | null => {
  const found = (['timeDate', 'timeDuration', 'timeCycle'] as const).flatMap((property) => {
    const body = text(child(definition, property), 'body');
    return body === undefined ? [] : [{ property, body }];
  });
  const [only] = found;
  if (!only || found.length > 1) {
    context.problems.error(
      element.id ?? null,
      'missing-property',
      `${capital(describe(element))}: expected exactly one of date, duration and cycle, found ${found.length}. Set the timer in the properties.`,
    );
    return null;
  }
  const timerType = ({ timeDate: 'date', timeDuration: 'duration', timeCycle: 'cycle' } as const)[only.property];
  return { kind: 'timer', timerType, value: valueOf(context, element, `timer ${timerType}`, only.body) };
};

/** A thrown message is left to a worker when there is a task definition; then nobody needs its name. */
export const compileThrownMessage = (
  element: ModdleElement,
  message: ModdleElement | undefined,
  context: CompileContext,
): MessageEvent | null =>
  extension(element, 'zeebe:taskDefinition')
    ? { kind: 'message', messageName: fixed(text(message, 'name') ?? ''), correlationKey: null }
    : compileMessage(element, message, false, context);

/** Reads a message: its name, and for those who wait inside an instance its correlation key. Also used by receive tasks. */
export const compileMessage = (
  element: ModdleElement,
  message: ModdleElement | undefined,
  needsCorrelationKey: boolean,
  context: CompileContext,
): MessageEvent | null => {
  const name = text(message, 'name');
  if (!message || name === undefined) {
    missing(context, element, 'a message with a name', 'Choose or create a global message reference.');
    return null;
  }
  const key = text(extension(message, 'zeebe:subscription'), 'correlationKey');
  if (needsCorrelationKey && key === undefined) {
    missing(
      context,
      element,
      `a correlation key for message '${name}'`,
      'Set the subscription correlation key, such as =orderId.',
    );
  }
  return {
    kind: 'message',
    messageName: valueOf(context, element, 'message name', name),
    correlationKey: key === undefined ? null : feelOf(context, element, 'correlation key', key),
  };
};

/** The code of an error or escalation. What throws one needs it; what catches one without it catches all. */
const compileCode = (
  element: ModdleElement,
  reference: ModdleElement | undefined,
  kind: 'error' | 'escalation',
  position: EventPosition,
  context: CompileContext,
): Expression | null => {
  const code = text(reference, `${kind}Code`);
  const isThrown = position === 'end' || position === 'throw';
  if (isThrown && code === undefined) {
    missing(
      context,
      element,
      `an ${kind} with a code`,
      `Choose or create a global ${kind} reference and set its code.`,
    );
  }
  if (!isThrown && code?.startsWith('=')) {
    problem(
      context,
      element,
      'invalid-property',
      `a fixed ${kind} code to catch`,
      `the expression '${code}'`,
      `Use fixed text, or no code to catch every ${kind}.`,
    );
  }
  return code === undefined ? null : valueOf(context, element, `${kind} code`, code);
};

const compileConditional = (
  element: ModdleElement,
  definition: ModdleElement,
  context: CompileContext,
): ConditionalEvent | null => {
  const condition = text(child(definition, 'condition'), 'body');
  if (condition === undefined) {
    missing(context, element, 'a condition', 'Set the condition in the properties.');
    return null;
  }
  const filter = extension(definition, 'zeebe:conditionalFilter');
  const list = (property: string): string[] | null =>
    text(filter, property)
      ?.split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '') ?? null;
  const events = list('variableEvents') ?? ['create', 'update'];
  const unknown = events.find((each) => each !== 'create' && each !== 'update');
  if (unknown !== undefined)
    problem(context, element, 'invalid-property', `variable events 'create' and 'update'`, `'${unknown}'`);
  return {
    kind: 'conditional',
    condition: feelOf(context, element, 'condition', condition),
    variableNames: list('variableNames'),
    variableEvents: events.filter((each): each is 'create' | 'update' => each === 'create' || each === 'update'),
  };
};

const compileLink = (element: ModdleElement, definition: ModdleElement, context: CompileContext): LinkEvent | null => {
  const linkName = text(definition, 'name');
  if (linkName === undefined) {
    missing(context, element, 'a link name', 'Give the throwing and the catching link event the same name.');
    return null;
  }
  return { kind: 'link', linkName };
};
