import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { t } from '../../../language/texts';
import { ProblemNotice } from '../../../ui/problem-notice';
import { Skeleton } from '../../../ui/skeleton';
import { describeBpmn } from '../../model/describe-bpmn';
import { typeInWords } from '../element-words';
import { outlineOf, type OutlineItem } from './outline';
import classes from './outline-list.module.css';

interface ItemsProps {
  readonly items: readonly OutlineItem[];
  readonly elementId: string | null;
  readonly onChoose: (elementId: string) => void;
}

function Items({ items, elementId, onChoose }: ItemsProps) {
  return (
    <ul className={classes['list']}>
      {items.map(({ id, type, name, ways, inner }) => (
        <li key={id}>
          <button
            type="button"
            className={classes['element']}
            aria-current={id === elementId}
            onClick={() => onChoose(id)}
          >
            <span className={classes['type']}>{typeInWords(type)}</span> {name}
          </button>
          {ways.length > 0 && (
            <ul className={classes['ways']} aria-label={t('From {{name}} on', { name })}>
              {ways.map(({ flowId, targetId, targetName, when }) => (
                <li key={flowId}>
                  <button type="button" className={classes['way']} onClick={() => onChoose(targetId)}>
                    {when === null
                      ? t('to {{target}}', { target: targetName })
                      : t('{{when}}: to {{target}}', { when, target: targetName })}
                  </button>
                </li>
              ))}
            </ul>
          )}
          {inner.length > 0 && <Items items={inner} elementId={elementId} onChoose={onChoose} />}
        </li>
      ))}
    </ul>
  );
}

export interface OutlineListProps {
  readonly xml: string;
  /** Id of the element that is chosen in the drawing. */
  readonly elementId: string | null;
  readonly onChoose: (elementId: string) => void;
}

/** A process as a list in the order of its flows: for whoever reads or hears it, and to find one's way in a large one. */
export function OutlineList({ xml, elementId, onChoose }: OutlineListProps) {
  const outline = useQuery({
    queryKey: ['outline', xml],
    queryFn: async () => outlineOf(await describeBpmn(xml)),
    placeholderData: (previous) => previous,
    staleTime: Infinity,
    gcTime: 0,
  });
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [elementId, outline.data]);
  if (outline.isError) return <ProblemNotice title={t('The elements could not be read')} error={outline.error} />;
  if (outline.data === undefined) return <Skeleton height={160} aria-busy="true" />;
  return (
    <div ref={list}>
      <Items items={outline.data} elementId={elementId} onChoose={onChoose} />
    </div>
  );
}
