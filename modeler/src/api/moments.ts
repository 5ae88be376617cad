import type { InstanceMoment, VariableHistory } from '@baton/client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from './client';
import { journalKey } from './topics';

export type { InstanceMoment, VariableHistory };

/** How an instance stood at an entry of its journal. What was is never otherwise again: it is read once. */
export function momentQuery(processInstanceKey: string, seq: number) {
  return queryOptions({
    queryKey: ['moments', processInstanceKey, seq],
    queryFn: ({ signal }) =>
      request<InstanceMoment>(`/ext/process-instances/${processInstanceKey}/journal/${seq}/state`, { signal }),
    staleTime: Infinity,
    // While the slider moves the last moment stays in sight.
    placeholderData: keepPreviousData,
  });
}

/** Who gave a variable of one scope its values, the newest first. */
export function variableHistoryQuery(processInstanceKey: string, scopeKey: string, name: string) {
  const query = new URLSearchParams({ name, scopeKey });
  return queryOptions({
    queryKey: [journalKey, processInstanceKey, 'variable-history', scopeKey, name],
    queryFn: ({ signal }) =>
      request<VariableHistory>(`/ext/process-instances/${processInstanceKey}/variable-history?${query}`, { signal }),
  });
}
