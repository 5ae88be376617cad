import { lazy, Suspense, useEffect, useMemo, useRef, useState, type CSSProperties } from 'react';
import { t } from '../../language/texts';
import { IconList, IconMaximize, IconSchema, IconZoomIn, IconZoomOut } from '../../ui/icons';
import { EmptyState } from '../../ui/empty-state';
import { IconButton } from '../../ui/icon-button';
import { Skeleton } from '../../ui/skeleton';
import type { DiagramAction } from './diagram-actions';
import { diagramOfProcess } from './diagram-of-process';
import { changeWords, markInWords, noMarks, type DiagramMarks } from './diagram-marks';
import { dragTokens } from './drag-tokens';
import type { DiagramElementInfo, DiagramHandle } from './open-diagram';
import type { ElementBadge } from './paint-badges';
import type { ViewLink } from './view-link';
import { typeInWords } from './element-words';
import classes from './diagram.module.css';

// Most who look at a diagram see it.
const OutlinePanel = lazy(() => import('./outline/outline-panel').then((module) => ({ default: module.OutlinePanel })));

export interface DiagramProps {
  readonly xml: string;
  /** Accessible name, for example `Diagram of Order`. */
  readonly label: string;
  readonly marks?: DiagramMarks;
  readonly selectedId?: string | null;
  /** A click on an element, or a walk to it, gives its id; a click beside all gives null. */
  readonly onSelect?: (elementId: string | null) => void;
  /** Buttons on the elements. (Default: none.) */
  readonly actions?: readonly DiagramAction[];
  readonly onAction?: (action: DiagramAction) => void;
  /** Numbers on the elements, which are buttons. (Default: none.) */
  readonly badges?: readonly ElementBadge[];
  readonly onBadge?: (elementId: string) => void;
  /** Elements of which one should be seen: when none is on the open plane, that of the first is opened. (Default: none.) */
  readonly follow?: readonly string[];
  /** The process that is drawn, of a file with several diagrams. (Default: what is on the first.) */
  readonly processId?: string | undefined;
  /** A token was dragged from one element to another. (Default: they cannot be dragged.) */
  readonly onMoveToken?: ((from: string, to: string) => void) | undefined;
  /** Diagrams with the same link show the same part. Fixed when the diagram is opened. */
  readonly link?: ViewLink;
}

const noActions: readonly DiagramAction[] = [];
const nothing: readonly string[] = [];
const noBadges: readonly ElementBadge[] = [];

/** Where the explanation stands: beside the pointer, on the side where there is room. */
type Hint = DiagramElementInfo & { readonly style: CSSProperties };

function besidePointer(x: number, y: number, frame: HTMLElement): CSSProperties {
  const gap = 14;
  return {
    ...(x > frame.clientWidth - 280 ? { right: frame.clientWidth - x + gap } : { left: x + gap }),
    ...(y > frame.clientHeight - 130 ? { bottom: frame.clientHeight - y + gap } : { top: y + gap }),
  };
}

type View = 'opening' | 'open' | 'failed';

/** A process, drawn read-only in the whole space that it is given. Marks and selection change without drawing it again. */
export function Diagram(props: DiagramProps) {
  const { xml, label, marks = noMarks, selectedId = null, onSelect, actions = noActions, link } = props;
  const { onAction, badges = noBadges, onBadge, onMoveToken, follow = nothing, processId } = props;
  const diagramId = useMemo(
    () => (processId === undefined ? undefined : diagramOfProcess(xml, processId)),
    [xml, processId],
  );
  const stage = useRef<HTMLDivElement>(null);
  const [handle, setHandle] = useState<DiagramHandle | null>(null);
  const [failure, setFailure] = useState<{ readonly xml: string; readonly message: string } | null>(null);
  const [hint, setHint] = useState<Hint | null>(null);
  const [isListed, setListed] = useState(false);
  /** What was chosen here last, for pages that do not follow it. */
  const [chosenId, setChosenId] = useState<string | null>(null);
  const hears = useRef({ onSelect, onAction, onBadge });
  useEffect(() => {
    hears.current = { onSelect, onAction, onBadge };
  });

  useEffect(() => {
    const parent = stage.current;
    if (parent === null) return;
    let isGone = false;
    let close = () => undefined as void;
    const fail = (error: unknown) => {
      if (!isGone) setFailure({ xml, message: error instanceof Error ? error.message : String(error) });
    };
    import('./open-diagram').then(({ openDiagram }) => {
      if (isGone) return;
      let opened: DiagramHandle | null = null;
      const diagram = openDiagram(parent, xml, {
        link,
        diagramId,
        onSelect: (elementId) => {
          setChosenId(elementId);
          hears.current.onSelect?.(elementId);
        },
        onAction: (action) => hears.current.onAction?.(action),
        onBadge: (elementId) => hears.current.onBadge?.(elementId),
        onHover: (at) => {
          const info = at === null ? null : (opened?.describe(at.elementId) ?? null);
          setHint(at === null || info === null ? null : { ...info, style: besidePointer(at.x, at.y, parent) });
        },
      });
      const observer = new ResizeObserver(() => opened?.resized());
      observer.observe(parent);
      close = () => {
        observer.disconnect();
        diagram.destroy();
      };
      diagram.ready.then((next) => {
        if (isGone || next === null) return;
        opened = next;
        setFailure(null);
        setHandle(next);
      }, fail);
    }, fail);
    return () => {
      isGone = true;
      setHandle(null);
      setHint(null);
      close();
    };
  }, [xml, link, diagramId]);

  useEffect(() => handle?.paint(marks), [handle, marks]);
  useEffect(() => handle?.offer(actions), [handle, actions]);
  useEffect(() => handle?.count(badges), [handle, badges]);
  useEffect(() => handle?.follow(follow), [handle, follow]);
  useEffect(() => handle?.select(selectedId), [handle, selectedId]);
  useEffect(() => {
    if (stage.current === null || onMoveToken === undefined) return;
    return dragTokens(stage.current, onMoveToken);
  }, [onMoveToken]);

  const view: View = failure?.xml === xml ? 'failed' : handle === null ? 'opening' : 'open';
  const mark = hint === null ? undefined : marks.elements.find(({ elementId }) => elementId === hint.elementId);
  const change = hint === null ? undefined : marks.changes?.find(({ elementId }) => elementId === hint.elementId);
  return (
    <section className={classes['frame']} aria-label={label} data-diagram={view}>
      <div
        ref={stage}
        className={`${classes['stage']} bio-theme-parent`}
        role="application"
        aria-label={t('Canvas')}
        aria-description={t('Alt and the arrow keys walk along the flows; ? tells all keys.')}
      />
      {view === 'opening' && (
        <div className={classes['over']} aria-busy="true">
          <Skeleton height="60%" width="80%" />
        </div>
      )}
      {view === 'failed' && (
        <div className={classes['over']}>
          <EmptyState
            icon={<IconSchema size={28} />}
            title={t('This process cannot be drawn')}
            hint={
              failure?.message.includes('no diagram') === true
                ? t('Its file holds no drawing, only the process.')
                : failure?.message
            }
          />
        </div>
      )}
      {view === 'open' && (
        <div className={classes['tools']}>
          <IconButton label={t('Zoom in')} size="sm" onClick={() => handle?.zoomBy(1.25)}>
            <IconZoomIn size={15} />
          </IconButton>
          <IconButton label={t('Zoom out')} size="sm" onClick={() => handle?.zoomBy(0.8)}>
            <IconZoomOut size={15} />
          </IconButton>
          <IconButton label={t('Fit the diagram')} size="sm" onClick={() => handle?.fit()}>
            <IconMaximize size={15} />
          </IconButton>
          <IconButton label={t('List of elements')} size="sm" pressed={isListed} onClick={() => setListed(!isListed)}>
            <IconList size={15} />
          </IconButton>
        </div>
      )}
      {isListed && view === 'open' && (
        <Suspense fallback={null}>
          <OutlinePanel
            xml={xml}
            elementId={onSelect === undefined ? (chosenId ?? selectedId) : selectedId}
            onChoose={(elementId) => {
              setChosenId(elementId);
              handle?.select(elementId);
              onSelect?.(elementId);
            }}
            onClose={() => setListed(false)}
          />
        </Suspense>
      )}
      {hint !== null && view === 'open' && (
        <div className={classes['hint']} style={hint.style} role="tooltip">
          <span className={classes['hintName']}>{hint.name === '' ? hint.elementId : hint.name}</span>
          <span className={classes['hintType']}>{typeInWords(hint.type)}</span>
          {change !== undefined && <div>{changeWords[change.kind]}</div>}
          {marks.changes === undefined &&
            hint.type !== 'SequenceFlow' &&
            markInWords(mark).map((line) => <div key={line}>{line}</div>)}
        </div>
      )}
    </section>
  );
}
