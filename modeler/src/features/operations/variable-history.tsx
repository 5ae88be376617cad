import { useQuery } from '@tanstack/react-query';
import { variableHistoryQuery } from '../../api/moments';
import { t } from '../../language/texts';
import { commandWords } from '../../shared/journal/journal-words';
import { Anchor } from '../../ui/anchor';
import { ProblemNotice } from '../../ui/problem-notice';
import { RelativeTime } from '../../ui/relative-time';
import { Skeleton } from '../../ui/skeleton';
import classes from './variable-history.module.css';

export interface VariableHistoryProps {
  readonly processInstanceKey: string;
  readonly scopeKey: string;
  readonly name: string;
  /** Shows the whole instance as it was after a step. */
  readonly onShowStep: (seq: number) => void;
}

/** Every value that a variable had: which, when, by whom and through what. */
export function VariableHistory({ processInstanceKey, scopeKey, name, onShowStep }: VariableHistoryProps) {
  const history = useQuery(variableHistoryQuery(processInstanceKey, scopeKey, name));
  if (history.isError) return <ProblemNotice title={t('The history could not be read')} error={history.error} />;
  if (history.data === undefined) return <Skeleton height={60} m="sm" aria-busy="true" />;
  const { items, isComplete } = history.data;
  return (
    <ol className={classes['list']} aria-label={t('History of {{name}}, newest first', { name })}>
      {items.map((change, index) => (
        <li key={`${change.seq} ${index}`} className={classes['change']}>
          <code className={classes['value']} title={change.value.slice(0, 1000)}>
            {change.value}
            {change.isTruncated ? '…' : ''}
          </code>
          <span className={classes['cause']}>
            {commandWords(change.command)}
            {change.actor !== null && change.actor !== '' ? ` · ${change.actor}` : ''}
          </span>
          <RelativeTime at={change.at} />
          <Anchor component="button" type="button" size="xs" onClick={() => onShowStep(change.seq)}>
            {t('Step {{seq, number}}', { seq: change.seq })}
          </Anchor>
        </li>
      ))}
      {!isComplete && <li className={classes['more']}>{t('Older changes are in the history of the instance.')}</li>}
    </ol>
  );
}
