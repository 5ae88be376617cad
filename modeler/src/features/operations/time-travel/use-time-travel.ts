import { useQuery } from '@tanstack/react-query';
import { momentQuery, type InstanceMoment } from '../../../api/moments';
import { journalQuery } from '../../../api/process-instances';

/** Where in its history an instance is looked at. */
export interface TimeTravel {
  /** Number of the step that is shown; null: now. */
  readonly at: number | null;
  /** The last step that there is; 0 while that is not known. */
  readonly last: number;
  /** How it stood then; undefined while it is read. */
  readonly moment: InstanceMoment | undefined;
  readonly error: Error | null;
}

/** Reads the moment that the address names. A step beyond the last is the last one. */
export function useTimeTravel(processInstanceKey: string, wanted: number | undefined): TimeTravel {
  const isAway = wanted !== undefined;
  const head = useQuery(journalQuery(processInstanceKey, 0, 1));
  const last = head.data?.lastSeq ?? 0;
  const at = Math.min(Math.max(1, wanted ?? 1), Math.max(1, last));
  const moment = useQuery({ ...momentQuery(processInstanceKey, at), enabled: isAway && last > 0 });
  if (!isAway) return { at: null, last, moment: undefined, error: null };
  return { at, last, moment: moment.data, error: head.error ?? moment.error };
}
