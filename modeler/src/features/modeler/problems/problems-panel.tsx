import { t } from '../../../language/texts';
import { IconButton } from '../../../ui/icon-button';
import { IconAlertTriangle, IconBug, IconCircleCheck, IconPlayerPlay, IconX } from '../../../ui/icons';
import { countInWords, type ShownProblem } from './model-problem';
import type { Problems } from './use-problems';
import classes from './problems-panel.module.css';

export interface ProblemsPanelProps {
  readonly problems: Problems;
  /** How an element is called: its name, else its id. */
  readonly nameOf: (elementId: string) => string;
  readonly onShow: (problem: ShownProblem) => void;
  /** Plays the way to a problem that has one. */
  readonly onPlay: (problem: ShownProblem) => void;
  readonly onClose: () => void;
}

/** Everything that speaks against deploying the model, in one list. A click leads to the element. */
export function ProblemsPanel({ problems, nameOf, onShow, onPlay, onClose }: ProblemsPanelProps) {
  const { shown, isCurrent, isEngineReached } = problems;
  return (
    <section className={classes['panel']} aria-label={t('Problems')} aria-busy={!isCurrent}>
      <header className={classes['head']}>
        <h2>{t('Problems')}</h2>
        <span className={classes['count']} role="status">
          {countInWords(shown)}
          {!isEngineReached && ` · ${t('the engine could not be asked; only hints are shown')}`}
        </span>
        <IconButton label={t('Close the problems')} size="sm" onClick={onClose}>
          <IconX size={15} />
        </IconButton>
      </header>
      {shown.length === 0 ? (
        <p className={classes['fine']}>
          <IconCircleCheck size={15} aria-hidden style={{ verticalAlign: -3, color: 'var(--b-completed)' }} />{' '}
          {t('Nothing speaks against deploying this process. Errors and hints appear here as you draw.')}
        </p>
      ) : (
        <ul className={classes['list']}>
          {shown.map((problem, index) => (
            <li key={`${problem.id}:${problem.code}:${index}`} className={classes['item']}>
              <button
                type="button"
                className={`${classes['line']} ${classes[problem.category]}`}
                title={`${problem.code}${problem.id === '' ? '' : ` · ${problem.id}`}`}
                onClick={() => onShow(problem)}
              >
                {problem.category === 'error' ? (
                  <IconBug size={15} aria-label={t('Error')} />
                ) : (
                  <IconAlertTriangle size={15} aria-label={t('Hint')} />
                )}
                <span className={classes['where']}>{problem.id === '' ? t('The model') : nameOf(problem.id)}</span>
                <span>{problem.message}</span>
              </button>
              {problem.steps !== undefined && (
                <button type="button" className={classes['play']} onClick={() => onPlay(problem)}>
                  <IconPlayerPlay size={13} aria-hidden /> {t('Show how')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
