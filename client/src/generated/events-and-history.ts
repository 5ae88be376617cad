// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.

import type { CallOptions, OperationEntry } from '../operation-entry.ts';
import type { InstancePath, Journal, InstanceMoment, VariableHistory } from './schemas.ts';

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

export type GetInstanceMomentInput = {
  readonly processInstanceKey: string;
  readonly seq: number;
};

export type GetInstanceMomentAnswer = InstanceMoment;

export type GetVariableHistoryInput = {
  readonly processInstanceKey: string;
  readonly name?: string;
  readonly scopeKey?: string;
};

export type GetVariableHistoryAnswer = VariableHistory;

/** Events and history. */
export interface EventsAndHistory {
  /** Read what happened where in an instance. `GET /ext/process-instances/{processInstanceKey}/path` */
  getInstancePath(input: GetInstancePathInput, options?: CallOptions): Promise<GetInstancePathAnswer>;
  /** Read the journal of an instance. Every accepted command with all that it caused, in order. `GET /ext/process-instances/{processInstanceKey}/journal` */
  getInstanceJournal(input: GetInstanceJournalInput, options?: CallOptions): Promise<GetInstanceJournalAnswer>;
  /** Read how an instance stood at an entry of its journal. The journal is replayed up to and with the entry: what was active, waited and known then, and what had been passed through. `GET /ext/process-instances/{processInstanceKey}/journal/{seq}/state` */
  getInstanceMoment(input: GetInstanceMomentInput, options?: CallOptions): Promise<GetInstanceMomentAnswer>;
  /** Read who gave variables of an instance their values, and when. The newest change first, 1,000 at most. `GET /ext/process-instances/{processInstanceKey}/variable-history` */
  getVariableHistory(input: GetVariableHistoryInput, options?: CallOptions): Promise<GetVariableHistoryAnswer>;
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
  getInstanceMoment: {
    method: 'GET',
    path: '/ext/process-instances/{processInstanceKey}/journal/{seq}/state',
    answer: 'json',
    isSafe: true,
  },
  getVariableHistory: {
    method: 'GET',
    path: '/ext/process-instances/{processInstanceKey}/variable-history',
    query: ['name', 'scopeKey'],
    answer: 'json',
    isSafe: true,
  },
} as const satisfies Readonly<Record<keyof EventsAndHistory, OperationEntry>>;
