import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useState } from 'react';
import type { PlayedStep } from '../../../api/soundness';
import { t } from '../../../language/texts';
import { useMedia } from '../../../shared/browser/use-media';
import { IconButton } from '../../../ui/icon-button';
import { IconChevronLeft, IconChevronRight, IconPlayerPause, IconPlayerPlay, IconX } from '../../../ui/icons';
import { clearTokens, paintTokens } from './paint-tokens';
import classes from './counterexample.module.css';

/** Milliseconds that a step stays while the way plays by itself. */
const stepMs = 900;

export interface CounterexampleProps {
  readonly modeler: Modeler;
  readonly steps: readonly PlayedStep[];
  readonly nameOf: (elementId: string) => string;
  readonly onClose: () => void;
}

/** Plays the way to a finding on the canvas: the tokens of each step, forwards, backwards, or by itself. */
export function Counterexample({ modeler, steps, nameOf, onClose }: CounterexampleProps) {
  const isCalm = useMedia('(prefers-reduced-motion: reduce)');
  const [at, setAt] = useState(0);
  const [isPlaying, setPlaying] = useState(!isCalm);
  const step = steps[at];
  const isLast = at === steps.length - 1;

  useEffect(() => {
    if (step !== undefined) paintTokens(modeler, step);
  }, [modeler, step]);
  useEffect(() => () => clearTokens(modeler), [modeler]);
  useEffect(() => {
    if (!isPlaying || isLast) return;
    const timer = setTimeout(() => setAt(at + 1), stepMs);
    return () => clearTimeout(timer);
  }, [isPlaying, isLast, at]);

  const go = (to: number) => {
    setPlaying(false);
    setAt(Math.min(Math.max(to, 0), steps.length - 1));
  };
  const words = step?.elementId == null ? t('The beginning') : t('{{name}} goes on', { name: nameOf(step.elementId) });
  return (
    <div className={classes['bar']} role="region" aria-label={t('How it comes to it')}>
      <IconButton label={t('Step back')} size="sm" disabled={at === 0} onClick={() => go(at - 1)}>
        <IconChevronLeft size={16} />
      </IconButton>
      {isPlaying && !isLast ? (
        <IconButton label={t('Pause')} size="sm" onClick={() => setPlaying(false)}>
          <IconPlayerPause size={16} />
        </IconButton>
      ) : (
        <IconButton
          label={t('Play')}
          size="sm"
          onClick={() => {
            if (isLast) setAt(0);
            setPlaying(true);
          }}
        >
          <IconPlayerPlay size={16} />
        </IconButton>
      )}
      <IconButton label={t('Step forward')} size="sm" disabled={isLast} onClick={() => go(at + 1)}>
        <IconChevronRight size={16} />
      </IconButton>
      <span className={classes['words']} role="status">
        <b>{t('{{at}} of {{length}}', { at: at + 1, length: steps.length })}</b> {words}
      </span>
      <IconButton label={t('Close the player')} size="sm" onClick={onClose}>
        <IconX size={15} />
      </IconButton>
    </div>
  );
}
