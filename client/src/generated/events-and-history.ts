// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.

import type { CallOptions, OperationEntry } from '../operation-entry.ts';
import type { InstancePath, Journal } from './schemas.ts';

export type GetInstancePathInput = {
  readonly processInstanceKey: string;
};

export type GetInstancePathAnswer = InstancePath;

export type GetInstanceJournalInput = {
  readonly processInstanceKey: string;
  readonly after?: number;
  readonly limit?: number;
};

export type GetInstanceJournalAnswer = Journal;

/** Events and history. */
export interface EventsAndHistory {
  /** Read what happened where in an instance. `GET /ext/process-instances/{processInstanceKey}/path` */
  getInstancePath(input: GetInstancePathInput, options?: CallOptions): Promise<GetInstancePathAnswer>;
  /** Read the journal of an instance. Every accepted command with all that it caused, in order. `GET /ext/process-instances/{processInstanceKey}/journal` */
  getInstanceJournal(input: GetInstanceJournalInput, options?: CallOptions): Promise<GetInstanceJournalAnswer>;
}

export const eventsAndHistoryOperations = {
  getInstancePath: {
    method: 'GET',
    path: '/ext/process-instances/{processInstanceKey}/path',
    answer: 'json',
    isSafe: true,
  },
  getInstanceJournal: {
    method: 'GET',
    path: '/ext/process-instances/{processInstanceKey}/journal',
    query: ['after', 'limit'],
    answer: 'json',
    isSafe: true,
  },
} as const satisfies Readonly<Record<keyof EventsAndHistory, OperationEntry>>;
