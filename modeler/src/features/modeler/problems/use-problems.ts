import type { LintReport } from '@camunda/linting';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useMemo, useState } from 'react';
import type { ModelProblem } from '../../../api/problem-error';
import { validateModel } from '../../../api/validation';
import { service, type ModdleElement } from '../bpmn/modeler-services';
import type { Template } from '../templates/template';
import { lintTemplates } from './lint-templates';
import { BackgroundLinter } from './linter';
import { mergeProblems, type ShownProblem } from './model-problem';
import { useSoundness } from './use-soundness';

/** Milliseconds after a snapshot before it is checked. */
const checkDelayMs = 250;

export interface Problems {
  readonly shown: readonly ShownProblem[];
  /** False while the newest edit has not been checked yet. */
  readonly isCurrent: boolean;
  /** Whether the engine could be asked; without it only hints are shown. */
  readonly isEngineReached: boolean;
}

/**
 * Checks the model after every edit, with the linter, against the templates of its elements and with the engine's own compiler, and marks the elements.
 * `refusal` is what a deployment was refused for; it stays until the next edit.
 */
export function useProblems(
  modeler: Modeler | null,
  xml: string,
  resourceName: string,
  refusal: readonly ModelProblem[],
  templates: readonly Template[],
): Problems {
  const [linter, setLinter] = useState<BackgroundLinter | null>(null);
  const [engine, setEngine] = useState<{ readonly of: string; readonly problems: readonly ModelProblem[] | null }>();
  const [ofTemplates, setOfTemplates] = useState<readonly LintReport[]>([]);
  const [lint, setLint] = useState<{ readonly of: string; readonly reports: readonly LintReport[] }>();

  useEffect(() => {
    const fresh = new BackgroundLinter();
    setLinter(fresh);
    return () => fresh.close();
  }, []);

  useEffect(() => {
    if (linter === null) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      void linter.lint(xml).then((reports) => {
        if (!abort.signal.aborted) setLint({ of: xml, reports });
      });
      validateModel(resourceName, xml, abort.signal).then(
        ({ problems }) => setEngine({ of: xml, problems }),
        () => {
          if (!abort.signal.aborted) setEngine({ of: xml, problems: null });
        },
      );
    }, checkDelayMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [linter, xml, resourceName]);

  useEffect(() => {
    if (modeler === null) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void lintTemplates(modeler.getDefinitions() as ModdleElement, templates).then((reports) => {
        if (isCurrent) setOfTemplates(reports);
      });
    }, checkDelayMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [modeler, templates, xml]);

  const routes = useSoundness(xml);
  const { shown, marked } = useMemo(() => {
    const known = engine?.problems ?? [];
    const isKnown = (problem: ModelProblem) =>
      known.some(({ elementId, code }) => elementId === problem.elementId && code === problem.code);
    const reports = [...(lint?.reports ?? []), ...ofTemplates];
    return mergeProblems([...known, ...refusal.filter((problem) => !isKnown(problem))], reports, routes);
  }, [engine, refusal, lint, ofTemplates, routes]);

  useEffect(() => {
    if (modeler !== null) service(modeler, 'linting').setErrors(marked);
  }, [modeler, marked]);

  return {
    shown,
    isCurrent: engine?.of === xml && lint?.of === xml,
    isEngineReached: engine === undefined || engine.problems !== null,
  };
}
