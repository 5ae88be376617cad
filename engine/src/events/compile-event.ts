import { capital, feelOf, missing, unsupported, valueOf, type CompileContext } from '../definition/compile-context.ts';
import { fixed } from '../feel/expression.ts';
import { child, children, describe, extension, text, type ModdleElement } from '../model/moddle.ts';
import type { EventDefinition, LinkEvent, MessageEvent, TimerEvent } from './event-definition.ts';

/** Where the event stands: it decides which properties it needs. */
export type EventPosition = 'start' | 'catch' | 'boundary' | 'throw' | 'end';

/** Which kinds are executed where. What BPMN knows beyond this is refused by name. */
const allowed: Readonly<Record<EventPosition, readonly EventDefinition['kind'][]>> = {
  start: ['none', 'message', 'timer', 'signal'],
  catch: ['message', 'timer', 'signal', 'link'],
  boundary: ['message', 'timer', 'signal', 'error'],
  throw: ['none', 'message', 'signal', 'link'],
  end: ['none', 'message', 'error', 'terminate'],
};

/** Reads the event definition of an event; reports what is missing or not executed and returns null then. */
export const compileEvent = (
  element: ModdleElement,
  position: EventPosition,
  context: CompileContext,
): EventDefinition | null => {
  const definitions = children(element, 'eventDefinitions');
  if (definitions.length > 1) {
    unsupported(context, element, 'an event with several event definitions');
    return null;
  }
  const definition = definitions[0];
  const kind = definition ? definition.$type.replace(/^bpmn:/, '').replace(/EventDefinition$/, '') : 'None';
  const name = kind.toLowerCase();
  if (!allowed[position].some((each) => each === name)) {
    if (!definition && (position === 'catch' || position === 'boundary')) {
      context.problems.error(
        element.id ?? null,
        'event-definition',
        `${capital(describe(element))}: expected an event definition such as a timer or message, found none. Choose what it waits for.`,
      );
    } else {
      unsupported(context, element, `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name} ${positionName[position]}`);
    }
    return null;
  }
  if (!definition) return { kind: 'none' };
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
    case 'error':
      return compileError(element, definition, position, context);
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

const compileError = (
  element: ModdleElement,
  definition: ModdleElement,
  position: EventPosition,
  context: CompileContext,
): EventDefinition => {
  const code = text(child(definition, 'errorRef'), 'errorCode');
  if (position === 'end' && code === undefined) {
    missing(context, element, 'an error with a code', 'Choose or create a global error reference and set its code.');
  }
  if (position === 'boundary' && code?.startsWith('=')) {
    context.problems.error(
      element.id ?? null,
      'invalid-property',
      `${capital(describe(element))}: expected a fixed error code to catch, found the expression '${code}'. Use fixed text, or no code to catch every error.`,
    );
  }
  return { kind: 'error', errorCode: code === undefined ? null : valueOf(context, element, 'error code', code) };
};

const compileLink = (element: ModdleElement, definition: ModdleElement, context: CompileContext): LinkEvent | null => {
  const linkName = text(definition, 'name');
  if (linkName === undefined) {
    missing(context, element, 'a link name', 'Give the throwing and the catching link event the same name.');
    return null;
  }
  return { kind: 'link', linkName };
};
