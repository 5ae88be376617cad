import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeTasks, type BulkChange, type BulkOutcome, type ListedUserTask } from '../../../api/tasklist';
import { t } from '../../../language/texts';
import { toastProblem, toastSuccess } from '../../../ui/toast';

/** What was done to many tasks and was not done to some of them. */
export interface BulkFailures {
  readonly change: BulkChange;
  readonly failed: readonly (BulkOutcome & { readonly task: ListedUserTask | undefined })[];
  readonly done: number;
}

export interface Bulk {
  /** How many are through of how many; null while nothing is done. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  readonly failures: BulkFailures | null;
  readonly forget: () => void;
  readonly run: (tasks: readonly ListedUserTask[], change: BulkChange) => Promise<void>;
}

/** Does the same to many tasks; `onDone` is told which ones were not done, to stay chosen. */
export function useBulk(onDone: (failedKeys: readonly string[]) => void): Bulk {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Bulk['progress']>(null);
  const [failures, setFailures] = useState<BulkFailures | null>(null);
  const run = async (tasks: readonly ListedUserTask[], change: BulkChange) => {
    const keys = tasks.map(({ userTaskKey }) => userTaskKey);
    setFailures(null);
    setProgress({ done: 0, of: keys.length });
    try {
      const outcomes = await changeTasks(keys, change, (done) => setProgress({ done, of: keys.length }));
      const failed = outcomes
        .filter(({ error }) => error !== null)
        .map((outcome) => ({ ...outcome, task: tasks.find((task) => task.userTaskKey === outcome.userTaskKey) }));
      const done = outcomes.length - failed.length;
      if (failed.length > 0) setFailures({ change, failed, done });
      else toastSuccess({ title: t('{{count}} tasks are done with', { count: done }) });
      onDone(failed.map(({ userTaskKey }) => userTaskKey));
    } catch (error) {
      toastProblem(error, t('Not all tasks were changed'));
    } finally {
      setProgress(null);
      await queries.invalidateQueries({ queryKey: ['user-tasks'] });
    }
  };
  return { progress, failures, forget: () => setFailures(null), run };
}
