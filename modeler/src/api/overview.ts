import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import { summaryKey } from './topics';

/** Counters for the start page. */
export interface Overview {
  readonly processInstances: { readonly active: number; readonly withIncident: number; readonly completed: number };
  readonly incidents: number;
  readonly userTasks: {
    readonly open: number;
    readonly unassigned: number;
    readonly mine: number;
    readonly overdue: number;
  };
  readonly jobs: { readonly open: number };
  readonly processDefinitions: number;
}

/** Counts what runs; `mine` counts the open tasks of `assignee`. */
export function overviewQuery(assignee: string) {
  return queryOptions({
    queryKey: [summaryKey, assignee],
    queryFn: ({ signal }) => request<Overview>(`/ext/overview?assignee=${encodeURIComponent(assignee)}`, { signal }),
  });
}
