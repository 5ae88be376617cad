import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { elementInstancesQuery } from '../../api/element-instances';
import { journalQuery, type JournalEntry } from '../../api/process-instances';
import { readProcessNames } from '../diagram/process-names';
import type { HistoryNames } from './journal-words';

/** Journal entries are read in blocks of this many, counted from the first entry. */
const blockSize = 100;

/** The newest entries of a journal, and more on demand. */
export interface Journal {
  /** Newest first. */
  readonly entries: readonly JournalEntry[];
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly hasEarlier: boolean;
  readonly showEarlier: () => void;
  readonly names: HistoryNames;
}

/** First sequence numbers (exclusive) of the newest `shown` blocks of a journal that ends at `lastSeq`, newest first. */
export function newestBlocks(lastSeq: number, shown: number): readonly number[] {
  const newest = Math.floor(Math.max(0, lastSeq - 1) / blockSize);
  return Array.from({ length: Math.min(shown, newest + 1) }, (_, index) => (newest - index) * blockSize);
}

/**
 * Reads the history of an instance from its end. Blocks have fixed borders, so that a new entry changes only the newest.
 *
 * @param xml the BPMN of the instance, for the names; null while it is not there yet
 */
export function useJournal(processInstanceKey: string, xml: string | null): Journal {
  const [shown, setShown] = useState(1);
  const head = useQuery(journalQuery(processInstanceKey, 0, 1));
  const elements = useQuery(elementInstancesQuery({ filter: { processInstanceKey }, page: { limit: 1000 } }));
  const starts = head.data === undefined ? [] : newestBlocks(head.data.lastSeq, shown);
  const blocks = useQueries({ queries: starts.map((after) => journalQuery(processInstanceKey, after, blockSize)) });

  const names = useMemo<HistoryNames>(() => {
    const processNames = xml === null ? new Map<string, string>() : readProcessNames(xml);
    const ids = new Map(elements.data?.items.map((item) => [item.elementInstanceKey, item.elementId]));
    return {
      rootKey: processInstanceKey,
      elementOf: (key) => ids.get(key) ?? null,
      nameOf: (elementId) => processNames.get(elementId) ?? elementId,
    };
  }, [processInstanceKey, xml, elements.data]);

  const read = blocks.map((block) => block.data?.items ?? []);
  return {
    entries: read.flatMap((items) => items.toReversed()),
    isPending: head.isPending || (blocks[0]?.isPending ?? false),
    error: head.error ?? blocks.find((block) => block.error !== null)?.error ?? null,
    hasEarlier: (starts.at(-1) ?? 0) > 0,
    showEarlier: () => setShown((now) => now + 1),
    names,
  };
}
