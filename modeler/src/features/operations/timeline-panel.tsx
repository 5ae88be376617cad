import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { elementInstancesQuery, type ElementInstance } from '../../api/element-instances';
import type { ProcessInstance } from '../../api/process-instances';
import { language, t } from '../../language/texts';
import { durationWords } from '../../shared/time/duration-words';
import { EmptyState } from '../../ui/empty-state';
import { IconClock } from '../../ui/icons';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { barOf, spanOf } from './timeline';
import classes from './timeline-panel.module.css';

/** Rows that are shown; the history lists what is more. */
const mostRows = 500;
const exact = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });

export interface TimelinePanelProps {
  readonly instance: ProcessInstance;
  readonly nameOf: (elementId: string) => string;
  readonly onChoose: (element: ElementInstance) => void;
}

/** When each element began and how long it took, one bar each, in the order of time. What still runs grows. */
export function TimelinePanel({ instance, nameOf, onChoose }: TimelinePanelProps) {
  const elements = useQuery(
    elementInstancesQuery({
      filter: { processInstanceKey: instance.processInstanceKey, type: { $neq: 'PROCESS' } },
      sort: [{ field: 'startDate', order: 'ASC' }],
      page: { limit: mostRows },
    }),
  );
  const [nowMs, setNowMs] = useState(() => Date.now());
  const isRunning = instance.endDate === null;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isRunning]);
  if (elements.data === undefined) {
    return elements.isError ? (
      <ProblemNotice
        title={t('The elements could not be read')}
        error={elements.error}
        onRetry={() => void elements.refetch()}
      />
    ) : (
      <Skeleton height={120} m="md" aria-busy="true" />
    );
  }
  const { items, page } = elements.data;
  if (items.length === 0) {
    return (
      <EmptyState
        icon={<IconClock size={28} />}
        title={t('Nothing began yet')}
        hint={t('Every element gets a bar here once a token comes to it.')}
      />
    );
  }
  const span = spanOf(instance, nowMs);
  return (
    <>
      <p className={classes['scale']}>
        <span>{exact.format(span.fromMs)}</span>
        <span>{durationWords(span.toMs - span.fromMs)}</span>
        <span>{isRunning ? t('now') : exact.format(span.toMs)}</span>
      </p>
      <ol className={classes['rows']} aria-label={t('Timeline')}>
        {items.map((element) => {
          const bar = barOf(element, span, nowMs);
          const name = element.elementName ?? nameOf(element.elementId);
          const took = durationWords(bar.tookMs);
          const state = element.hasIncident && element.state === 'ACTIVE' ? 'INCIDENT' : element.state;
          return (
            <li key={element.elementInstanceKey}>
              <button
                type="button"
                className={classes['row']}
                title={`${name}: ${exact.format(new Date(element.startDate))}${element.endDate === null ? '' : ` – ${exact.format(new Date(element.endDate))}`}`}
                onClick={() => onChoose(element)}
              >
                <span className={classes['name']}>{name}</span>
                <span className={classes['track']} aria-hidden>
                  <span
                    className={classes['bar']}
                    data-state={state}
                    style={{ left: `${bar.left}%`, width: `max(3px, ${bar.width}%)` }}
                  />
                </span>
                <span className={classes['took']}>
                  {element.endDate === null ? t('{{took}} so far', { took }) : took}
                </span>
              </button>
            </li>
          );
        })}
        {page.totalItems > items.length && (
          <li className={classes['more']}>
            {t('{{count, number}} more are not shown here; the history lists them all.', {
              count: page.totalItems - items.length,
            })}
          </li>
        )}
      </ol>
    </>
  );
}
