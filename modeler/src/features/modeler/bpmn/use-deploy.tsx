import type Modeler from 'bpmn-js/lib/Modeler';
import { useCallback, useRef, useState } from 'react';
import { ProblemError, type ModelProblem } from '../../../api/problem-error';
import { queryClient } from '../../../api/query-client';
import { t } from '../../../language/texts';
import { TextLink } from '../../../shared/link/text-link';
import { toastProblem, toastSuccess } from '../../../ui/toast';
import { deployProcess } from '../../../shared/deploy/deploy-process';
import type { DraftSaver } from '../saving/draft-saver';
import { keepDeployed } from '../versions/keep-deployed';
import { linkedFormIds } from './form-link';

const none: readonly ModelProblem[] = [];

/** Deploys the open model. `refusal` holds why the last attempt was refused, until `acknowledge` is called after an edit. */
export function useDeploy(options: {
  readonly modeler: Modeler | null;
  readonly name: string;
  readonly currentXml: () => Promise<string>;
  readonly saver: DraftSaver;
}) {
  const { modeler, name, currentXml, saver } = options;
  const [isDeploying, setDeploying] = useState(false);
  const [refusal, setRefusal] = useState<readonly ModelProblem[]>(none);
  const refusedXml = useRef<string | null>(null);

  /** Resolves to true when the engine took it. */
  const deploy = useCallback(async (): Promise<boolean> => {
    if (modeler === null) return false;
    setDeploying(true);
    try {
      const xml = await currentXml();
      await saver.flush();
      refusedXml.current = xml;
      const processes = await deployProcess(name, xml, linkedFormIds(modeler));
      setRefusal(none);
      void queryClient.invalidateQueries({ queryKey: ['process-definitions'] });
      const [only, ...more] = processes;
      const words =
        only !== undefined && more.length === 0
          ? [t('{{name}}, version {{version}}', { name, version: only.version })]
          : processes.map(({ processDefinitionId, version }) =>
              t('{{name}}, version {{version}}', { name: processDefinitionId, version }),
            );
      void keepDeployed(saver.draftId, words);
      toastSuccess({
        title: words.length === 0 ? t('Deployed') : t('Deployed {{name}}', { name: words.join('; ') }),
        message: <TextLink to="/operations">{t('Show in Operations')}</TextLink>,
      });
      return true;
    } catch (error) {
      const problems = error instanceof ProblemError ? (error.problem.problems ?? none) : none;
      setRefusal(problems);
      toastProblem(error, problems.length > 0 ? t('Not deployed: the model has problems') : t('Not deployed'));
      return false;
    } finally {
      setDeploying(false);
    }
  }, [modeler, name, currentXml, saver]);

  const acknowledge = useCallback(() => {
    if (refusedXml.current !== null && refusedXml.current !== saver.current().content) setRefusal(none);
  }, [saver]);

  return { deploy, isDeploying, refusal, acknowledge };
}
