import { useState } from 'react';
import type { Scenario, ScenarioResult } from '../../../api/plays';
import { t } from '../../../language/texts';
import { downloadFile } from '../bpmn/download';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/confirm';
import { EmptyState } from '../../../ui/empty-state';
import { IconButton } from '../../../ui/icon-button';
import {
  IconChecklist,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconDownload,
  IconPencil,
  IconPlayerPlay,
  IconTrash,
  IconUpload,
} from '../../../ui/icons';
import { ProblemNotice } from '../../../ui/problem-notice';
import { toastProblem } from '../../../ui/toast';
import { ScenarioDialog } from './scenario-dialog';
import { readScenarioFile, scenarioFileName, scenarioFileText, withScenarios } from './scenario-file';
import type { Scenarios } from './use-scenarios';
import classes from './play.module.css';

export interface ScenariosPanelProps {
  readonly scenarios: Scenarios;
  /** Name of the model's file. */
  readonly modelName: string;
  readonly coveragePercent: number | null;
  readonly onPlay: (scenario: Scenario) => void;
  /** Shows the element that a difference is about. */
  readonly onShow: (elementId: string) => void;
}

/** The scenarios of the draft: run, play, change, export. */
export function ScenariosPanel({ scenarios, modelName, coveragePercent, onPlay, onShow }: ScenariosPanelProps) {
  const { list, run, isRunning, error } = scenarios;
  const [edited, setEdited] = useState<Scenario | null>(null);
  const resultOf = (name: string): ScenarioResult | undefined => run?.results.find((result) => result.name === name);
  const passed = run?.results.filter(({ isPassed }) => isPassed).length ?? 0;

  const remove = async ({ name }: Scenario) => {
    const isSure = await confirm({
      title: t('Delete the scenario?'),
      message: t('“{{name}}” is deleted. This cannot be undone.', { name }),
      action: t('Delete'),
    });
    if (isSure) await scenarios.change((all) => all.filter((each) => each.name !== name));
  };
  const upload = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      const added = readScenarioFile(await file.text());
      await scenarios.change((all) => withScenarios(all, added));
    } catch (failure) {
      toastProblem(failure, t('The file was not taken'));
    }
  };

  if (error !== null) return <ProblemNotice title={t('The scenarios could not be read')} error={error} />;
  return (
    <div className={classes['scenarios']}>
      <div className={classes['bar']}>
        <Button
          size="compact-sm"
          leftSection={<IconPlayerPlay size={13} />}
          disabled={list.length === 0}
          loading={isRunning}
          onClick={() => void scenarios.runAll()}
        >
          {t('Run all')}
        </Button>
        <span className={classes['gap']} />
        <label className={classes['file']} title={t('Take scenarios from a file')}>
          <IconUpload size={16} aria-hidden />
          <input
            type="file"
            accept=".json"
            aria-label={t('Take scenarios from a file')}
            onChange={(event) => {
              void upload(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </label>
        <IconButton
          label={t('Save the scenarios as a file')}
          size="sm"
          disabled={list.length === 0}
          onClick={() =>
            downloadFile(scenarioFileName(modelName), new Blob([scenarioFileText(list)], { type: 'application/json' }))
          }
        >
          <IconDownload size={16} />
        </IconButton>
      </div>
      {run !== null && (
        <p className={classes['summary']} role="status">
          {passed === run.results.length
            ? t('All passed')
            : t('{{failed}} of {{all}} failed', { failed: run.results.length - passed, all: run.results.length })}
          {coveragePercent !== null && (
            <span>{t('{{percent}} % of the diagram covered', { percent: coveragePercent })}</span>
          )}
        </p>
      )}
      {list.length === 0 && (
        <EmptyState
          icon={<IconChecklist size={28} />}
          title={t('No scenarios yet')}
          hint={t(
            'Play the process to where you want it, then choose “Save as scenario”. From then on it is checked that the process still goes that way.',
          )}
        />
      )}
      <ul aria-label={t('Scenarios')}>
        {list.map((scenario) => {
          const result = resultOf(scenario.name);
          return (
            <li key={scenario.name} data-result={result === undefined ? 'none' : result.isPassed ? 'passed' : 'failed'}>
              <ResultIcon result={result} />
              <span className={classes['words']}>
                <b>{scenario.name}</b>
                {result?.difference != null ? (
                  <button
                    type="button"
                    className={classes['difference']}
                    disabled={result.elementId === null}
                    onClick={() => result.elementId !== null && onShow(result.elementId)}
                  >
                    {result.difference}
                  </button>
                ) : (
                  <span>{t('{{count}} steps', { count: scenario.commands.length })}</span>
                )}
              </span>
              <IconButton
                label={t('Play {{name}}', { name: scenario.name })}
                size="sm"
                onClick={() => onPlay(scenario)}
              >
                <IconPlayerPlay size={15} />
              </IconButton>
              <IconButton
                label={t('Change {{name}}', { name: scenario.name })}
                size="sm"
                onClick={() => setEdited(scenario)}
              >
                <IconPencil size={15} />
              </IconButton>
              <IconButton
                label={t('Delete {{name}}', { name: scenario.name })}
                size="sm"
                onClick={() => void remove(scenario)}
              >
                <IconTrash size={15} />
              </IconButton>
            </li>
          );
        })}
      </ul>
      {edited !== null && (
        <ScenarioDialog
          title={t('Change the scenario')}
          first={edited}
          taken={list.map(({ name }) => name).filter((name) => name !== edited.name)}
          onSave={async (changed) => {
            const isSaved = await scenarios.change((all) =>
              all.map((each) => (each.name === edited.name ? changed : each)),
            );
            if (isSaved) setEdited(null);
          }}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}

function ResultIcon({ result }: { readonly result: ScenarioResult | undefined }) {
  if (result === undefined) return <IconCircleDashed size={16} aria-label={t('Not run')} />;
  return result.isPassed ? (
    <IconCircleCheck size={16} aria-label={t('Passed')} />
  ) : (
    <IconCircleX size={16} aria-label={t('Failed')} />
  );
}
