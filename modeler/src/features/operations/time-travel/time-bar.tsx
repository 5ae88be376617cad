import { t } from '../../../language/texts';
import { commandWords } from '../../../shared/journal/journal-words';
import { Button } from '../../../ui/button';
import { IconButton } from '../../../ui/icon-button';
import { IconChevronLeft, IconChevronRight } from '../../../ui/icons';
import { ProblemNotice } from '../../../ui/problem-notice';
import { RelativeTime } from '../../../ui/relative-time';
import { Slider } from '../../../ui/slider';
import type { TimeTravel } from './use-time-travel';
import classes from './time-travel.module.css';

export interface TimeBarProps {
  readonly travel: TimeTravel;
  /** Goes to a step; null: back to now. */
  readonly onGo: (at: number | null) => void;
}

/** A slider over everything that happened to an instance: which step is shown, when that was, and what caused it. */
export function TimeBar({ travel: { at, last, moment, error }, onGo }: TimeBarProps) {
  if (at === null) return null;
  const cause = moment === undefined ? '' : commandWords(moment.command.type);
  const { actor } = (moment?.command ?? {}) as { readonly actor?: unknown };
  const step = t('Step {{at, number}} of {{last, number}}', { at, last });
  return (
    <section className={classes['bar']} aria-label={t('Time travel')}>
      {error !== null && <ProblemNotice title={t('This step could not be read')} error={error} />}
      <div className={classes['controls']}>
        <IconButton label={t('One step back')} disabled={at <= 1} onClick={() => onGo(at - 1)}>
          <IconChevronLeft size={16} />
        </IconButton>
        <Slider
          label={t('Step of the history')}
          value={at}
          min={1}
          max={Math.max(1, last)}
          valueText={cause === '' ? step : `${step}: ${cause}`}
          onChange={onGo}
        />
        <IconButton label={t('One step on')} disabled={at >= last} onClick={() => onGo(at + 1)}>
          <IconChevronRight size={16} />
        </IconButton>
        <Button variant="default" onClick={() => onGo(null)}>
          {t('Back to now')}
        </Button>
      </div>
      <p className={classes['told']} role="status">
        <span className={classes['step']}>{step}</span>
        {moment !== undefined && (
          <>
            <span className={classes['cause']}>{cause}</span>
            <RelativeTime at={moment.at} />
            {typeof actor === 'string' && actor !== '' && <span>{actor}</span>}
          </>
        )}
      </p>
    </section>
  );
}
