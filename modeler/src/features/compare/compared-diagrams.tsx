import { useMemo } from 'react';
import { t } from '../../language/texts';
import { useIsNarrow } from '../../shared/browser/use-media';
import { Diagram } from '../../shared/diagram/diagram';
import type { DiagramMarks } from '../../shared/diagram/diagram-marks';
import { linkViews } from '../../shared/diagram/view-link';
import { SplitView } from '../../shared/split/split-view';
import type { Change } from '../../shared/model/compare-models';
import type { ReadComparable } from './read-comparable';
import classes from './compare-page.module.css';

export interface ComparedDiagramsProps {
  readonly left: ReadComparable;
  readonly right: ReadComparable;
  readonly changes: readonly Change[];
  readonly selectedId: string | null;
  readonly onSelect: (elementId: string | null) => void;
}

/** Two versions of a process beside each other. They are moved, zoomed and selected together. */
export function ComparedDiagrams({ left, right, changes, selectedId, onSelect }: ComparedDiagramsProps) {
  const link = useMemo(() => linkViews(), []);
  const isNarrow = useIsNarrow();
  const marks = useMemo<DiagramMarks>(
    () => ({
      elements: [],
      takenFlows: [],
      changes: changes.map(({ id, kind }) => ({ elementId: id, kind })),
    }),
    [changes],
  );
  const side = ({ name, edition, content }: ReadComparable, words: string) => (
    <div className={classes['side']}>
      <Diagram
        xml={content}
        link={link}
        marks={marks}
        selectedId={selectedId}
        onSelect={onSelect}
        label={`${words}: ${name}, ${edition}`}
      />
      <span className={classes['caption']}>
        {words} · {edition}
      </span>
    </div>
  );
  return (
    <SplitView
      name="compare-sides"
      direction={isNarrow ? 'column' : 'row'}
      first={side(left, t('Before'))}
      second={side(right, t('After'))}
    />
  );
}
