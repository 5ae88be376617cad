import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import {
  draftScenariosQuery,
  runScenarios,
  saveDraftScenarios,
  type PlayFile,
  type Scenario,
  type ScenarioRun,
} from '../../../api/plays';
import { ProblemError } from '../../../api/problem-error';
import { queryClient } from '../../../api/query-client';
import { t } from '../../../language/texts';
import { toastProblem } from '../../../ui/toast';

/** The scenarios of a draft, and how they went last. */
export interface Scenarios {
  readonly list: readonly Scenario[];
  readonly error: Error | null;
  readonly run: ScenarioRun | null;
  readonly isRunning: boolean;
  /** Saves what `change` makes of the present ones; of what somebody else saved meanwhile, when that came first. False (and told) when it was refused. */
  readonly change: (change: (list: readonly Scenario[]) => readonly Scenario[]) => Promise<boolean>;
  readonly runAll: () => Promise<void>;
}

/** Reads, saves and runs the scenarios of a draft. */
export function useScenarios(draftId: string, files: readonly PlayFile[]): Scenarios {
  const query = useQuery(draftScenariosQuery(draftId));
  const [run, setRun] = useState<ScenarioRun | null>(null);
  const [isRunning, setRunning] = useState(false);
  const list = query.data?.scenarios;

  const change = useCallback<Scenarios['change']>(
    async (make) => {
      const { queryKey } = draftScenariosQuery(draftId);
      const save = async () => {
        const present = await queryClient.fetchQuery({ ...draftScenariosQuery(draftId), staleTime: 0 });
        const scenarios = [...make(present.scenarios)];
        queryClient.setQueryData(queryKey, await saveDraftScenarios(draftId, { ...present, scenarios }));
      };
      try {
        await save().catch((error: unknown) => {
          if (error instanceof ProblemError && error.status === 409) return save();
          throw error;
        });
        setRun(null);
        return true;
      } catch (error) {
        toastProblem(error, t('The scenarios were not saved'));
        return false;
      }
    },
    [draftId],
  );

  const runAll = useCallback(async () => {
    setRunning(true);
    try {
      setRun(await runScenarios(files, list ?? []));
    } catch (error) {
      toastProblem(error, t('The scenarios could not be run'));
    } finally {
      setRunning(false);
    }
  }, [files, list]);

  return { list: list ?? [], error: query.error, run, isRunning, change, runAll };
}
