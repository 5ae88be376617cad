import { useMemo } from 'react';
import type { PlayFile, PlayState, ProcessCoverage } from '../../../api/plays';
import { t } from '../../../language/texts';
import type { DiagramAction } from '../../../shared/diagram/diagram-actions';
import { noMarks, type DiagramMarks } from '../../../shared/diagram/diagram-marks';
import { coverageMarks, playActions, playMarks } from './play-marks';
import { processIds } from './referenced-ids';
import { seenTogether } from './seen-together';
import type { StartEvent } from './start-events';

export interface PlayCanvasSource {
  readonly files: readonly PlayFile[];
  readonly model: PlayFile;
  readonly state: PlayState | null;
  /** The instance that is looked at; none before the start. */
  readonly shown: PlayState['instances'][number] | undefined;
  readonly events: readonly StartEvent[];
  /** What scenarios have covered, while that is looked at. */
  readonly covered: readonly ProcessCoverage[] | null;
  readonly nameOf: (elementId: string) => string;
}

/** What is drawn while one plays. */
export interface PlayCanvas {
  readonly xml: string;
  /** The process on it, of a file with several diagrams. */
  readonly processId: string | undefined;
  /** The instances that are seen on it. */
  readonly keys: readonly string[];
  readonly marks: DiagramMarks;
  readonly actions: readonly DiagramAction[];
  /** Where something can be done: the plane of a sub-process is opened when that is only there. */
  readonly follow: readonly string[];
}

const nowhere: readonly string[] = [];

export function usePlayCanvas({ files, model, state, shown, events, covered, nameOf }: PlayCanvasSource): PlayCanvas {
  const processId = shown?.processId;
  const xml = useMemo(
    () =>
      files.find(({ name, content }) => name.endsWith('.bpmn') && processIds(content).includes(processId ?? ''))
        ?.content ?? model.content,
    [files, processId, model],
  );
  const shownKey = shown?.processInstanceKey;
  const keys = useMemo(
    () => (state === null || shownKey === undefined ? nowhere : seenTogether(state, shownKey, processIds(xml))),
    [state, shownKey, xml],
  );
  const marks = useMemo(() => {
    if (covered !== null) return allCoverage(covered);
    return state === null ? noMarks : playMarks(state, keys);
  }, [state, keys, covered]);
  const actions = useMemo(() => {
    if (covered !== null) return [];
    // What has begun does not begin again on the canvas; the menu lets it.
    const begun = new Set(state?.instances.map((instance) => instance.processId));
    const begin = events
      .filter((event) => !begun.has(event.processId))
      .map(({ elementId }): DiagramAction => ({
        elementId,
        kind: 'go',
        label: t('Begin at {{name}}', { name: nameOf(elementId) }),
      }));
    return state === null ? begin : [...playActions(state, keys, nameOf), ...begin];
  }, [state, keys, events, nameOf, covered]);
  const follow = useMemo(
    () =>
      state?.open
        .filter((item) => item.processInstanceKey === shownKey && item.kind !== 'timer')
        .map(({ at }) => at.elementId) ?? nowhere,
    [state, shownKey],
  );
  return { xml, processId, keys, marks, actions, follow };
}

function allCoverage(covered: readonly ProcessCoverage[]): DiagramMarks {
  const all = covered.map(coverageMarks);
  return {
    elements: all.flatMap(({ elements }) => elements),
    takenFlows: all.flatMap(({ takenFlows }) => takenFlows),
    uncovered: all.flatMap(({ uncovered = [] }) => uncovered),
  };
}
