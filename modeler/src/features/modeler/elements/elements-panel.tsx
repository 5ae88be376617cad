import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { t } from '../../../language/texts';
import { typeInWords } from '../../../shared/diagram/element-words';
import { describeBpmn } from '../../../shared/model/describe-bpmn';
import { ProblemNotice } from '../../../ui/problem-notice';
import { Skeleton } from '../../../ui/skeleton';
import { SidePanel } from '../frame/side-panel';
import type { DraftSaver } from '../saving/draft-saver';
import { outlineOf, type OutlineItem } from './outline';
import classes from './elements-panel.module.css';

export interface ElementsPanelProps {
  readonly saver: DraftSaver;
  /** Id of the element that is chosen in the drawing. */
  readonly elementId: string | null;
  readonly onClose: () => void;
}

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

/** The diagram as a list in the order of its flows: for whoever reads or hears it, and to find one's way in a large one. */
export function ElementsPanel({ saver, elementId, onClose }: ElementsPanelProps) {
  const navigate = useNavigate();
  const content = useSyncExternalStore(saver.subscribe, () => saver.current().content);
  const outline = useQuery({
    queryKey: ['outline', content],
    queryFn: async () => outlineOf(await describeBpmn(content)),
    placeholderData: (previous) => previous,
    staleTime: Infinity,
    gcTime: 0,
  });
  const choose = async (element: string) => {
    // The address may name it already, though another one was chosen since.
    await navigate({ to: '.', search: {}, replace: true });
    await navigate({ to: '.', search: { element }, replace: true });
  };
  return (
    <SidePanel title={t('Elements')} closeLabel={t('Close elements')} onClose={onClose}>
      {outline.isError ? (
        <ProblemNotice title={t('The elements could not be read')} error={outline.error} />
      ) : outline.data === undefined ? (
        <Skeleton height={160} aria-busy="true" />
      ) : (
        <Items items={outline.data} elementId={elementId} onChoose={(element) => void choose(element)} />
      )}
    </SidePanel>
  );
}
