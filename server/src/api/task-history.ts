import type { JournalRecord } from '@baton/engine';
import type { JournalRow } from '../store/tables/journal.ts';
import { stored } from './answer.ts';

/** What can happen to a user task. */
export const taskEventKinds = [
  'created',
  'claimed',
  'assigned',
  'unassigned',
  'delegated',
  'given-back',
  'taken-back',
  'updated',
  'completed',
  'canceled',
] as const;

export interface TaskEvent {
  readonly kind: (typeof taskEventKinds)[number];
  readonly atMs: number;
  /** Who did it; null where nobody signed in, and for what the process did. */
  readonly by: string | null;
  /** Who has the task since then; null where that did not change, or nobody has it. */
  readonly assignee: string | null;
  /** What was changed, by name. */
  readonly changes: readonly string[];
}

type TaskRecord = Extract<JournalRecord, { readonly type: `user-task-${string}` }>;
interface Done {
  readonly type: string;
  readonly actor?: string | null;
}

const isOf = (record: JournalRecord, userTaskKey: number): record is TaskRecord =>
  record.type.startsWith('user-task-') && 'key' in record && record.key === userTaskKey;

const assignedKind = (assignee: string | null, action: string, by: string | null): TaskEvent['kind'] => {
  switch (action) {
    case 'delegate':
      return 'delegated';
    case 'give-back':
      return 'given-back';
    case 'take-back':
      return 'taken-back';
    default:
      if (assignee === null) return 'unassigned';
      return action === 'claim' || assignee === by ? 'claimed' : 'assigned';
  }
};

const eventOf = (record: TaskRecord, atMs: number, by: string | null): TaskEvent => {
  const event = { atMs, by, assignee: null, changes: [] };
  switch (record.type) {
    case 'user-task-created':
      return { ...event, kind: 'created', by: null, assignee: record.assignee };
    case 'user-task-assigned': {
      const { assignee, action } = record;
      return { ...event, kind: assignedKind(assignee, action, by), assignee };
    }
    case 'user-task-updated':
      return { ...event, kind: 'updated', changes: Object.keys(record.changes) };
    case 'user-task-completed':
      return { ...event, kind: 'completed' };
    case 'user-task-canceled':
      return { ...event, kind: 'canceled' };
  }
};

/** What happened to a user task, by the journal of its instance, the oldest first. */
export const taskHistory = (entries: readonly JournalRow[], userTaskKey: number): readonly TaskEvent[] => {
  const events: TaskEvent[] = [];
  // What listeners decide about is done by the worker's command, but it is whoever asked for it who did it.
  let asked: string | null = null;
  for (const { at_ms: atMs, command, records } of entries) {
    const { type, actor = null } = stored<Done>(command);
    const isAsked = type.endsWith('-user-task');
    if (isAsked) asked = actor;
    for (const record of stored<JournalRecord[]>(records)) {
      if (!isOf(record, userTaskKey)) continue;
      const isByProcess = record.type === 'user-task-canceled' && !isAsked;
      events.push(eventOf(record, atMs, isByProcess ? actor : asked));
    }
  }
  return events;
};
