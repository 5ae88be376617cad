import type { Expression } from '../feel/expression.ts';
import type { TimerType } from './timer-schedule.ts';

/** What an event reacts to or causes: the second axis beside the element types. One file per kind compiles and runs it. */
export type EventDefinition =
  | NoneEvent
  | TimerEvent
  | MessageEvent
  | SignalEvent
  | ConditionalEvent
  | ErrorEvent
  | EscalationEvent
  | CompensationEvent
  | CancelEvent
  | TerminateEvent
  | LinkEvent
  | MultipleEvent;

export interface NoneEvent {
  readonly kind: 'none';
}

/** BPMN 2.0.2, 10.5.5 "Timer": exactly one of date, duration and cycle. */
export interface TimerEvent {
  readonly kind: 'timer';
  readonly timerType: TimerType;
  readonly value: Expression;
}

export interface MessageEvent {
  readonly kind: 'message';
  readonly messageName: Expression;
  /** Null at start events of a process, and where a throw event gives none. */
  readonly correlationKey: Expression | null;
}

export interface SignalEvent {
  readonly kind: 'signal';
  readonly signalName: Expression;
}

/** BPMN 2.0.2, 10.5.5 "Conditional": happens when the condition becomes true; it must have been false before it happens again. */
export interface ConditionalEvent {
  readonly kind: 'conditional';
  readonly condition: Expression;
  /** Only changes of these variables count; null: of any. Extension `zeebe:conditionalFilter`. */
  readonly variableNames: readonly string[] | null;
  /** Only such changes count. (Default: both.) */
  readonly variableEvents: readonly ('create' | 'update')[];
}

export interface ErrorEvent {
  readonly kind: 'error';
  /** Null catches every error. */
  readonly errorCode: Expression | null;
}

export interface EscalationEvent {
  readonly kind: 'escalation';
  /** Null catches every escalation. */
  readonly escalationCode: Expression | null;
}

export interface CompensationEvent {
  readonly kind: 'compensation';
  /** Thrown: the activity to compensate; null compensates all of the scope. */
  readonly activityRef: string | null;
  /** Thrown: whether the token waits until the handlers are done. (Default: true.) */
  readonly waitForCompletion: boolean;
}

export interface CancelEvent {
  readonly kind: 'cancel';
}

export interface TerminateEvent {
  readonly kind: 'terminate';
}

export interface LinkEvent {
  readonly kind: 'link';
  readonly linkName: string;
}

/** Several event definitions on one event. Caught: any of them, or with `parallel` all of them. Thrown: all of them. */
export interface MultipleEvent {
  readonly kind: 'multiple';
  readonly events: readonly EventDefinition[];
  readonly parallel: boolean;
}

/** Events that an element instance can wait for, with the index that they have among those of their element. */
export type WaitingEvent = TimerEvent | MessageEvent | SignalEvent | ConditionalEvent;

const isWaitingKind = (event: EventDefinition): event is WaitingEvent =>
  event.kind === 'timer' || event.kind === 'message' || event.kind === 'signal' || event.kind === 'conditional';

/** What has to be waited for; empty for events that are thrown to their catcher, or that pass. */
export const waitingEvents = (event: EventDefinition): readonly WaitingEvent[] =>
  event.kind === 'multiple' ? event.events.filter(isWaitingKind) : isWaitingKind(event) ? [event] : [];

export const isWaiting = (event: EventDefinition): boolean => waitingEvents(event).length > 0;

/** The definitions of an event, one or several. */
export const eventsOf = (event: EventDefinition): readonly EventDefinition[] =>
  event.kind === 'multiple' ? event.events : [event];
