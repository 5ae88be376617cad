import type { ElementInstance, InstanceState, JournalRecord, Key, MessageWait } from '@baton/engine';
import type { RowChanges } from '../row-changes.ts';

/** The records whose type looks so: `RecordsOf<`job-${string}`>` are those of jobs. */
export type RecordsOf<T extends string> = Extract<JournalRecord, { readonly type: T }>;

/** What the rows of an instance repeat of its definition and of the instance itself, so that searches need no joins. */
export interface InstanceFacts {
  readonly key: Key;
  readonly definitionKey: Key;
  readonly processId: string;
  readonly version: number;
  /** That of its definition. */
  readonly tenantId: string;
  readonly processName: string | null;
  readonly versionTag: string | null;
  readonly rootKey: Key;
  /** How many call activities lie between this instance and its root. */
  readonly callDepth: number;
  /** How long it is kept once it has ended, a duration of ISO 8601; null for ever. */
  readonly historyTimeToLive: string | null;
}

/**
 * One accepted command on its way into rows. New rows are written out column by column: an object that begins with a spread of another one
 * is many times slower to make, and rows are what a step costs most of.
 */
export interface StepFacts {
  readonly instance: InstanceFacts;
  /** After the step. */
  readonly state: InstanceState;
  readonly atMs: number;
  /** Keys that were handed out in this step: what has one of these is not stored yet. */
  readonly fresh: { has(key: number): boolean };
  /** The BPMN id of an element instance that lives after this step, lived before it or came and went in it. */
  elementIdOf(elementInstanceKey: Key): string;
  element(elementId: string): { readonly name: string | null; readonly elementType: string };
  /** The form version that a new user task shows, looked up before; null when none is deployed (yet). */
  formKeyOf(userTaskKey: Key): number | null;
  /** The headers that a worker gets, with the deployed files that the job is linked to. */
  headersOf(record: RecordsOf<'job-created'>): Readonly<Record<string, string>>;
  /** The wait that a message came to, as it was before. */
  messageWaitOf(record: RecordsOf<'message-correlated'>): Pick<MessageWait, 'messageName' | 'correlationKey'>;
  readonly changes: RowChanges;
}

/** The living element instance after the step, if it lives. */
export const livingAfter = (step: StepFacts, key: Key): ElementInstance | undefined => step.state.elements.get(key);
