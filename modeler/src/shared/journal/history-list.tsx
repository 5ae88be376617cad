import { t } from '../../language/texts';
import { Anchor } from '../../ui/anchor';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconClock,
  IconHistory,
  IconPlayerPlay,
  IconPointFilled,
  IconVariable,
} from '../../ui/icons';
import { ProblemNotice } from '../../ui/problem-notice';
import { RelativeTime } from '../../ui/relative-time';
import { Skeleton } from '../../ui/skeleton';
import { commandWords, historyLines, type HistoryTone } from './journal-words';
import { useJournal } from './use-journal';
import classes from './history-list.module.css';

const icons: Readonly<Record<HistoryTone, typeof IconClock>> = {
  start: IconPlayerPlay,
  done: IconCircleCheck,
  work: IconPlayerPlay,
  wait: IconClock,
  data: IconVariable,
  trouble: IconAlertTriangle,
  ended: IconBan,
  neutral: IconPointFilled,
};

export interface HistoryListProps {
  readonly processInstanceKey: string;
  /** The BPMN of the instance, for the names; null while it is not there yet. */
  readonly xml: string | null;
  /** Shows the instance as it was after a step. (Default: that is not offered.) */
  readonly onShowStep?: (seq: number) => void;
  /** The step that is shown. (Default: none) */
  readonly shownStep?: number | null;
}

/** What happened in an instance, in plain words, the newest step first. */
export function HistoryList({ processInstanceKey, xml, onShowStep, shownStep = null }: HistoryListProps) {
  const journal = useJournal(processInstanceKey, xml);
  if (journal.error !== null) return <ProblemNotice title={t('The history could not be read')} error={journal.error} />;
  if (journal.isPending) return <Skeleton height={160} m="md" aria-busy="true" />;
  const steps = journal.entries
    .map((entry) => ({ entry, lines: historyLines(entry, journal.names) }))
    .filter(({ lines }) => lines.length > 0);
  if (steps.length === 0) {
    return (
      <EmptyState
        icon={<IconHistory size={28} />}
        title={t('Nothing happened yet')}
        hint={t('Every step of the instance will be listed here.')}
      />
    );
  }
  return (
    <>
      <ol className={classes['list']} aria-label={t('History, newest first')}>
        {steps.map(({ entry, lines }) => (
          <li key={entry.seq} className={classes['step']} aria-current={entry.seq === shownStep ? 'step' : undefined}>
            <div className={classes['when']}>
              <span className={classes['cause']}>{commandWords(entry.command.type)}</span>
              <RelativeTime at={entry.at} />
              {typeof entry.command.actor === 'string' && entry.command.actor !== '' ? ` · ${entry.command.actor}` : ''}
              {onShowStep !== undefined && (
                <Anchor
                  component="button"
                  type="button"
                  size="xs"
                  display="block"
                  onClick={() => onShowStep(entry.seq)}
                >
                  {t('Show step {{seq, number}}', { seq: entry.seq })}
                </Anchor>
              )}
            </div>
            <ul className={classes['lines']}>
              {lines.map((line, index) => {
                const Icon = icons[line.tone];
                return (
                  <li key={index} className={classes['line']} data-tone={line.tone}>
                    <Icon size={13} aria-hidden />
                    <span className={classes['words']}>
                      {line.text}
                      {line.detail !== null && <span className={classes['detail']}> {line.detail}</span>}
                    </span>
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ol>
      {journal.hasEarlier && (
        <div className={classes['more']}>
          <Button variant="default" onClick={journal.showEarlier}>
            {t('Show earlier steps')}
          </Button>
        </div>
      )}
    </>
  );
}
