import type { Command, JournalRecord, Key, ListenerEvent } from '@baton/engine';
import type { Database } from '../store/database.ts';
import { readJournal } from '../store/searches/read-journal.ts';
import { ownedTask } from './instance-commands.ts';
import type { Actor } from './instance-commands.ts';
import type { Task } from './task.ts';

/** A transition of a user task whose listeners are at work, and behind which entry of the journal its end is written. */
export interface Transition {
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly seq: number;
}

export type TransitionEvent = Extract<ListenerEvent, 'assigning' | 'updating' | 'completing'>;

/** How a transition ended. `denied` by a listener; `canceled` together with the task, before its listeners were done. */
export type TransitionEnd =
  | { readonly type: 'done' }
  | { readonly type: 'denied'; readonly reason: string }
  | { readonly type: 'canceled' };

/**
 * A command that changes a user task. Answers null when the change is made, or the transition that its listeners decide about. The answer
 * is kept with an idempotency key, so whoever repeats the request waits for the same end.
 */
export const transitionTask = (
  verb: string,
  event: TransitionEvent,
  userTaskKey: Key,
  actor: Actor,
  command: (elementInstanceKey: Key) => Command,
): Task<Transition | null> => {
  const task = ownedTask(verb, 'user_tasks', userTaskKey, actor, command);
  return {
    ...task,
    run: async (batch) => {
      await task.run(batch);
      const owner = batch.owner('user_tasks', userTaskKey);
      const instance = owner === null ? null : await batch.instance(owner.processInstanceKey);
      if (owner === null || instance === null) return null;
      const { processInstanceKey, elementInstanceKey } = owner;
      // A task that is completed may have execution listeners at work: they are not asked whether it may.
      if (instance.state.elements.get(elementInstanceKey)?.listening?.event !== event) return null;
      return { processInstanceKey, elementInstanceKey, seq: instance.revision };
    },
  };
};

const pageSize = 100;

/** Looks for the end of a transition in the journal, at each call behind what the calls before have read. Null while it goes on. */
export const transitionLook = (
  database: Database,
  { processInstanceKey, elementInstanceKey, seq }: Transition,
): (() => Promise<TransitionEnd | null>) => {
  let after = seq;
  return async () => {
    for (;;) {
      const entries = await readJournal(database, processInstanceKey, after, pageSize);
      for (const entry of entries) {
        after = entry.seq;
        const end = endIn(JSON.parse(entry.records) as JournalRecord[], elementInstanceKey);
        if (end !== null) return end;
      }
      if (entries.length < pageSize) return null;
    }
  };
};

/** The last listener's answer and the end of the listening are in one entry; a cancelation ends it without any answer. */
const endIn = (records: readonly JournalRecord[], elementInstanceKey: Key): TransitionEnd | null => {
  let isAnswered = false;
  for (const record of records) {
    if (!('elementInstanceKey' in record) || record.elementInstanceKey !== elementInstanceKey) continue;
    if (record.type === 'job-completed') {
      if (record.denied) return { type: 'denied', reason: record.denied.reason };
      isAnswered = true;
    }
    if (record.type === 'listeners-finished') return { type: isAnswered ? 'done' : 'canceled' };
  }
  return null;
};
