import type { Expression } from '../feel/expression.ts';
import type { TimerType } from './timer-schedule.ts';

/** What an event reacts to or causes: the second axis beside the element types. One file per kind compiles and runs it. */
export type EventDefinition =
  NoneEvent | TimerEvent | MessageEvent | SignalEvent | ErrorEvent | TerminateEvent | LinkEvent;

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

export interface ErrorEvent {
  readonly kind: 'error';
  /** Null catches every error. */
  readonly errorCode: Expression | null;
}

export interface TerminateEvent {
  readonly kind: 'terminate';
}

export interface LinkEvent {
  readonly kind: 'link';
  readonly linkName: string;
}

/** Events that an element instance can wait for. */
export type WaitingEvent = TimerEvent | MessageEvent | SignalEvent;

export const isWaiting = (event: EventDefinition): event is WaitingEvent =>
  event.kind === 'timer' || event.kind === 'message' || event.kind === 'signal';
