import { t } from '../../../language/texts';
import { historyLines } from '../../../shared/journal/journal-words';
import type { PlayNow } from './use-play';
import { commandWords } from './play-words';
import classes from './play.module.css';

export interface PlayHistoryProps {
  readonly play: PlayNow;
  /** Names of the elements of all models, by id. */
  readonly nameOf: (elementId: string) => string;
  readonly isBusy: boolean;
  /** Goes back to where only so many commands were done. */
  readonly onBackTo: (count: number) => void;
}

/** What happened, the newest step first; a click on a step goes back to it. */
export function PlayHistory({ play, nameOf, isBusy, onBackTo }: PlayHistoryProps) {
  const { state, commands } = play;
  if (state === null) return null;
  const elementOf = new Map(state.elementIds.map(({ key, elementId }) => [key, elementId]));
  const steps = state.steps.map((step, index) => {
    const command = commands[index - 1];
    return { step, index, head: command === undefined ? t('Begun') : commandWords(command, nameOf) };
  });
  return (
    <ol className={classes['history']} aria-label={t('What happened, newest first')}>
      {steps.toReversed().map(({ step, index, head }) => (
        <li key={index} aria-current={index === commands.length ? 'step' : undefined}>
          <button
            type="button"
            disabled={isBusy || index === commands.length}
            title={index === commands.length ? undefined : t('Go back to here')}
            onClick={() => onBackTo(index)}
          >
            <span className={classes['number']}>{index === 0 ? '•' : index}</span>
            {head}
          </button>
          <ul>
            {step.entries.flatMap(({ processInstanceKey, records }, entry) =>
              historyLines(
                { records },
                { rootKey: processInstanceKey, elementOf: (key) => elementOf.get(key) ?? null, nameOf },
              ).map((line, at) => (
                <li key={`${entry} ${at}`} data-tone={line.tone}>
                  {line.text}
                  {line.detail !== null && <span className={classes['detail']}> {line.detail}</span>}
                </li>
              )),
            )}
            {step.isCut && <li>{t('More happened than is shown here.')}</li>}
          </ul>
        </li>
      ))}
    </ol>
  );
}
